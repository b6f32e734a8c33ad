import { sql } from 'drizzle-orm';
import type { Transaction } from '../platform/database';
import { totalledColumns } from './total-deltas';

/** Where staged rows are looked for among the payer's uses. */
export interface Matching {
  readonly payerId: string;
  readonly batchId: string;
  /** The quarters of which the payer had uses before. */
  readonly quarters: readonly string[];
}

/**
 * Finds which staged rows are uses the payer has: by the number of the transaction, else, where one of the two has no
 * number, by what the use was. Row by row over the index: what Postgres knows of a quarter that is just being filled
 * would have it read the whole of it again and again; the payer and the ids are compared as texts, so that the indexes
 * that begin with them do not seem as good as the one by the content.
 */
export async function matchUses(tx: Transaction, { payerId, quarters }: Matching): Promise<number> {
  const withHistory = sql`s.quarter = any(${sql.param(quarters)}::text[]::date[])`;
  await tx.execute(sql`
    insert into known_uses
    select s.n, s.quarter, u.use_id, u.batch_id, u.authority, u.source
    from staged_uses s cross join lateral (
      select use_id, batch_id, authority, source from uses u
      where u.payer_id = ${payerId} and u.quarter = s.quarter and u.source = 'TRANSACTION' and u.source_key = s.transaction_key
      limit 1
    ) u
    where s.transaction_key is not null and (s.number_seen or ${withHistory})`);
  await tx.execute(sql`
    insert into known_uses
    select s.n, s.quarter, u.use_id, u.batch_id, u.authority, u.source
    from staged_uses s cross join lateral (
      select use_id, batch_id, authority, source from uses u
      where u.payer_id::text = ${payerId}::text and u.quarter = s.quarter and u.content_key = s.content_key
        and (s.transaction_key is null or u.source = 'CONTENT')
      order by use_id::text limit 1
    ) u
    where ${withHistory} and not exists (select from known_uses k where k.n = s.n)`);
  const [found] = await tx.execute<{ count: string }>(sql`select count(*) from known_uses`);
  return Number(found?.count);
}

/** Finds the staged rows that bear the number of another one before them; those are one use, new or known. */
export async function matchWithinChunk(tx: Transaction, { batchId }: Matching): Promise<number> {
  const { count } = await tx.execute(sql`
    insert into known_uses
    select s.n, s.quarter, coalesce(k.use_id, f.use_id), coalesce(k.batch_id, ${batchId}), k.authority, 'TRANSACTION'
    from staged_uses s
    join (
      select distinct on (transaction_key, quarter) n, transaction_key, quarter, use_id
      from staged_uses where transaction_key is not null order by transaction_key, quarter, n
    ) f on f.transaction_key = s.transaction_key and f.quarter = s.quarter and f.n < s.n
    left join known_uses k on k.n = f.n
    where s.number_seen and not exists (select from known_uses other where other.n = s.n)`);
  return count;
}

/**
 * Puts recorded rows in the place of the payer's own uploads of the same uses: what the service records is what is
 * billed. They keep their ids, the numbers and client codes they were given since, and the upload as a sighting.
 */
export async function replaceUploaded(tx: Transaction, { payerId, batchId }: Matching): Promise<number> {
  const { count } = await tx.execute(sql`
    with first as (
      select distinct on (use_id) n, quarter, use_id from known_uses where authority = 'UPLOADED' order by use_id, n
    )
    update staged_uses s
    set use_id = u.use_id,
      transaction_id = coalesce(s.transaction_id, u.transaction_id),
      transaction_key = coalesce(s.transaction_key, case u.source when 'TRANSACTION' then u.source_key end),
      assigned_code = case when u.client_code <> u.given_client_code then u.client_code end,
      replaces = true
    from first f join uses u on u.payer_id = ${payerId} and u.quarter = f.quarter and u.use_id = f.use_id
    where s.n = f.n`);
  if (count === 0) return 0;
  await tx.execute(sql`
    with gone as (
      delete from uses u using staged_uses s
      where s.replaces and u.payer_id = ${payerId} and u.quarter = s.quarter and u.use_id = s.use_id
      returning u.*
    ), noted as (
      insert into use_sightings (payer_id, quarter, use_id, batch_id)
      select payer_id, quarter, use_id, batch_id from gone where batch_id <> ${batchId}
      on conflict do nothing
    )
    insert into changed_uses select -1, batch_id, ${totalledColumns} from gone`);
  await tx.execute(sql`delete from known_uses k using staged_uses s where s.replaces and s.n = k.n`);
  return count;
}

/** A use that was known by what it was gets the number a later source has for it, and is found by it from then on. */
export async function numberKnown(tx: Transaction, { payerId }: Matching): Promise<void> {
  await tx.execute(sql`
    update uses u set source = 'TRANSACTION', source_key = s.transaction_key, transaction_id = s.transaction_id
    from known_uses k join staged_uses s using (n)
    where k.source = 'CONTENT' and s.transaction_key is not null
      and u.payer_id = ${payerId} and u.quarter = k.quarter and u.use_id = k.use_id`);
}

/** Notes that the known ones are also in this batch. */
export async function noteSightings(tx: Transaction, { payerId, batchId }: Matching): Promise<void> {
  await tx.execute(sql`
    insert into use_sightings (payer_id, quarter, use_id, batch_id, line)
    select distinct on (k.use_id) ${payerId}::uuid, k.quarter, k.use_id, ${batchId}::uuid, s.line
    from known_uses k join staged_uses s using (n)
    where k.batch_id <> ${batchId} order by k.use_id, k.n
    on conflict do nothing`);
}
