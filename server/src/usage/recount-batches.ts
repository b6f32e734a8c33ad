import { usageBatches, usageBatchQuarters } from '@countersign/drizzle/tables/usage';
import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../platform/database';

/**
 * Brings what batches say they hold to what they hold after uses changed. `changed` is a relation with `sign` (1 for a
 * use that is in the batch now, -1 for one that was), `payer_id`, `batch_id`, `quarter` and `charge_cents`.
 */
export async function recountBatches(
  tx: Transaction,
  payerIds: readonly string[],
  changed: SQL,
): Promise<void> {
  await tx.execute(sql`
    with changed as materialized (
      select payer_id, batch_id, quarter, sum(sign) as uses, sum(sign * charge_cents) as cents
      from ${changed} as c group by 1, 2, 3
    ), of_quarters as (
      insert into ${usageBatchQuarters} as q (payer_id, batch_id, quarter, uses, charge_cents)
      select * from changed
      on conflict (payer_id, batch_id, quarter) do update
        set uses = q.uses + excluded.uses, charge_cents = q.charge_cents + excluded.charge_cents
    )
    update ${usageBatches} b set uses = b.uses + c.uses, charge_cents = b.charge_cents + c.cents
    from (select payer_id, batch_id, sum(uses) as uses, sum(cents) as cents from changed group by 1, 2) as c
    where b.payer_id = c.payer_id and b.batch_id = c.batch_id`);
  await tx.execute(
    sql`delete from ${usageBatchQuarters} where payer_id = any(${sql.param(payerIds)}::uuid[]) and uses = 0`,
  );
}
