import { makeVar } from '@apollo/client';

/** True from the moment the server says that a session is over until one signs in again. */
export const sessionEnded = makeVar(false);

let lastAsked = Date.now();

/** Every request keeps the session awake; this remembers when the last one went out. */
export function noteRequest(): void {
  lastAsked = Date.now();
}

export const lastRequestAt = () => lastAsked;
