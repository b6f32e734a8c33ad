import { sealAudit } from '@countersign/server/audit/seal';
import { verifyAudit } from '@countersign/server/audit/verify';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type AuditedDatabase, firmStream, openAuditedDatabase, sealedTrail } from './audit-trail';

const tables = ['audit_entries', 'audit_seals'];
const firmSeals = "stream_kind = 'firm'";

let audited: AuditedDatabase;
beforeAll(async () => {
  audited = await openAuditedDatabase();
  await sealedTrail(audited);
  for (const table of tables) await audited.superuser.unsafe(`create table whole_${table} as table ${table}`);
});
afterEach(async () => {
  for (const table of tables)
    await audited.tamper(`truncate ${table}; insert into ${table} select * from whole_${table}`);
});
afterAll(() => audited.close());

describe('verifying', () => {
  test('finds nothing in a whole trail', async () => {
    expect(await verifyAudit(audited.site)).toEqual([]);
  });

  const third = `${firmSeals} and entry_id = (select entry_id from audit_seals where ${firmSeals} and position = 3)`;
  const at = (position: number, reason: string) => ({ stream: `firm ${firmStream.id}`, position, reason });
  const changed = 'the entry was changed after it was sealed';

  test.each([
    ['action', "action = 'x'"],
    ['instant, by a microsecond', "at = at + interval '1 microsecond'"],
    ['actor’s kind', "actor_kind = 'account'"],
    ['actor', 'actor_account_id = gen_random_uuid()'],
    ['details', `details = jsonb_set(details, '{nested,b,0}', '2')`],
    ['details, by a key more', `details = details || '{"more": null}'`],
    ['request', "request_id = ''"],
    ['address', "address = '203.0.113.1'"],
  ])('finds and locates an entry whose %s was changed', async (_what, change) => {
    await audited.tamper(`update audit_entries set ${change} where ${third}`);
    expect(await verifyAudit(audited.site)).toEqual([at(3, changed)]);
  });

  test('finds nothing when the same details are only written in another order', async () => {
    await audited.tamper(
      `update audit_entries set details = '{"nested": {"a": true, "b": [1, null, "é"]}, "action": "three"}' where ${third}`,
    );
    expect(await verifyAudit(audited.site)).toEqual([]);
  });

  test('finds and locates a deleted entry', async () => {
    await audited.tamper(`delete from audit_entries where ${third}`);
    expect(await verifyAudit(audited.site)).toEqual([at(3, 'the sealed entry is gone')]);
  });

  test('finds and locates a deleted seal', async () => {
    await audited.tamper(`delete from audit_seals where ${firmSeals} and position = 3`);
    expect(await verifyAudit(audited.site)).toEqual([at(4, 'seal 3 is missing')]);
  });

  test('finds a deleted seal after another sealing has run', async () => {
    await audited.tamper(`delete from audit_seals where ${firmSeals} and position = 3`);
    await sealAudit(audited.site);
    expect(await verifyAudit(audited.site)).toContainEqual(at(4, 'seal 3 is missing'));
  });

  test('finds and locates a deleted first seal, and entries that lost their seals', async () => {
    await audited.tamper(`delete from audit_seals where ${firmSeals} and position = 1`);
    expect(await verifyAudit(audited.site)).toEqual([at(2, 'seal 1 is missing')]);
  });

  test('finds and locates a changed seal', async () => {
    await audited.tamper(`update audit_seals set hash = sha256('x') where ${firmSeals} and position = 3`);
    expect(await verifyAudit(audited.site)).toEqual([
      at(3, changed),
      at(4, 'the chain does not continue the seal before'),
    ]);
  });

  test('finds an entry that was changed and sealed anew, by the seal behind it', async () => {
    await audited.tamper(
      `update audit_seals set hash = sha256('x'), previous_hash = sha256('y') where ${firmSeals} and position = 3`,
    );
    expect((await verifyAudit(audited.site)).map((broken) => broken.position)).toEqual([3, 4]);
  });

  test('finds two entries that changed places', async () => {
    await audited.tamper(`
      update audit_seals set position = position + 100 where ${firmSeals} and position in (2, 3);
      update audit_seals set position = 105 - position where ${firmSeals} and position > 100`);
    expect((await verifyAudit(audited.site)).map((broken) => broken.position)).toEqual([2, 3, 4]);
  });

  test('finds each of several places, in every stream', async () => {
    await audited.tamper(`update audit_entries set action = 'x' where action in ('two', 'four')`);
    expect(await verifyAudit(audited.site)).toHaveLength(4);
  });
});
