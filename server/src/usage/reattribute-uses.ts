import type { QuarterPart } from '@countersign/shared/billing/ledger-event';
import type { HandOver } from '@countersign/shared/firms/hand-overs';
import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { type Booking, book } from '../billing/book';
import type { Transaction } from '../platform/database';
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

const temporary = ['use_moves', 'use_losses', 'use_changes'];

/**
 * The uses that change hands, as they were. A cost center that came with the interval goes with it; one that the
 * source of the use named stays with the payer whose word it is.
 */
async function findMoves(
  tx: Transaction,
  accountId: string,
  handOvers: readonly HandOver[],
): Promise<number> {
  for (const name of temporary) await tx.execute(sql`drop table if exists ${sql.identifier(name)}`);
  const stretches = handOvers.map(({ startsAt, endsAt, from, to }) => ({
    starts_at: startsAt,
    ends_at: endsAt,
    from_payer: from.payerId,
    from_center: from.costCenter,
    to_payer: to.payerId,
    to_center: to.costCenter,
  }));
  const { count } = await tx.execute(sql`
    create temp table use_moves on commit drop as
    select ${totalledColumns}, use_id, batch_id, source, source_key, content_key, given_client_code, to_payer,
      case when to_payer <> payer_id or cost_center = from_center then to_center else cost_center end as to_center,
      null::uuid as same_use, false as wins
    from uses join jsonb_to_recordset(${JSON.stringify(stretches)}::jsonb) as stretch(starts_at timestamptz,
      ends_at timestamptz, from_payer uuid, from_center text, to_payer uuid, to_center text)
      on payer_id = from_payer and at >= starts_at and (ends_at is null or at < ends_at)
    where account_id = ${accountId} and (to_payer <> payer_id or (cost_center = from_center and to_center <> from_center))`);
  if (count > 0) await tx.execute(sql`analyze use_moves`);
  return count;
}

/**
 * A use that its new payer has already is the same use: the recorded one stays, else the one that was there. The other
 * is lost into it, and its batches become places where it was also found.
 */
async function findLosses(tx: Transaction): Promise<void> {
  const same = [
    sql`u.source = 'TRANSACTION' and m.source = 'TRANSACTION' and u.source_key = m.source_key`,
    sql`(u.source = 'CONTENT' or m.source = 'CONTENT') and u.content_key = m.content_key`,
  ];
  for (const condition of same) {
    await tx.execute(sql`
      update use_moves m set same_use = u.use_id, wins = m.authority = 'RECORDED' and u.authority = 'UPLOADED'
      from uses u
      where m.to_payer <> m.payer_id and m.same_use is null
        and u.payer_id = m.to_payer and u.quarter = m.quarter and ${condition}`);
  }
  await tx.execute(sql`
    create temp table use_losses on commit drop as
    select payer_id, quarter, use_id, batch_id, same_use as into_use from use_moves where same_use is not null and not wins
    union all
    select u.payer_id, u.quarter, u.use_id, u.batch_id, m.use_id
    from use_moves m join uses u on u.payer_id = m.to_payer and u.quarter = m.quarter and u.use_id = m.same_use
    where m.wins`);
}

/** Each use that is not as it was, once with sign -1 and once, where it is still there, with sign 1. */
async function noteChanges(tx: Transaction): Promise<void> {
  await tx.execute(sql`
    create temp table use_changes on commit drop as
    select -1 as sign, batch_id, ${totalledColumns} from use_moves
    union all
    select -1, u.batch_id, ${totalledColumns} from use_losses l join uses u using (payer_id, quarter, use_id)
    where not exists (select from use_moves m where m.payer_id = l.payer_id and m.quarter = l.quarter and m.use_id = l.use_id)
    union all
    select 1, batch_id, to_payer, quarter, day, account_id, court_id,
      case when to_payer = payer_id then client_code else given_client_code end, kind, to_center, charge_cents,
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

/** 'Also in' goes with the use, and into the one it was lost to. */
async function moveSightings(tx: Transaction): Promise<void> {
  await tx.execute(sql`
    with going as (
      select m.payer_id, m.quarter, m.use_id, m.to_payer, coalesce(l.into_use, m.use_id) as to_use
      from use_moves m left join use_losses l using (payer_id, quarter, use_id) where m.to_payer <> m.payer_id
      union all
      select l.payer_id, l.quarter, l.use_id, l.payer_id, l.into_use
      from use_losses l left join use_moves m using (payer_id, quarter, use_id) where m.use_id is null
    ), gone as (
      delete from use_sightings s using going g
      where s.payer_id = g.payer_id and s.quarter = g.quarter and s.use_id = g.use_id
      returning g.to_payer, s.quarter, g.to_use, s.batch_id, s.line
    )
    insert into use_sightings (payer_id, quarter, use_id, batch_id, line)
    select * from gone
    union all
    select g.to_payer, l.quarter, l.into_use, l.batch_id, null::integer
    from use_losses l join going g using (payer_id, quarter, use_id)
    on conflict do nothing`);
}

/** Client codes given afterwards were the former payer's: the use goes with the code it came with. */
async function moveUses(tx: Transaction): Promise<void> {
  await tx.execute(sql`
    delete from assigned_uses a using use_moves m
    where m.to_payer <> m.payer_id and a.payer_id = m.payer_id and a.quarter = m.quarter and a.use_id = m.use_id`);
  await tx.execute(sql`
    delete from assigned_uses a using use_losses l
    where a.payer_id = l.payer_id and a.quarter = l.quarter and a.use_id = l.use_id`);
  await tx.execute(sql`
    delete from uses u using use_losses l
    where u.payer_id = l.payer_id and u.quarter = l.quarter and u.use_id = l.use_id`);
  await tx.execute(sql`
    update uses u set payer_id = m.to_payer, cost_center = m.to_center,
      client_code = case when m.to_payer = m.payer_id then u.client_code else u.given_client_code end
    from use_moves m
    where u.payer_id = m.payer_id and u.quarter = m.quarter and u.use_id = m.use_id`);
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
  await findLosses(tx);
  await noteChanges(tx);
  await recordTotalDeltas(tx, sql`use_changes`);
  await openBatches(tx);
  await moveSightings(tx);
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
