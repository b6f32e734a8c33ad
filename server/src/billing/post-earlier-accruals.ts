import { sql } from 'drizzle-orm';
import { systemActor } from '../platform/actor';
import type { Site } from '../platform/site';
import { postMissingAccruals } from './post-missing-accruals';

/** The payers whose ledger lacks recorded charges. */
async function payersBehind(site: Site): Promise<string[]> {
  const rows = await site.database.write(systemActor, (tx) =>
    tx.execute<{ payerId: string }>(sql`
      with recorded as (
        select payer_id, quarter, sum(recorded_cents) as cents from usage_totals_now
        where grouping = 'NONE' and period = 'QUARTER' group by payer_id, quarter),
      booked as (
        select payer_id, quarter, -sum(cents) as cents from ledger_entries
        where account = 'USAGE_REVENUE' group by payer_id, quarter)
      select distinct payer_id as "payerId" from recorded full join booked using (payer_id, quarter)
      where coalesce(recorded.cents, 0) <> coalesce(booked.cents, 0) order by payer_id`),
  );
  return rows.map((row) => row.payerId);
}

export interface AccrualsPosted {
  readonly payers: number;
  readonly journals: number;
}

/**
 * Books the batches written before the ledger existed, one transaction a payer: ended anywhere and begun again, it
 * comes to the same. A payer whose books disagree is left as he is, and told of once the others are done.
 */
export async function postEarlierAccruals(site: Site): Promise<AccrualsPosted> {
  const payers = await payersBehind(site);
  const faults: unknown[] = [];
  let journals = 0;
  for (const payerId of payers) {
    try {
      journals += await site.database.write(systemActor, (tx) => postMissingAccruals(tx, payerId));
    } catch (cause) {
      faults.push(cause);
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} ledgers could not be completed.`);
  return { payers: payers.length, journals };
}
