import { sql } from 'drizzle-orm';
import type { Transaction } from '../platform/database';
import { book } from './book';

interface MissingRow extends Record<string, unknown> {
  quarter: string;
  behind: string;
  batchId: string | null;
  cents: string | null;
  at: Date | string | null;
}

/**
 * The batches of a payer that no journal has, in the quarters whose recorded charges the ledger has not. Totals tell
 * which quarters those are, so that a payer with nothing missing costs no look at his uses.
 */
function findMissing(tx: Transaction, payerId: string) {
  return tx.execute<MissingRow>(sql`
    with recorded as (
      select quarter, sum(recorded_cents)::bigint as cents from usage_totals_now
      where payer_id = ${payerId} and grouping = 'NONE' and period = 'QUARTER' group by quarter),
    booked as (
      select quarter, -sum(cents)::bigint as cents from ledger_entries
      where payer_id = ${payerId} and account = 'USAGE_REVENUE' group by quarter),
    lagging as (
      select quarter, coalesce(recorded.cents, 0) - coalesce(booked.cents, 0) as behind
      from recorded full join booked using (quarter)
      where coalesce(recorded.cents, 0) <> coalesce(booked.cents, 0))
    select lagging.quarter::text as quarter, lagging.behind, missing.batch_id as "batchId", missing.cents, batches.at
    from lagging
    left join lateral (
      select u.batch_id, sum(u.charge_cents)::bigint as cents from uses u
      where u.payer_id = ${payerId} and u.quarter = lagging.quarter and u.authority = 'RECORDED'
        and not exists (
          select from ledger_journals j where j.payer_id = ${payerId} and j.kind = 'ACCRUAL'
            and j.source_id = u.batch_id and j.quarter = u.quarter)
      group by u.batch_id having sum(u.charge_cents) <> 0) as missing on true
    left join usage_batches batches on batches.payer_id = ${payerId} and batches.batch_id = missing.batch_id
    order by lagging.quarter, batches.at, missing.batch_id`);
}

function refuseGaps(payerId: string, rows: readonly MissingRow[]): void {
  for (const quarter of new Set(rows.map((row) => row.quarter))) {
    const mine = rows.filter((row) => row.quarter === quarter);
    const found = mine.reduce((sum, row) => sum + Number(row.cents), 0);
    const behind = Number(mine[0]?.behind);
    if (found !== behind)
      throw new Error(
        `The ledger of payer ${payerId} lacks ${behind} cents of ${quarter}, and his batches without a journal come to ${found}.`,
      );
  }
}

/** Books the batches of a payer that were written before the ledger existed; returns how many journals it took. */
export async function postMissingAccruals(tx: Transaction, payerId: string): Promise<number> {
  const rows = await findMissing(tx, payerId);
  refuseGaps(payerId, rows);
  const booked = await book(
    tx,
    rows.map(({ quarter, batchId, cents, at }) => {
      if (!batchId || !at) throw new Error(`Recorded uses of payer ${payerId} have no batch.`);
      return {
        payerId,
        sourceId: batchId,
        at: new Date(at),
        event: { kind: 'ACCRUAL', quarter, cents: Number(cents) },
      };
    }),
  );
  return booked.filter((one) => one.posted).length;
}
