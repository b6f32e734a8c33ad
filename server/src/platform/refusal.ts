import { type Holder, may, type Scope } from '@countersign/shared/accounts/grants';
import type { Permission } from '@countersign/shared/accounts/permissions';
import type { Actor } from './actor';

/** Codes of what a person can mend; the API's UserErrorCode. */
export const userErrorCodes = {
  REQUIRED: 'Something needed was left empty.',
  INVALID: 'The value cannot be used as it is.',
  NOT_FOUND: 'What the field names does not exist, or is not yours to see.',
  TAKEN: 'It exists already.',
  ONESELF: 'One does not do this to oneself.',
  LAST_OPERATOR: 'The site would be left without an operator.',
  ALREADY_ENDED: 'It was ended before.',
  OVERLAP: 'It shares time with another that stands.',
  STALE: 'It was changed since it was read.',
  NOT_NOW: 'It cannot be done as things stand.',
  IDEMPOTENCY_MISMATCH: 'The idempotency key was used before with another input.',
} as const;

export type UserErrorCode = keyof typeof userErrorCodes;

/** What went wrong that the caller can mend, and which input mends it. */
export interface UserFault {
  readonly code: UserErrorCode;
  readonly message: string;
  /** Path of the input field, such as ['input', 'until']; null when it is no single field. */
  readonly field: readonly string[] | null;
}

/** Ends a use case and its transaction with faults the caller can mend. */
export class Refused extends Error {
  constructor(readonly faults: readonly UserFault[]) {
    super(faults.map((fault) => fault.message).join(' '));
  }
}

export function refused(code: UserErrorCode, field: string, message: string): Refused {
  return new Refused([{ code, message, field: ['input', field] }]);
}

/** The caller has not signed in. */
export class NotSignedIn extends Error {
  constructor() {
    super('Sign in first.');
  }
}

/** The caller is signed in and lacks the permission. */
export class NotAllowed extends Error {
  constructor(permission: Permission) {
    super(`This needs the permission ${permission}.`);
  }
}

/** An argument that no person typed: a page without a size, a cursor of another list. */
export class BadArgument extends Error {}

export function holderOf(actor: Actor): Holder {
  return { accountId: actor.accountId, grants: actor.grants };
}

/** Lets the actor on or ends the call; the first line of each use case. */
export function authorize(actor: Actor, permission: Permission, scope: Scope = {}): void {
  if (actor.kind === 'system' || may(holderOf(actor), permission, scope)) return;
  throw actor.accountId === null ? new NotSignedIn() : new NotAllowed(permission);
}

/** The outcome of a use case that may be refused. */
export type Outcome<T> =
  | { readonly done: T; readonly faults: readonly [] }
  | { readonly done: null; readonly faults: readonly UserFault[] };

/** Turns a refusal thrown inside a transaction into an outcome; the transaction is rolled back by then. */
export async function outcomeOf<T>(work: Promise<T>): Promise<Outcome<T>> {
  try {
    return { done: await work, faults: [] };
  } catch (cause) {
    if (cause instanceof Refused) return { done: null, faults: cause.faults };
    throw cause;
  }
}
