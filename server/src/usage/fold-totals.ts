import { usageTotalDeltas, usageTotals } from '@countersign/drizzle/tables/usage';
import { getTableColumns, sql } from 'drizzle-orm';
import { jobActor } from '../platform/actor';
import type { Transaction } from '../platform/database';
import type { Site } from '../platform/site';

const columns = Object.values(getTableColumns(usageTotals)).map(({ name }) => name);
const keys = columns.slice(0, columns.indexOf('uses'));
const measures = columns.slice(keys.length);

const folding = (payerId: string, quarter: string) => sql`
  with taken as (
    delete from ${usageTotalDeltas} where payer_id = ${payerId} and quarter = ${quarter} returning *
  ), folded as (
    insert into ${usageTotals} as t (${sql.raw(columns.join(', '))})
    select ${sql.raw([...keys, ...measures.map((name) => `sum(${name})`)].join(', '))}
    from taken group by ${sql.raw(keys.join(', '))}
    on conflict (${sql.raw(keys.join(', '))}) do update
      set ${sql.raw(measures.map((name) => `${name} = t.${name} + excluded.${name}`).join(', '))}
    returning uses
  )
  select coalesce(bool_or(uses <= 0), false) as emptied from folded`;

/** What nothing is left of. */
async function dropEmpty(tx: Transaction, payerId: string, quarter: string): Promise<void> {
  await tx.execute(
    sql`delete from ${usageTotals} where payer_id = ${payerId} and quarter = ${quarter} and uses = 0`,
  );
}

/**
 * Adds a payer's deltas to his totals, a quarter at a time. A delta is gone in the same instant in which it is in the
 * totals, so that whoever reads both in one statement has the right sum at any time.
 */
export async function foldTotals(site: Site, payerId: string): Promise<void> {
  const actor = jobActor(payerId);
  const quarters = await site.database.write(actor, (tx) =>
    tx.execute<{ quarter: string }>(
      sql`select distinct quarter::text from ${usageTotalDeltas} where payer_id = ${payerId} order by 1`,
    ),
  );
  for (const { quarter } of quarters) {
    await site.database.write(actor, async (tx) => {
      // Two folds of the same totals would wait for each other's rows.
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`fold ${payerId}`}, 0))`);
      const [done] = await tx.execute<{ emptied: boolean }>(folding(payerId, quarter));
      if (done?.emptied) await dropEmpty(tx, payerId, quarter);
    });
  }
}
