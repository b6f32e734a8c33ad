import { type SQL, sql } from 'drizzle-orm';
import { wrongTotals } from './total-deltas';

/** What must hold of uses and no constraint can hold; each query gives what is wrong. */
export const usageChecks: Record<string, SQL> = {
  'every use is of the payer responsible at its instant': sql`
    select u.use_id::text from uses u
    left join linkages l on l.account_id = u.account_id and u.at >= l.starts_at and (l.ends_at is null or u.at < l.ends_at)
    where u.payer_id <> coalesce(l.payer_id, u.account_id)`,
  'totals are those of the uses': wrongTotals,
  'batches hold what they say': sql`
    with held as (
      select payer_id, batch_id, quarter, count(*) as uses, sum(charge_cents) as cents from uses group by 1, 2, 3
    )
    select format('batch %s in %s', batch_id, quarter)
    from held full join usage_batch_quarters q using (payer_id, batch_id, quarter)
    where held.uses is distinct from q.uses or held.cents is distinct from q.charge_cents
    union all
    select format('batch %s', batch_id)
    from (select payer_id, batch_id, sum(uses) as uses, sum(cents) as cents from held group by 1, 2) as h
    full join usage_batches b using (payer_id, batch_id)
    where coalesce(h.uses, 0) is distinct from b.uses or coalesce(h.cents, 0) is distinct from b.charge_cents`,
};
