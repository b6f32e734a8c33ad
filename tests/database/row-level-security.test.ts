import { classOfTable, type TableClass } from '@countersign/drizzle/classes';
import { type Actor, systemActor } from '@countersign/server/platform/actor';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { undone } from '../support/sql';
import { anonymous, firmOf, idOf, signingIn } from './actors';
import { openSecuredDatabase, type SecuredDatabase } from './secured-database';

const hidden: readonly TableClass[] = ['payer', 'court', 'account', 'stream', 'site', 'directory'];
const classes: Record<string, TableClass> = { ...classOfTable, court_business: 'court' };
const hiddenTables = Object.keys(classes).filter((table) => hidden.includes(classes[table] as TableClass));
const openTables = Object.keys(classes).filter((table) =>
  ['shared', 'published'].includes(classes[table] as TableClass),
);

let db: SecuredDatabase;
beforeAll(async () => {
  db = await openSecuredDatabase();
});
afterAll(() => db.close());

const rowsAs = (who: Actor, statement: string) => db.rowsAs(who, statement);
const actor = (username: string) => db.actor(username);

async function countAs(who: Actor, table: string): Promise<number> {
  const [row] = await rowsAs(who, `select count(*)::int as rows from ${table}`);
  return Number(row?.rows);
}

async function rowsInAll(table: string): Promise<number> {
  const [row] = await db.superuser.unsafe(`select count(*)::int as rows from ${table}`);
  return Number(row?.rows);
}

describe('without an actor', () => {
  test.each(hiddenTables)('%s shows the application nothing', async (table) => {
    const [seen] = await db.application.unsafe(`select count(*)::int as rows from ${table}`);
    expect(seen?.rows).toBe(0);
    const all = await rowsInAll(table);
    expect(all).toBeGreaterThan(0);
    const unguarded = await undone(db.superuser, async (tx) => {
      await tx.unsafe(`alter table ${table} disable row level security`);
      await tx.unsafe('set local role countersign_app');
      return tx.unsafe(`select count(*)::int as rows from ${table}`);
    });
    expect(unguarded[0]?.rows, 'what shows once the guard is gone').toBe(all);
  });

  test('not even the owner sees a row, since row level security is forced', async () => {
    const counted = (forced: boolean) =>
      undone(db.superuser, async (tx) => {
        if (!forced) await tx.unsafe('alter table credentials no force row level security');
        await tx.unsafe('set local role countersign_owner');
        return tx.unsafe('select count(*)::int as rows from credentials');
      });
    expect((await counted(true))[0]?.rows).toBe(0);
    expect((await counted(false))[0]?.rows).toBe(await rowsInAll('credentials'));
  });

  test.each(openTables)('%s is for everybody to read', async (table) => {
    const [seen] = await db.application.unsafe(`select count(*)::int as rows from ${table}`);
    expect(seen?.rows).toBe(await rowsInAll(table));
  });

  test('the anonymous actor sees no more', async () => {
    for (const table of hiddenTables) expect(await countAs(anonymous, table), table).toBe(0);
  });

  test('an unknown kind of actor sees no more', async () => {
    const stranger = { ...anonymous, kind: 'Operator' as 'operator' };
    for (const table of hiddenTables) expect(await countAs(stranger, table), table).toBe(0);
  });
});

describe('with an actor', () => {
  const accountTables = Object.keys(classes).filter((table) => classes[table] === 'account');

  test.each(accountTables)('a person sees his own rows of %s alone', async (table) => {
    const ada = actor('attorney.demo');
    const owners = await rowsAs(ada, `select distinct account_id as id from ${table}`);
    expect(owners.map((row) => row.id)).toEqual(table === 'role_grants' ? [] : [ada.accountId]);
  });

  const payerTables = Object.keys(classes).filter((table) => classes[table] === 'payer');

  test.each(payerTables)('a payer sees his own rows of %s alone, be he a person or a firm', async (table) => {
    const [ada, farah] = [actor('attorney.demo'), actor('firmadmin.demo')];
    const payers = async (who: Actor) => {
      const rows = await rowsAs(who, `select distinct payer_id::text as id from ${table} order by 1`);
      return rows.map((row) => row.id);
    };
    const ofFirmsAlone = ['firms', 'firm_terms'].includes(table);
    expect(await payers(ada)).toEqual(ofFirmsAlone ? [] : [ada.accountId]);
    expect(await payers(farah)).toEqual(ofFirmsAlone ? [firmOf(farah)] : [...farah.payers].sort());
  });

  test('a firm’s administrator sees his firm and its administrators alone', async () => {
    const farah = actor('firmadmin.demo');
    const firm = firmOf(farah);
    expect([...farah.payers].sort()).toEqual([firm, farah.accountId].sort());
    const firms = await rowsAs(farah, 'select payer_id as id from firms');
    expect(firms.map((row) => row.id)).toEqual([firm]);
    const terms = await rowsAs(farah, 'select distinct payer_id as id from firm_terms');
    expect(terms.map((row) => row.id)).toEqual([firm]);
    const grants = await rowsAs(farah, 'select firm_id as id from role_grants');
    expect(grants.map((row) => row.id)).toEqual([firm]);
    const people = await rowsAs(farah, 'select last_name as name from accounts');
    expect(people.map((row) => row.name)).toEqual(['Hawthorne']);
    const streams = await rowsAs(
      farah,
      'select distinct stream_kind as kind, stream_id as id from audit_entries',
    );
    expect(streams).toHaveLength(2);
    expect(streams).toEqual(
      expect.arrayContaining([
        { kind: 'firm', id: firm },
        { kind: 'account', id: farah.accountId },
      ]),
    );
  });

  test('a firm’s administrator sees a colleague’s name and role, and nothing else of him', async () => {
    const [farah, ada] = [actor('firmadmin.demo'), actor('attorney.demo')];
    const seen = () =>
      rowsAs(
        farah,
        `select (select count(*)::int from accounts where account_id = '${ada.accountId}') as name,
        (select count(*)::int from role_grants where account_id = '${ada.accountId}') as role,
        (select count(*)::int from credentials where account_id = '${ada.accountId}') as secret,
        (select count(*)::int from sessions where account_id = '${ada.accountId}') as session`,
      );
    expect(await seen()).toEqual([{ name: 0, role: 0, secret: 0, session: 0 }]);
    await db.superuser`insert into role_grants (account_id, grant_id, role, firm_id, starts_at)
      values (${idOf(ada)}, gen_random_uuid(), 'FIRM_ADMINISTRATOR', ${firmOf(farah)}, now())`;
    expect(await seen()).toEqual([{ name: 1, role: 1, secret: 0, session: 0 }]);
    await db.superuser`delete from role_grants where account_id = ${idOf(ada)}`;
  });

  test('a clerk sees the business of his court alone', async () => {
    const casey = actor('clerk.mowd');
    const business = await rowsAs(casey, 'select court_id from court_business');
    expect(business).toEqual([{ court_id: 'mowd' }]);
    const streams = await rowsAs(
      casey,
      "select stream_id as id from audit_entries where stream_kind = 'court'",
    );
    expect(streams).toEqual([{ id: 'mowd' }]);
    expect(await countAs(casey, 'firms')).toBe(0);
  });

  test('an operator and the site’s own jobs see everything', async () => {
    for (const who of [actor('operator.demo'), systemActor]) {
      for (const table of hiddenTables) expect(await countAs(who, table), table).toBe(await rowsInAll(table));
    }
  });

  test('somebody who signs in sees the directory and the claimed account, no other', async () => {
    const ada = idOf(actor('attorney.demo'));
    expect(await countAs(signingIn(null), 'usernames')).toBe(await rowsInAll('usernames'));
    expect(await countAs(signingIn(null), 'credentials')).toBe(0);
    const claimed = await rowsAs(signingIn(ada), 'select account_id as id from credentials');
    expect(claimed).toEqual([{ id: ada }]);
  });
});
