import { useRef } from 'react';

/** A random UUID. crypto.randomUUID is missing where a site is served without TLS; its source of chance is not. */
export function randomKey(): string {
  const hex = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-a$4-$5');
}

/**
 * The key under which a form is sent. It stays the same until the server has answered, so that a second try after a
 * lost connection has no second effect; what is corrected after a refusal is sent under another.
 */
export function useIdempotencyKey() {
  const key = useRef<string>(null);
  return {
    current: () => {
      key.current ??= randomKey();
      return key.current;
    },
    answered: () => {
      key.current = null;
    },
  };
}
