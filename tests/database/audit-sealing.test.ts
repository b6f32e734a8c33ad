import { sealAudit } from '@countersign/server/audit/seal';
import { verifyAudit } from '@countersign/server/audit/verify';
import { siteStream } from '@countersign/shared/audit/entry';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type AuditedDatabase, firmStream, openAuditedDatabase, sealedTrail } from './audit-trail';

let audited: AuditedDatabase;
beforeEach(async () => {
  audited = await openAuditedDatabase();
});
afterEach(() => audited.close());

const chain = (kind: string) => audited.superuser<{ position: string; action: string; linked: boolean }[]>`
  select s.position, e.action,
    s.previous_hash = coalesce(lag(s.hash) over (order by s.position), decode(repeat('00', 32), 'hex')) as linked
  from audit_seals s left join audit_entries e using (stream_kind, stream_id, entry_id)
  where s.stream_kind = ${kind} order by s.position`;

describe('sealing', () => {
  test('chains each stream by itself, in the order it was written', async () => {
    await sealedTrail(audited);
    const seals = await chain('firm');
    expect(seals.map((seal) => seal.action)).toEqual(['one', 'two', 'three', 'four', 'five']);
    expect(seals.map((seal) => Number(seal.position))).toEqual([1, 2, 3, 4, 5]);
    expect(seals.every((seal) => seal.linked)).toBe(true);
    expect((await chain('site')).length).toBeGreaterThan(5);
    expect(await verifyAudit(audited.site)).toEqual([]);
  });

  test('again seals only what is new, behind what was sealed', async () => {
    await sealedTrail(audited);
    expect(await sealAudit(audited.site)).toBe(0);
    await audited.note(firmStream, ['six', 'seven']);
    expect(await sealAudit(audited.site)).toBe(2);
    expect((await chain('firm')).map((seal) => seal.action).slice(4)).toEqual(['five', 'six', 'seven']);
    expect(await verifyAudit(audited.site)).toEqual([]);
  });

  test('leaves an entry to settle, since an older one may still be uncommitted', async () => {
    await sealedTrail(audited);
    await audited.note(firmStream, ['six']);
    audited.site.clock.advance(-58);
    expect(await sealAudit(audited.site)).toBe(0);
    audited.site.clock.advance(4);
    expect(await sealAudit(audited.site)).toBe(1);
  });

  test('by four at once seals each entry once and forks no chain', async () => {
    await audited.note(
      siteStream,
      Array.from({ length: 30 }, (_, i) => `entry ${i}`),
    );
    await audited.note(
      firmStream,
      Array.from({ length: 30 }, (_, i) => `entry ${i}`),
    );
    const sealed = await Promise.all([1, 2, 3, 4].map(() => sealAudit(audited.site)));
    const [entries] = await audited.superuser`select count(*)::int as rows from audit_entries`;
    expect(sealed.reduce((sum, rows) => sum + rows, 0)).toBe(entries?.rows);
    const seals = await chain('firm');
    expect(seals.map((seal) => Number(seal.position))).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
    expect(seals.every((seal) => seal.linked)).toBe(true);
    expect(await verifyAudit(audited.site)).toEqual([]);
  });

  test('goes on past a thousand entries of one stream', async () => {
    await audited.superuser.unsafe(`insert into audit_entries select 'firm', '${firmStream.id}', gen_random_uuid(),
      now() - interval '1 day', 'system', null, 'test', '{}' from generate_series(1, 2100)`);
    await sealAudit(audited.site);
    expect(await chain('firm')).toHaveLength(2100);
    expect(await verifyAudit(audited.site)).toEqual([]);
  });
});
