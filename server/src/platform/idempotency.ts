import { createHash } from 'node:crypto';
import { idempotencyKeys } from '@countersign/drizzle/tables/idempotency';
import { and, eq } from 'drizzle-orm';
import type { Actor } from './actor';
import type { Transaction } from './database';
import { refused } from './refusal';

export interface KeyedCall {
  readonly accountId: string;
  readonly operation: string;
  readonly key: string;
  /** Everything the call was asked to do, in an order that does not change. */
  readonly request: unknown;
  readonly at: Date;
}

const longestKey = 255;

/**
 * Runs an effect once for a key. A second call with the same request waits for the first and gets its result;
 * with another request it is refused. A refused effect leaves no key, so that the mended request may use it.
 */
export async function once<T>(tx: Transaction, call: KeyedCall, effect: () => Promise<T>): Promise<T> {
  const { accountId, operation, key, at } = call;
  if (key.length < 1 || key.length > longestKey || key.includes('\0')) {
    throw refused(
      'INVALID',
      'idempotencyKey',
      `The idempotency key must have 1 to ${longestKey} characters, none of them NUL.`,
    );
  }
  const requestHash = createHash('sha256').update(JSON.stringify(call.request)).digest();
  const inserted = await tx
    .insert(idempotencyKeys)
    .values({ accountId, operation, key, requestHash, at })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key });
  const mine = and(
    eq(idempotencyKeys.accountId, accountId),
    eq(idempotencyKeys.operation, operation),
    eq(idempotencyKeys.key, key),
  );
  if (inserted.length === 0) {
    const [kept] = await tx.select().from(idempotencyKeys).where(mine);
    if (!kept?.requestHash.equals(requestHash)) {
      throw refused(
        'IDEMPOTENCY_MISMATCH',
        'idempotencyKey',
        'This idempotency key was used before with another input: take a new one.',
      );
    }
    return kept.result as T;
  }
  const result = await effect();
  await tx.update(idempotencyKeys).set({ result }).where(mine);
  return result;
}

/** As `once`, for an actor; a command has no account and no key, and a person runs it once. */
export function onceAs<T>(
  tx: Transaction,
  { accountId }: Actor,
  { key, ...call }: Omit<KeyedCall, 'accountId' | 'key'> & { readonly key: string | null },
  effect: () => Promise<T>,
): Promise<T> {
  return accountId === null || key === null ? effect() : once(tx, { ...call, accountId, key }, effect);
}
