import type { HandOver } from '@countersign/shared/firms/hand-overs';
import { sql } from 'drizzle-orm';
import type { Transaction } from '../platform/database';
import { totalledColumns } from './total-deltas';

/** A cost center that came with the interval goes with it; one that the source of the use named stays. */
export const changesHands = sql`(to_payer <> payer_id or (cost_center = from_center and to_center <> from_center))`;

/** Stretches of time that change hands, as a table to be joined with uses of the account. */
export function stretchesTable(handOvers: readonly HandOver[]) {
  const stretches = handOvers.map(({ startsAt, endsAt, from, to }, n) => ({
    n,
    starts_at: startsAt,
    ends_at: endsAt,
    from_payer: from.payerId,
    from_center: from.costCenter,
    to_payer: to.payerId,
    to_center: to.costCenter,
  }));
  return sql`jsonb_to_recordset(${JSON.stringify(stretches)}::jsonb) as stretch(n integer, starts_at timestamptz,
    ends_at timestamptz, from_payer uuid, from_center text, to_payer uuid, to_center text)`;
}

export const isInStretch = sql`payer_id = from_payer and at >= starts_at and (ends_at is null or at < ends_at)`;

const temporary = ['use_moves', 'use_losses', 'use_changes'];

/** Puts the uses that change hands into `use_moves`, as they were and with what they will be; returns how many. */
export async function findMoves(
  tx: Transaction,
  accountId: string,
  handOvers: readonly HandOver[],
): Promise<number> {
  for (const name of temporary) await tx.execute(sql`drop table if exists ${sql.identifier(name)}`);
  const { count } = await tx.execute(sql`
    create temp table use_moves on commit drop as
    select ${totalledColumns}, use_id, batch_id, source, source_key, content_key, to_payer, to_center,
      case when to_payer = payer_id then client_code else given_client_code end as to_code,
      null::uuid as same_use, false as wins
    from uses join ${stretchesTable(handOvers)} on ${isInStretch}
    where account_id = ${accountId} and ${changesHands}`);
  if (count > 0) await tx.execute(sql`analyze use_moves`);
  return count;
}

/** By the number of the transaction, else, where one of the two has none, by what the use was. */
const sameUse = [
  sql`u.source = 'TRANSACTION' and m.source = 'TRANSACTION' and u.source_key = m.source_key`,
  sql`(u.source = 'CONTENT' or m.source = 'CONTENT') and u.content_key = m.content_key`,
];

/**
 * Finds the uses that their new payer has already, each one with one of his: the recorded one stays, else the one that
 * was there, and the other is lost into it. `use_losses` are the lost ones. What leaves the payer in the same change is
 * none of his any more.
 */
export async function findLosses(tx: Transaction): Promise<void> {
  for (const condition of sameUse) {
    await tx.execute(sql`
      with pairs as (
        select distinct on (m.to_payer, m.quarter, u.use_id) m.payer_id, m.quarter, m.use_id, u.use_id as same_use,
          m.authority = 'RECORDED' and u.authority = 'UPLOADED' as wins, m.to_code,
          case when u.client_code <> u.given_client_code then u.client_code end as assigned_code
        from use_moves m join uses u on u.payer_id = m.to_payer and u.quarter = m.quarter and ${condition}
        where m.to_payer <> m.payer_id and m.same_use is null
          and not exists (select from use_moves away
            where away.payer_id = u.payer_id and away.quarter = u.quarter and away.use_id = u.use_id)
          and not exists (select from use_moves taken
            where taken.to_payer = u.payer_id and taken.quarter = u.quarter and taken.same_use = u.use_id)
        order by m.to_payer, m.quarter, u.use_id, m.source, m.use_id
      ), one_each as (
        select distinct on (payer_id, quarter, use_id) * from pairs order by payer_id, quarter, use_id, same_use
      )
      update use_moves m set same_use = o.same_use, wins = o.wins,
        to_code = case when o.wins then coalesce(o.assigned_code, m.to_code) else m.to_code end
      from one_each o where m.payer_id = o.payer_id and m.quarter = o.quarter and m.use_id = o.use_id`);
  }
  await tx.execute(sql`
    create temp table use_losses on commit drop as
    select payer_id, quarter, use_id, batch_id, to_payer as into_payer, same_use as into_use
    from use_moves where same_use is not null and not wins
    union all
    select u.payer_id, u.quarter, u.use_id, u.batch_id, u.payer_id, m.use_id
    from use_moves m join uses u on u.payer_id = m.to_payer and u.quarter = m.quarter and u.use_id = m.same_use
    where m.wins`);
}
