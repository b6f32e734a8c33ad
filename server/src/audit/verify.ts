import type { SealedEntry } from '@countersign/shared/audit/entry';
import { sql } from 'drizzle-orm';
import { systemActor } from '../platform/actor';
import type { Site } from '../platform/site';
import { sealedColumns, sealHash } from './seal';

/** A place where the trail is not what was sealed. */
export interface BrokenSeal {
  readonly stream: string;
  readonly position: number;
  readonly reason: string;
}

interface SealRow extends Record<string, unknown> {
  kind: string;
  id: string;
  position: string;
  sealedEntryId: string;
  previousHash: Buffer;
  hash: Buffer;
}

const rowsAtOnce = 5000;

function faultOf(row: SealRow & SealedEntry, before: { position: number; hash: Buffer }): string | null {
  if (Number(row.position) !== before.position + 1) return `seal ${before.position + 1} is missing`;
  if (!row.previousHash.equals(before.hash)) return 'the chain does not continue the seal before';
  if (row.entryId === null) return 'the sealed entry is gone';
  if (!sealHash(row.previousHash, row).equals(row.hash)) return 'the entry was changed after it was sealed';
  return null;
}

/** Walks every stream's chain and reports each place that does not hold; an empty list is a whole trail. */
export async function verifyAudit(site: Site): Promise<BrokenSeal[]> {
  const broken: BrokenSeal[] = [];
  let at = { kind: '', id: '', position: 0 };
  let before: { position: number; hash: Buffer } = { position: 0, hash: Buffer.alloc(32) };
  for (;;) {
    const rows = await site.database.write(systemActor, (tx) =>
      tx.execute<SealRow & SealedEntry>(sql`
        select s.stream_kind as kind, s.stream_id as id, s.position, s.entry_id as "sealedEntryId",
          s.previous_hash as "previousHash", s.hash, ${sealedColumns}
        from audit_seals s
        left join audit_entries e on e.stream_kind = s.stream_kind and e.stream_id = s.stream_id and e.entry_id = s.entry_id
        where (s.stream_kind, s.stream_id, s.position) > (${at.kind}, ${at.id}, ${at.position})
        order by s.stream_kind, s.stream_id, s.position limit ${rowsAtOnce}`),
    );
    for (const row of rows) {
      if (row.kind !== at.kind || row.id !== at.id) before = { position: 0, hash: Buffer.alloc(32) };
      const reason = faultOf(row, before);
      if (reason) broken.push({ stream: `${row.kind} ${row.id}`, position: Number(row.position), reason });
      at = { kind: row.kind, id: row.id, position: Number(row.position) };
      before = { position: at.position, hash: row.hash };
    }
    if (rows.length < rowsAtOnce) return broken;
  }
}
