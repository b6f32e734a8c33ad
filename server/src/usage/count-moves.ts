import type { HandOver } from '@countersign/shared/firms/hand-overs';
import { sql } from 'drizzle-orm';
import type { Transaction } from '../platform/database';
import { changesHands, isInStretch, stretchesTable } from './find-moves';

/** What of an account’s uses lies in a stretch that changes hands. */
export interface CountedUses {
  readonly uses: number;
  readonly chargeCents: number;
}

/** Counts for each stretch, in their order, the uses that would change hands. */
export async function countMoves(
  tx: Transaction,
  accountId: string,
  handOvers: readonly HandOver[],
): Promise<CountedUses[]> {
  const rows = await tx.execute<{ n: number; uses: string; cents: string }>(sql`
    select n, count(*) as uses, sum(charge_cents) as cents
    from uses join ${stretchesTable(handOvers)} on ${isInStretch}
    where account_id = ${accountId} and ${changesHands} group by n`);
  const found = new Map(
    rows.map(({ n, uses, cents }) => [n, { uses: Number(uses), chargeCents: Number(cents) }]),
  );
  return handOvers.map((_, n) => found.get(n) ?? { uses: 0, chargeCents: 0 });
}
