import type { Actor } from '@countersign/server/platform/actor';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stateOf, undone } from '../support/sql';
import { anonymous, idOf, signingIn } from './actors';
import { openSecuredDatabase, type SecuredDatabase } from './secured-database';

let db: SecuredDatabase;
beforeAll(async () => {
  db = await openSecuredDatabase();
});
afterAll(() => db.close());

const rowsAs = (who: Actor, statement: string) => db.rowsAs(who, statement);
const actor = (username: string) => db.actor(username);

describe('writing past row level security', () => {
  const refusedByPolicy = '42501';
  const ada = () => idOf(actor('attorney.demo'));
  const leo = () => idOf(actor('legacy.demo'));

  const insertsFor: Record<string, (account: string) => string> = {
    sessions: (id) => `insert into sessions values ('${id}', '\\x01', now(), now(), now(), '', '')`,
    known_devices: (id) => `insert into known_devices values ('${id}', '\\x01', now())`,
    idempotency_keys: (id) =>
      `insert into idempotency_keys values ('${id}', 'test', 'other', '\\x00', '{}', now())`,
    account_terms: (id) => `insert into account_terms values ('${id}', 'a term')`,
    audit_entries: (id) =>
      `insert into audit_entries values ('account', '${id}', gen_random_uuid(), now(), 'account', '${id}', 'test', '{}')`,
  };

  test.each(Object.keys(insertsFor))('a row of another person is not added to %s', async (table) => {
    const insert = insertsFor[table] as (account: string) => string;
    expect(await stateOf(rowsAs(actor('attorney.demo'), insert(leo())))).toBe(refusedByPolicy);
    expect(await stateOf(rowsAs(anonymous, insert(leo())))).toBe(refusedByPolicy);
    expect(await stateOf(rowsAs(actor('attorney.demo'), insert(ada())))).toBeNull();
  });

  test.each(['accounts', 'account_terms', 'credentials', 'sessions', 'known_devices', 'idempotency_keys'])(
    'a row of another person in %s is neither changed, taken away nor taken over',
    async (table) => {
      const [before] = await db.superuser.unsafe(
        `select count(*)::int as rows from ${table} where account_id = '${leo()}'`,
      );
      expect(before?.rows).toBeGreaterThan(0);
      const touched = async (statement: string) =>
        (await rowsAs(actor('attorney.demo'), `${statement} returning account_id`)).length;
      expect(await touched(`update ${table} set account_id = account_id where account_id = '${leo()}'`)).toBe(
        0,
      );
      expect(await touched(`delete from ${table} where account_id = '${leo()}'`)).toBe(0);
      const give = `update ${table} set account_id = '${leo()}' where account_id = '${ada()}'`;
      expect(await stateOf(rowsAs(actor('attorney.demo'), give))).toBe(refusedByPolicy);
    },
  );

  test.each([
    [
      'give himself a role',
      `insert into role_grants (account_id, grant_id, role, starts_at) values ('ME', gen_random_uuid(), 'OPERATOR', now())`,
    ],
    [
      'seal an entry',
      `insert into audit_seals values ('account', 'ME', 2, gen_random_uuid(), '\\x00', '\\x00', now())`,
    ],
    ['change a court', `insert into courts select * from courts where court_id = 'mowd'`],
    ['add to a court’s contacts', `insert into court_contacts values ('mowd', 99, 'HELP_DESK')`],
    ['make a firm', `insert into firms values (gen_random_uuid(), 1000009, 'Stray', now())`],
    ['take a username', `insert into usernames values ('stray', gen_random_uuid())`],
    [
      'write into a court’s trail',
      `insert into audit_entries values ('court', 'mowd', gen_random_uuid(), now(), 'account', 'ME', 'test', '{}')`,
    ],
    [
      'write into the site’s trail',
      `insert into audit_entries values ('site', 'site', gen_random_uuid(), now(), 'account', 'ME', 'test', '{}')`,
    ],
    [
      'put a mail into the outbox',
      `insert into caught_mails values (gen_random_uuid(), now(), '', '{}', '', '')`,
    ],
  ])('a person cannot %s', async (_what, statement) => {
    const mine = statement.replaceAll('ME', ada());
    expect(await stateOf(rowsAs(actor('attorney.demo'), mine))).toBe(refusedByPolicy);
    expect(await stateOf(rowsAs(signingIn(ada()), mine))).toBe(refusedByPolicy);
    expect(await stateOf(rowsAs(anonymous, mine))).toBe(refusedByPolicy);
    const bySite = undone(db.superuser, async (tx) => {
      await tx.unsafe("set local role countersign_app; select set_config('app.kind', 'system', true)");
      return stateOf(tx.unsafe(mine));
    });
    expect(await bySite, 'the site is let through to the constraints').not.toBe(refusedByPolicy);
  });

  test('neither a person nor somebody who signs in changes or ends his own role', async () => {
    const casey = actor('clerk.mowd');
    const statement = "update role_grants set until = null, court_id = 'mowb' returning account_id";
    expect(await rowsAs(casey, statement)).toHaveLength(0);
    expect(await rowsAs(signingIn(idOf(casey)), statement)).toHaveLength(0);
  });

  test('somebody who signs in takes no username away', async () => {
    expect(await rowsAs(signingIn(null), 'delete from usernames returning account_id')).toHaveLength(0);
    expect(
      await rowsAs(
        signingIn(ada()),
        `update usernames set account_id = account_id where account_id <> '${ada()}' returning 1`,
      ),
    ).toHaveLength(0);
  });

  test('a clerk edits what his court publishes, and no other court’s', async () => {
    const casey = actor('clerk.mowd');
    const edited = await rowsAs(casey, "update court_contacts set note = 'x' returning court_id");
    expect(new Set(edited.map((row) => row.court_id))).toEqual(new Set(['mowd']));
    expect(await stateOf(rowsAs(casey, "insert into court_contacts values ('mowb', 99, 'HELP_DESK')"))).toBe(
      refusedByPolicy,
    );
    expect(await stateOf(rowsAs(casey, "insert into court_business values ('mowb', 9)"))).toBe(
      refusedByPolicy,
    );
    expect(await stateOf(rowsAs(casey, "insert into court_business values ('mowd', 9)"))).toBeNull();
  });

  test('whoever acts may have a mail sent, and only the site reads it', async () => {
    const send = (who: Actor) =>
      stateOf(
        rowsAs(
          who,
          `insert into mail_messages values (gen_random_uuid(), null, 'x@countersign.test', 's', 't', now())`,
        ),
      );
    expect(await send(actor('attorney.demo'))).toBeNull();
    expect(await send(signingIn(null))).toBeNull();
    expect(await send(anonymous)).toBe(refusedByPolicy);
    expect(await rowsAs(actor('attorney.demo'), 'select 1 from mail_messages')).toHaveLength(0);
  });
});
