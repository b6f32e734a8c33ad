import { uses } from '@countersign/drizzle/tables/usage';
import type { QuarterPart } from '@countersign/shared/billing/ledger-event';
import type { HandOver } from '@countersign/shared/firms/hand-overs';
import { getTableColumns, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { type Booking, book } from '../billing/book';
import { postMissingAccruals } from '../billing/post-missing-accruals';
import type { Transaction } from '../platform/database';
import { findLosses, findMoves } from './find-moves';
import { lockUsage } from './lock-usage';
import { recountBatches } from './recount-batches';
import { recordTotalDeltas, totalledColumns } from './total-deltas';
import { tellUsageChanged } from './usage-changed';

/** What a change of an account's intervals moved. */
export interface ReattributedUses {
  /** Uses that have another payer now. */
  readonly moved: number;
  /** Those among them that the other payer had already, and which are one use now. */
  readonly collapsed: number;
  /** Uses that stayed with their payer under another cost center. */
  readonly recentered: number;
  readonly chargeCents: number;
}

/** Each use that is not as it was, once with sign -1 and once, where it is still there, with sign 1. */
async function noteChanges(tx: Transaction): Promise<void> {
  await tx.execute(sql`
    create temp table use_changes on commit drop as
    select -1 as sign, batch_id, ${totalledColumns} from use_moves
    union all
    select -1, u.batch_id, ${totalledColumns} from use_losses l join uses u using (payer_id, quarter, use_id)
    where l.into_payer = l.payer_id
    union all
    select 1, batch_id, to_payer, quarter, day, account_id, court_id, to_code, kind, to_center, charge_cents,
      expected_cents, authority, exempt, verdict
    from use_moves where same_use is null or wins`);
}

/** The new payer gets a batch of the same id for what comes to him: when and how, without the other's file and people. */
async function openBatches(tx: Transaction): Promise<void> {
  await tx.execute(sql`
    insert into usage_batches (payer_id, batch_id, authority, origin, at, uses, charge_cents)
    select distinct m.to_payer, b.batch_id, b.authority, b.origin, b.at, 0, 0
    from use_moves m
    join lateral (
      select m.batch_id
      union
      select s.batch_id from use_sightings s
      where s.payer_id = m.payer_id and s.quarter = m.quarter and s.use_id = m.use_id
    ) as found on true
    join usage_batches b on b.payer_id = m.payer_id and b.batch_id = found.batch_id
    where m.to_payer <> m.payer_id
    on conflict do nothing`);
}

/** 'Also in' goes with the use, and into the one it was lost to; a use is not also in its own batch. */
async function moveSightings(tx: Transaction): Promise<void> {
  await tx.execute(sql`
    with going as (
      select payer_id, quarter, use_id, batch_id, to_payer, use_id as to_use, false as lost
      from use_moves where to_payer <> payer_id and (same_use is null or wins)
      union all
      select payer_id, quarter, use_id, batch_id, into_payer, into_use, true from use_losses
    ), gone as (
      delete from use_sightings s using going g
      where s.payer_id = g.payer_id and s.quarter = g.quarter and s.use_id = g.use_id
      returning g.to_payer, s.quarter, g.to_use, s.batch_id, s.line
    ), found as (
      select * from gone
      union all
      select to_payer, quarter, to_use, batch_id, null from going where lost
    )
    insert into use_sightings (payer_id, quarter, use_id, batch_id, line)
    select * from found f
    where not exists (select from use_moves m
        where m.to_payer = f.to_payer and m.quarter = f.quarter and m.use_id = f.to_use and m.batch_id = f.batch_id)
      and not exists (select from uses u
        where u.payer_id = f.to_payer and u.quarter = f.quarter and u.use_id = f.to_use and u.batch_id = f.batch_id)
    on conflict do nothing`);
}

/**
 * Client codes given afterwards were the former payer's and stay behind. Those that the new payer gave to his upload
 * are of the recorded use that comes in its place.
 */
async function moveAssignments(tx: Transaction): Promise<void> {
  await tx.execute(sql`
    with gone as (
      delete from assigned_uses a
      using (select payer_id, quarter, use_id, null::uuid as into_use from use_moves where to_payer <> payer_id
        union all
        select payer_id, quarter, use_id, into_use from use_losses where into_payer = payer_id) as left_behind
      where a.payer_id = left_behind.payer_id and a.quarter = left_behind.quarter and a.use_id = left_behind.use_id
      returning a.*, left_behind.into_use
    )
    insert into assigned_uses (payer_id, quarter, use_id, assignment_id, before)
    select payer_id, quarter, into_use, assignment_id, before from gone where into_use is not null`);
}

const changedColumns: Record<string, string> = {
  payer_id: 'to_payer',
  cost_center: 'to_center',
  client_code: 'to_code',
};
const columns = Object.values(getTableColumns(uses)).map(({ name }) => name);

/** All leave before any come: two payers may change places with the same transaction. */
async function moveUses(tx: Transaction): Promise<void> {
  await tx.execute(sql`
    delete from uses u using use_losses l
    where u.payer_id = l.payer_id and u.quarter = l.quarter and u.use_id = l.use_id`);
  await tx.execute(sql`
    with gone as (
      delete from uses u using use_moves m
      where u.payer_id = m.payer_id and u.quarter = m.quarter and u.use_id = m.use_id
      returning u.*, m.to_payer, m.to_center, m.to_code
    )
    insert into uses (${sql.raw(columns.join(', '))})
    select ${sql.raw(columns.map((name) => changedColumns[name] ?? name).join(', '))} from gone order by at, use_id`);
}

/** What of recorded charges left one payer and came to another is booked as one thing. */
async function bookMoves(tx: Transaction, at: Date): Promise<void> {
  const movesOfPayers = await tx.execute<{ payerId: string; parts: QuarterPart[] }>(sql`
    select payer_id as "payerId", json_agg(json_build_object('quarter', quarter, 'cents', cents) order by quarter) as parts
    from (select payer_id, quarter, sum(sign * charge_cents) as cents
      from use_changes where authority = 'RECORDED' group by 1, 2) as changed
    where cents <> 0 group by 1 order by 1`);
  const commonId = uuidv7();
  const bookings = movesOfPayers.map(
    ({ payerId, parts }): Booking => ({
      payerId,
      sourceId: commonId,
      commonId,
      at,
      event: { kind: 'REATTRIBUTION', parts },
    }),
  );
  await book(tx, bookings);
}

/**
 * Moves an account's uses to whoever answers for them now that its intervals were set or corrected: with their
 * sightings, totals, batches and, where they are billed, the ledger. Called in the transaction that changed the
 * intervals, after it changed them, by an actor that is the site.
 */
export async function reattributeUses(
  tx: Transaction,
  accountId: string,
  handOvers: readonly HandOver[],
  at: Date,
): Promise<ReattributedUses> {
  const payers = handOvers.flatMap(({ from, to }) => [from.payerId, to.payerId]);
  await lockUsage(tx, payers);
  if ((await findMoves(tx, accountId, handOvers)) === 0)
    return { moved: 0, collapsed: 0, recentered: 0, chargeCents: 0 };
  for (const payerId of new Set(payers)) await postMissingAccruals(tx, payerId);
  await findLosses(tx);
  await noteChanges(tx);
  await recordTotalDeltas(tx, sql`use_changes`);
  await openBatches(tx);
  await moveSightings(tx);
  await moveAssignments(tx);
  await moveUses(tx);
  await recountBatches(tx, payers, sql`use_changes`);
  await bookMoves(tx, at);
  await tellUsageChanged(tx, payers);
  const [done] = await tx.execute<Record<keyof ReattributedUses, string>>(sql`
    select count(*) filter (where to_payer <> payer_id) as moved, count(same_use) as collapsed,
      count(*) filter (where to_payer = payer_id) as recentered,
      coalesce(sum(charge_cents) filter (where to_payer <> payer_id), 0) as "chargeCents"
    from use_moves`);
  return {
    moved: Number(done?.moved),
    collapsed: Number(done?.collapsed),
    recentered: Number(done?.recentered),
    chargeCents: Number(done?.chargeCents),
  };
}
