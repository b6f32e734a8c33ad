import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';

export interface BatchOfUses {
  readonly payerId: string;
  readonly batchId?: string;
  readonly authority?: 'RECORDED' | 'UPLOADED';
  /** Charges by the first day of their quarter, one use each. */
  readonly charges: readonly (readonly [quarter: string, cents: number])[];
}

/** What changes the total of a payer's quarter, which is all of the totals that the ledger looks at. */
export const totalDelta = (change: {
  payerId: string;
  quarter: string;
  changeId: string;
  uses: number;
  cents: number;
  recordedCents: number;
}) => `
  insert into usage_total_deltas (payer_id, quarter, grouping, period, starts_on, account_id, court_id, client_code, kind,
    cost_center, change_id, line, uses, charge_cents, access_cents, recorded_uses, recorded_cents, exempt_uses,
    differing_uses, difference_cents, uncoded_uses, uncoded_cents)
  values ('${change.payerId}', '${change.quarter}', 'NONE', 'QUARTER', '${change.quarter}',
    '00000000-0000-0000-0000-000000000000', '', '', '', '', '${change.changeId}', 1, ${change.uses}, ${change.cents},
    ${change.cents}, ${change.recordedCents === 0 ? 0 : change.uses}, ${change.recordedCents}, 0, 0, 0, ${change.uses},
    ${change.cents})`;

/** Writes uses with their batch and totals and nothing else, as was done before there was a ledger. */
export async function writeUnbooked(superuser: postgres.Sql, batch: BatchOfUses): Promise<string> {
  const { payerId, batchId = randomUUID(), authority = 'RECORDED', charges } = batch;
  const total = charges.reduce((sum, [, cents]) => sum + cents, 0);
  const recorded = authority === 'RECORDED';
  await superuser.begin(async (tx) => {
    await tx`insert into usage_batches (payer_id, batch_id, authority, origin, at, uses, charge_cents)
      values (${payerId}, ${batchId}, ${authority}, 'FILE', '2026-02-03 12:00Z', ${charges.length}, ${total})`;
    for (const [quarter, cents] of charges) {
      const useId = randomUUID();
      await tx`select usage_partition_ensure(${quarter}::date)`;
      await tx`insert into uses (payer_id, quarter, use_id, account_id, at, time_known, day, kind, given_client_code,
          client_code, cost_center, charge_cents, verdict, authority, batch_id, source, source_key, content_key)
        values (${payerId}, ${quarter}, ${useId}, ${useId}, ${quarter}, true, ${quarter}, 'DOCUMENT', '', '', '', ${cents},
          'EQUAL', ${authority}, ${batchId}, 'CONTENT', ${Buffer.from(useId)}, ${Buffer.from(useId)})`;
      await tx`insert into usage_batch_quarters values (${payerId}, ${batchId}, ${quarter}, 1, ${cents})
        on conflict (payer_id, batch_id, quarter) do update
          set uses = usage_batch_quarters.uses + 1, charge_cents = usage_batch_quarters.charge_cents + ${cents}`;
      const recordedCents = recorded ? cents : 0;
      await tx.unsafe(totalDelta({ payerId, quarter, changeId: useId, uses: 1, cents, recordedCents }));
    }
  });
  return batchId;
}
