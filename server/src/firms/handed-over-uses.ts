import { uses } from '@countersign/drizzle/tables/usage';
import type { HandOver } from '@countersign/shared/firms/hand-overs';
import { and, count, eq, gte, lt } from 'drizzle-orm';
import type { Transaction } from '../platform/database';
import { refused } from '../platform/refusal';

/** How many uses of an account lie in a stretch that changes hands. */
export async function countHandedOver(
  tx: Transaction,
  accountId: string,
  { startsAt, endsAt, from }: HandOver,
): Promise<number> {
  const [found] = await tx
    .select({ count: count() })
    .from(uses)
    .where(
      and(
        eq(uses.accountId, accountId),
        eq(uses.payerId, from.payerId),
        gte(uses.at, startsAt),
        endsAt ? lt(uses.at, endsAt) : undefined,
      ),
    );
  return found?.count ?? 0;
}

/**
 * Refuses a change of intervals over uses there are: each belongs to whoever was responsible at its instant, and
 * moving uses with their totals and the ledger is not built yet.
 */
export async function refuseOverUses(
  tx: Transaction,
  accountId: string,
  handOvers: readonly HandOver[],
  field: 'from' | 'linkage',
): Promise<void> {
  for (const handOver of handOvers) {
    const found = await countHandedOver(tx, accountId, handOver);
    if (found === 0) continue;
    throw refused(
      'INVALID',
      field,
      `The account has ${found === 1 ? 'a use' : `${found} uses`} in the time that would change hands, and uses cannot be moved to another payer yet: choose times without uses.`,
    );
  }
}
