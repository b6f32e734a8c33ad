import { randomUUID } from 'node:crypto';
import { accountActor, systemActor } from '@countersign/server/platform/actor';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { stateOf } from '../support/sql';
import { firmOf, idOf } from './actors';
import { openSecuredDatabase, type SecuredDatabase } from './secured-database';

const refusedByPolicy = '42501';
const call = { address: null, requestId: null };

let db: SecuredDatabase;
beforeAll(async () => {
  db = await openSecuredDatabase();
});
afterEach(async () => {
  await db.superuser`delete from linkages where remark = 'a test'`;
});
afterAll(() => db.close());

const ada = () => db.actor('attorney.demo');
const farah = () => db.actor('firmadmin.demo');
const otherAdministrator = () => db.actor('firmadmin.two');

/** Lets Farah's firm answer for Ada since 2024; for ever where no end is given. */
const link = (endsAt: string | null = null) =>
  db.superuser`insert into linkages (account_id, linkage_id, payer_id, starts_at, ends_at, remark, set_at)
    values (${idOf(ada())}, ${randomUUID()}, ${firmOf(farah())}, '2024-01-01Z', ${endsAt}, 'a test', now())`;

const idsOf = async (who: ReturnType<typeof ada>, statement: string) =>
  (await db.rowsAs(who, statement)).map((row) => row.id);

describe('who sees linkages', () => {
  const linkages = `select linkage_id as id from linkages where remark = 'a test'`;

  test('the firm, the person linked and the site do; another firm and another person do not', async () => {
    await link();
    for (const who of [farah(), ada(), db.actor('operator.demo'), systemActor])
      expect(await idsOf(who, linkages)).toHaveLength(1);
    for (const who of [otherAdministrator(), db.actor('legacy.demo'), db.actor('clerk.mowd')])
      expect(await idsOf(who, linkages)).toEqual([]);
  });

  test('the firm still does after the link has ended', async () => {
    await link('2024-06-01Z');
    expect(await idsOf(farah(), linkages)).toHaveLength(1);
  });

  test('neither the firm nor the person sets, corrects or ends one', async () => {
    await link();
    for (const who of [farah(), ada()]) {
      const insert = `insert into linkages (account_id, linkage_id, payer_id, starts_at, ends_at, set_at)
        values ('${idOf(ada())}', '${randomUUID()}', '${firmOf(farah())}', '2020-01-01', '2020-02-01', now())`;
      expect(await stateOf(db.rowsAs(who, insert))).toBe(refusedByPolicy);
      expect(await idsOf(who, 'update linkages set ends_at = null returning linkage_id as id')).toEqual([]);
      expect(await idsOf(who, 'delete from linkages returning linkage_id as id')).toEqual([]);
    }
  });
});

describe('what a link shows of the other', () => {
  const seenOf = (accountId: string) => `
    select (select count(*)::int from accounts where account_id = '${accountId}') as name,
      (select count(*)::int from usernames where account_id = '${accountId}') as username,
      (select count(*)::int from credentials where account_id = '${accountId}') as secret,
      (select count(*)::int from sessions where account_id = '${accountId}') as session,
      (select count(*)::int from role_grants where account_id = '${accountId}') as role`;

  test('a firm sees name and username of whom it answers or answered for, and nothing else', async () => {
    const nothing = { name: 0, username: 0, secret: 0, session: 0, role: 0 };
    expect(await db.rowsAs(farah(), seenOf(idOf(ada())))).toEqual([nothing]);
    await link('2024-06-01Z');
    expect(await db.rowsAs(farah(), seenOf(idOf(ada())))).toEqual([{ ...nothing, name: 1, username: 1 }]);
    expect(await db.rowsAs(otherAdministrator(), seenOf(idOf(ada())))).toEqual([nothing]);
  });

  test('a person sees the firm that pays for him, and not who works there', async () => {
    const firms = 'select payer_id as id from firms';
    expect(await idsOf(ada(), firms)).toEqual([]);
    await link();
    expect(await idsOf(ada(), firms)).toEqual([firmOf(farah())]);
    expect(await db.rowsAs(ada(), seenOf(idOf(farah())))).toMatchObject([{ name: 0, role: 0 }]);
  });
});

describe('a person linked to a firm', () => {
  const used = async (payerId: string, accountId: string) => {
    await db.superuser.unsafe(`
      insert into uses select '${payerId}', quarter, gen_random_uuid(), '${accountId}', court_id, at, time_known, day, kind,
          'A-1', 'A-1', '', null, null, 'of a test', null, null, 1, null, 1, 10, 10, null, 'EQUAL', null, null, null,
          authority, batch_id, 'CONTENT', gen_random_uuid()::text::bytea, null, '\\x01'
        from uses where payer_id = '${payerId}' limit 1;
      insert into usage_totals values ('${payerId}', '2024-01-01', 'ACCOUNT_CLIENT', 'QUARTER', '2024-01-01',
        '${accountId}', '', 'A-1', '', '', 1, 10, 10, 0, 0, 0, 0, 0, 0, 0);`);
  };

  test('sees his own uses and their totals whoever paid, and never a colleague’s or the firm’s', async () => {
    const firm = firmOf(farah());
    await used(firm, idOf(ada()));
    await used(firm, idOf(db.actor('legacy.demo')));
    const uses = `select account_id as id from uses where payer_id = '${firm}'`;
    const totals = `select account_id as id from usage_totals_now where payer_id = '${firm}'`;
    expect(await idsOf(ada(), uses)).toEqual([idOf(ada())]);
    expect(await idsOf(ada(), totals)).toEqual([idOf(ada())]);
    expect(await idsOf(farah(), uses)).toHaveLength(3);
    expect(await idsOf(otherAdministrator(), uses)).toEqual([]);
    expect(await idsOf(otherAdministrator(), totals)).toEqual([]);
    const grouping = `select distinct grouping as id from usage_totals_now where payer_id = '${firm}'`;
    expect(await idsOf(ada(), grouping)).toEqual(['ACCOUNT_CLIENT']);
  });

  test('sees nothing of the batches, sightings, imports and assignments of the firm', async () => {
    await link();
    const firm = firmOf(farah());
    for (const table of [
      'usage_batches',
      'usage_batch_quarters',
      'use_sightings',
      'usage_imports',
      'import_mappings',
      'client_code_assignments',
      'assigned_uses',
    ]) {
      const rows = `select payer_id as id from ${table} where payer_id = '${firm}'`;
      expect(await idsOf(farah(), rows), table).not.toEqual([]);
      expect(await idsOf(ada(), rows), table).toEqual([]);
    }
  });

  test('changes none of his uses that the firm pays for', async () => {
    const change = `update uses set client_code = 'mine' where payer_id = '${firmOf(farah())}' returning use_id as id`;
    expect(await idsOf(ada(), change)).toEqual([]);
    expect(await idsOf(farah(), change)).not.toEqual([]);
  });
});

describe('writing usage', () => {
  const batchOf = (payerId: string) =>
    `insert into usage_batches (payer_id, batch_id, authority, origin, at, uses, charge_cents)
      values ('${payerId}', '${randomUUID()}', 'UPLOADED', 'FILE', now(), 0, 0)`;

  test('a payer writes for himself, and for nobody else', async () => {
    expect(await stateOf(db.rowsAs(farah(), batchOf(firmOf(farah()))))).toBeNull();
    expect(await stateOf(db.rowsAs(farah(), batchOf(idOf(farah()))))).toBeNull();
    expect(await stateOf(db.rowsAs(farah(), batchOf(idOf(ada()))))).toBe(refusedByPolicy);
    expect(await stateOf(db.rowsAs(otherAdministrator(), batchOf(firmOf(farah()))))).toBe(refusedByPolicy);
    expect(await stateOf(db.rowsAs(ada(), batchOf(firmOf(farah()))))).toBe(refusedByPolicy);
  });

  test('nobody but the owner reaches a partition past the table', async () => {
    for (const who of [systemActor, farah()]) {
      const past = db.rowsAs(who, 'select 1 from usage_quarters.uses_2024q1');
      expect(await stateOf(past)).toBe(refusedByPolicy);
    }
  });

  test('who was an administrator once and is not any more sees nothing of the firm', async () => {
    const former = accountActor(idOf(farah()), [], call);
    expect(
      await idsOf(former, `select use_id as id from uses where payer_id = '${firmOf(farah())}'`),
    ).toEqual([]);
  });
});
