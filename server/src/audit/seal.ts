import { createHash } from 'node:crypto';
import { auditSeals } from '@countersign/drizzle/tables/audit';
import { canonicalEntry, type SealedEntry, type Stream } from '@countersign/shared/audit/entry';
import { sql } from 'drizzle-orm';
import { systemActor } from '../platform/actor';
import type { Transaction } from '../platform/database';
import type { Site } from '../platform/site';

const firstHash = Buffer.alloc(32);

/** Entries younger than this may still have older ones uncommitted beside them. */
const settleSeconds = 5;
const entriesAtOnce = 1000;

/** The hash that seals an entry behind the one before it. */
export function sealHash(previous: Buffer, entry: SealedEntry): Buffer {
  return createHash('sha256').update(previous).update(canonicalEntry(entry)).digest();
}

/** The columns of an entry as it is sealed; the instant as UTC text to the microsecond. */
export const sealedColumns =
  sql.raw(`e.stream_kind as "streamKind", e.stream_id as "streamId", e.entry_id as "entryId",
  to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, e.actor_kind as "actorKind",
  e.actor_account_id as "actorAccountId", e.action, e.details, e.request_id as "requestId", e.address`);

async function sealStream(tx: Transaction, stream: Stream, at: Date): Promise<number> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`seal ${stream.kind} ${stream.id}`}, 0))`,
  );
  const [last] = await tx.execute<{ position: string; hash: Buffer }>(sql`
    select position, hash from audit_seals
    where stream_kind = ${stream.kind} and stream_id = ${stream.id} order by position desc limit 1`);
  const entries = await tx.execute<SealedEntry & Record<string, unknown>>(sql`
    select ${sealedColumns} from audit_entries e
    where e.stream_kind = ${stream.kind} and e.stream_id = ${stream.id}
      and e.at < ${new Date(at.getTime() - settleSeconds * 1000).toISOString()}
      and not exists (select from audit_seals s where s.stream_kind = e.stream_kind and s.stream_id = e.stream_id
        and s.entry_id = e.entry_id)
    order by e.entry_id limit ${entriesAtOnce}`);
  let previousHash = last?.hash ?? firstHash;
  let position = Number(last?.position ?? 0);
  const seals = entries.map((entry) => {
    const hash = sealHash(previousHash, entry);
    position += 1;
    const seal = {
      streamKind: stream.kind,
      streamId: stream.id,
      position,
      entryId: entry.entryId,
      previousHash,
      hash,
      sealedAt: at,
    };
    previousHash = hash;
    return seal;
  });
  if (seals.length > 0) await tx.insert(auditSeals).values(seals);
  return seals.length;
}

async function streamsToSeal(site: Site): Promise<Stream[]> {
  return site.database.write(systemActor, (tx) =>
    tx.execute<Stream & Record<string, unknown>>(sql`
      select distinct e.stream_kind as kind, e.stream_id as id from audit_entries e
      where not exists (select from audit_seals s where s.stream_kind = e.stream_kind and s.stream_id = e.stream_id
        and s.entry_id = e.entry_id)`),
  );
}

/** Seals what has been written since the last time, one transaction a stream; returns how many entries. */
export async function sealAudit(site: Site): Promise<number> {
  let sealed = 0;
  for (const stream of await streamsToSeal(site)) {
    const at = site.clock.now();
    for (let more = entriesAtOnce; more === entriesAtOnce; sealed += more) {
      more = await site.database.write(systemActor, (tx) => sealStream(tx, stream, at));
    }
  }
  return sealed;
}
