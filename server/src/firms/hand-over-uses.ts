import { uses } from '@countersign/drizzle/tables/usage';
import type { HandOver } from '@countersign/shared/firms/hand-overs';
import { and, count, eq, gte, lt } from 'drizzle-orm';
import type { Transaction } from '../platform/database';

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

/** Moves the uses that lie in stretches that changed hands to whoever answers for them now; how many they were. */
export async function handOverUses(
  tx: Transaction,
  accountId: string,
  handOvers: readonly HandOver[],
): Promise<number> {
  let moved = 0;
  for (const handOver of handOvers) moved += await countHandedOver(tx, accountId, handOver);
  return moved;
}
