import { randomUUID } from 'node:crypto';
import { demonstrationPeople } from '@countersign/server/demonstration/people';
import type postgres from 'postgres';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ApiClient } from '../support/api-client';
import { endedRole, firms, givenRole, people, roleEnd, roleGive, userErrorsOf } from '../support/roles';
import { plainSql } from '../support/sql';
import { openTestSite, type TestSite } from '../support/test-site';

let site: TestSite;
let sql: postgres.Sql;
let operator: ApiClient;
beforeAll(async () => {
  site = await openTestSite();
  sql = plainSql(site.db.superuserUrl);
  operator = await site.signedIn('operator.demo');
});
afterAll(async () => {
  await sql.end();
  await site.close();
});

let started: Date;
beforeEach(() => {
  started = site.clock.at;
});
afterEach(async () => {
  site.clock.at = started;
  // Each test begins with the roles of the demonstration.
  await sql`delete from role_grants where remark is distinct from 'Came with the demonstration.'`;
  await sql`update role_grants set ended_at = null, ended_by = null, until = null`;
});

const inSeconds = (seconds: number) => new Date(site.clock.at.getTime() + seconds * 1000).toISOString();

/** Everything a role change writes. */
async function written() {
  const [row] = await sql`
    select (select count(*) from role_grants) as grants, (select count(*) from mail_messages) as mails,
      (select count(*) from graphile_worker._private_jobs) as jobs, (select count(*) from audit_subjects) as subjects,
      (select count(*) from audit_entries where action like 'accounts.role.%') as entries,
      (select count(*) from idempotency_keys) as keys`;
  return row;
}

describe('giving a role', () => {
  test.each([
    ['CLERK', { court: 'mowd' }, { court: { code: 'mowd' }, firm: null }],
    ['CLERK', { court: 'MOWBK' }, { court: { code: 'mowb' }, firm: null }],
    ['FIRM_ADMINISTRATOR', { firm: firms.hawthorne }, { firm: { number: firms.hawthorne }, court: null }],
    ['OPERATOR', {}, { firm: null, court: null }],
  ])('%s at %j answers with the grant', async (role, where, shown) => {
    const until = inSeconds(3600);
    const input = { account: people.attorney, role, ...where, until, remark: '  Starts on Monday.  ' };
    expect(await givenRole(operator, input)).toEqual({
      id: expect.any(String),
      role,
      from: site.clock.at.toISOString(),
      until,
      endedAt: null,
      inForce: true,
      remark: 'Starts on Monday.',
      allowedActions: ['END'],
      account: { accountNumber: people.attorney },
      givenBy: { accountNumber: people.operator },
      ...shown,
    });
  });

  test('takes global ids of account, firm and court as it takes numbers and codes', async () => {
    const ids = await operator.data(
      '{ account(id: "2000006") { id } firm(id: "1000001") { id } court(id: "mowd") { id } }',
    );
    const clerk = await givenRole(operator, { account: ids.account.id, role: 'CLERK', court: ids.court.id });
    const administrator = await givenRole(operator, {
      account: ids.account.id,
      role: 'FIRM_ADMINISTRATOR',
      firm: ids.firm.id,
    });
    expect(clerk).toMatchObject({ account: { accountNumber: people.attorney }, court: { code: 'mowd' } });
    expect(administrator).toMatchObject({ firm: { number: firms.hawthorne } });
  });

  test('writes grant, mail, its job, audit entry and key in one transaction', async () => {
    const key = randomUUID();
    site.clock.advance(7);
    await givenRole(operator, {
      account: people.attorney,
      role: 'CLERK',
      court: 'mowd',
      remark: 'Because.',
      idempotencyKey: key,
    });
    const transactions = await sql<{ table: string; xmin: string }[]>`
      select 'grant' as table, xmin::text from role_grants where remark = 'Because.'
      union all select 'mail', xmin::text from mail_messages m where m.account_id =
        (select account_id from accounts where account_number = 2000006) and m.created_at = ${site.clock.at}
      union all select 'job', j.xmin::text from graphile_worker._private_jobs j
        join mail_messages m on m.mail_id::text = j.payload->>'mailId' where m.created_at = ${site.clock.at}
      union all select 'audit', xmin::text from audit_entries where details->>'remark' = 'Because.'
      union all select 'key', xmin::text from idempotency_keys where key = ${key}`;
    expect(transactions.map((row) => row.table).sort()).toEqual(['audit', 'grant', 'job', 'key', 'mail']);
    expect(new Set(transactions.map((row) => row.xmin)).size).toBe(1);
  });

  test('tells the person by mail which role, where and until when', async () => {
    const until = new Date(site.clock.at.getTime() + 86_400_000);
    await givenRole(operator, {
      account: people.attorney,
      role: 'CLERK',
      court: 'mowd',
      until: until.toISOString(),
    });
    const [mail] = await sql`select * from mail_messages order by mail_id desc limit 1`;
    expect(mail).toMatchObject({ to_address: 'ada.quist@hawthornereyes.test', attempts: 0, sent_at: null });
    expect(mail?.subject).toBe('You are now clerk at Countersign');
    expect(mail?.text).toContain('Missouri Western District Court');
    expect(mail?.text).toContain(until.toUTCString());
  });

  test.each([
    ['CLERK', { court: 'mowd' }, 'court', 'mowd'],
    [
      'FIRM_ADMINISTRATOR',
      { firm: firms.hawthorne },
      'firm',
      'select payer_id::text as id from firms where number = 1000001',
    ],
    ['OPERATOR', {}, 'site', 'site'],
  ])(
    'of %s is in the audit trail where it counts, with the person as subject',
    async (role, where, kind, id) => {
      const remark = randomUUID();
      await givenRole(operator, { account: people.attorney, role, ...where, remark });
      const streamId = id.startsWith('select') ? (await sql.unsafe(id))[0]?.id : id;
      const rows = await sql`
      select e.stream_kind, e.stream_id, e.action, e.actor_kind, e.address, e.request_id, e.details->>'role' as role,
        (select account_number from accounts where account_id = e.actor_account_id) as actor,
        (select jsonb_agg(jsonb_build_array(s.subject_kind, a.account_number)) from audit_subjects s
          left join accounts a on a.account_id::text = s.subject_id where s.entry_id = e.entry_id) as subjects
      from audit_entries e where e.details->>'remark' = ${remark}`;
      expect(rows).toEqual([
        {
          stream_kind: kind,
          stream_id: streamId,
          action: 'accounts.role.given',
          actor_kind: 'operator',
          address: '203.0.113.7',
          request_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
          role,
          actor: 2000001,
          subjects: [['account', 2000006]],
        },
      ]);
    },
  );
});

describe('giving is refused, and nothing is written,', () => {
  const clerkship = { account: people.attorney, role: 'CLERK', court: 'mowd' };
  const unknownCourt = Buffer.from('court:nowhere').toString('base64url');
  const unknownFirm = Buffer.from(`firm:${randomUUID()}`).toString('base64url');
  const unknownAccount = Buffer.from(`account:${randomUUID()}`).toString('base64url');

  test.each<[string, Record<string, unknown>, string, string]>([
    ['to oneself', { account: people.operator, role: 'CLERK', court: 'mowd' }, 'ONESELF', 'account'],
    ['with an until-date in the past', { ...clerkship, until: '2020-01-01T00:00:00Z' }, 'INVALID', 'until'],
    [
      'for a firm’s role without a firm',
      { account: people.attorney, role: 'FIRM_ADMINISTRATOR' },
      'INVALID',
      'firm',
    ],
    [
      'for a firm’s role at a court',
      { account: people.attorney, role: 'FIRM_ADMINISTRATOR', firm: firms.hawthorne, court: 'mowd' },
      'INVALID',
      'court',
    ],
    ['for a court’s role without a court', { account: people.attorney, role: 'CLERK' }, 'INVALID', 'court'],
    ['for a court’s role at a firm', { ...clerkship, firm: firms.hawthorne }, 'INVALID', 'firm'],
    [
      'for a site’s role at a firm',
      { account: people.attorney, role: 'OPERATOR', firm: firms.hawthorne },
      'INVALID',
      'firm',
    ],
    [
      'for a site’s role at a court',
      { account: people.attorney, role: 'OPERATOR', court: 'mowd' },
      'INVALID',
      'court',
    ],
    ['to an unknown number', { ...clerkship, account: '9999999' }, 'NOT_FOUND', 'account'],
    ['to a firm’s number', { ...clerkship, account: firms.hawthorne }, 'NOT_FOUND', 'account'],
    ['to what is no id', { ...clerkship, account: 'nobody' }, 'NOT_FOUND', 'account'],
    ['to an id nobody has', { ...clerkship, account: unknownAccount }, 'NOT_FOUND', 'account'],
    ['at an unknown court', { ...clerkship, court: 'nowhere' }, 'NOT_FOUND', 'court'],
    ['at a court’s id there is none of', { ...clerkship, court: unknownCourt }, 'NOT_FOUND', 'court'],
    [
      'at an unknown firm',
      { account: people.attorney, role: 'FIRM_ADMINISTRATOR', firm: '9999999' },
      'NOT_FOUND',
      'firm',
    ],
    [
      'at an account’s number instead of a firm’s',
      { account: people.attorney, role: 'FIRM_ADMINISTRATOR', firm: people.attorney },
      'NOT_FOUND',
      'firm',
    ],
    [
      'at a firm’s id there is none of',
      { account: people.attorney, role: 'FIRM_ADMINISTRATOR', firm: unknownFirm },
      'NOT_FOUND',
      'firm',
    ],
    ['when it is held already', { account: people.clerk, role: 'CLERK', court: 'mowd' }, 'TAKEN', 'role'],
    ['with a remark that is too long', { ...clerkship, remark: 'x'.repeat(501) }, 'INVALID', 'remark'],
    ['with an empty key', { ...clerkship, idempotencyKey: '' }, 'INVALID', 'idempotencyKey'],
    [
      'with a key that is too long',
      { ...clerkship, idempotencyKey: 'k'.repeat(256) },
      'INVALID',
      'idempotencyKey',
    ],
  ])('%s', async (_, input, code, field) => {
    const before = await written();
    expect(userErrorsOf(await roleGive(operator, input), 'roleGive')).toEqual([[code, ['input', field]]]);
    expect(await written()).toEqual(before);
  });

  test('with an until-date of this very instant', async () => {
    const answer = await roleGive(operator, { ...clerkship, until: inSeconds(0) });
    expect(userErrorsOf(answer, 'roleGive')).toEqual([['INVALID', ['input', 'until']]]);
  });

  test.each([{ role: 'KING' }, { until: 'tomorrow' }, { account: null }])(
    'with input of another type: %j',
    async (wrong) => {
      const { data, errors } = await roleGive(operator, { ...clerkship, ...wrong });
      expect(data).toBeNull();
      expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    },
  );
});

describe('ending a role', () => {
  test('answers with the ended grant, and tells the person in the same transaction', async () => {
    const given = await givenRole(operator, { account: people.attorney, role: 'CLERK', court: 'mowd' });
    site.clock.advance(60);
    const ended = await endedRole(operator, given.id);
    expect(ended).toEqual({
      ...given,
      endedAt: site.clock.at.toISOString(),
      inForce: false,
      allowedActions: [],
    });
    const rows = await sql<{ kind: string; xmin: string }[]>`
      select 'grant' as kind, xmin::text from role_grants where ended_at = ${site.clock.at}
      union all select subject, xmin::text from mail_messages where created_at = ${site.clock.at}
      union all select action, xmin::text from audit_entries where at = ${site.clock.at} and action like 'accounts.%'`;
    expect(rows.map((row) => row.kind)).toEqual([
      'grant',
      'Your role at Countersign has ended',
      'accounts.role.ended',
    ]);
    expect(new Set(rows.map((row) => row.xmin)).size).toBe(1);
  });

  test('lets it be given again', async () => {
    const clerkship = { account: people.attorney, role: 'CLERK', court: 'mowd' };
    const first = await givenRole(operator, clerkship);
    await endedRole(operator, first.id);
    const second = await givenRole(operator, clerkship);
    expect(second.id).not.toBe(first.id);
  });

  const grantIdOf = async (username: string) => {
    const client = await site.signedIn(username);
    const { viewer } = await client.data('{ viewer { roles { id } } }');
    return viewer.roles[0].id as string;
  };

  test('is refused for one’s own', async () => {
    const answer = await roleEnd(operator, { grant: await grantIdOf('operator.demo') });
    expect(userErrorsOf(answer, 'roleEnd')).toEqual([['ONESELF', ['input', 'grant']]]);
  });

  test('is refused for one that is over: ended, or lapsed', async () => {
    const given = await givenRole(operator, { account: people.attorney, role: 'CLERK', court: 'mowd' });
    await endedRole(operator, given.id);
    const lapsing = await givenRole(operator, {
      account: people.attorney,
      role: 'CLERK',
      court: 'mowb',
      until: inSeconds(60),
    });
    site.clock.advance(60);
    const before = await written();
    for (const grant of [given.id, lapsing.id])
      expect(userErrorsOf(await roleEnd(operator, { grant }), 'roleEnd')).toEqual([
        ['ALREADY_ENDED', ['input', 'grant']],
      ]);
    expect(await written()).toEqual(before);
  });

  test('is refused for what is no role', async () => {
    const { court } = await operator.data('{ court(id: "mowd") { id } }');
    const [account] = Buffer.from(await grantIdOf('clerk.mowd'), 'base64url')
      .toString()
      .split(':')
      .slice(1);
    const unknown = [
      Buffer.from(`grant:${account}:${randomUUID()}`),
      Buffer.from(`grant:${randomUUID()}:${randomUUID()}`),
    ].map((id) => id.toString('base64url'));
    for (const grant of ['', 'x', court.id, ...unknown])
      expect(userErrorsOf(await roleEnd(operator, { grant }), 'roleEnd')).toEqual([
        ['NOT_FOUND', ['input', 'grant']],
      ]);
  });

  test('is refused for the last operator whose role does not lapse by itself', async () => {
    const last = await grantIdOf('operator.demo');
    await givenRole(operator, { account: people.attorney, role: 'OPERATOR', until: inSeconds(3600) });
    const visiting = await site.signedIn('attorney.demo');
    const before = await written();
    expect(userErrorsOf(await roleEnd(visiting, { grant: last }), 'roleEnd')).toEqual([
      ['LAST_OPERATOR', ['input', 'grant']],
    ]);
    expect(await written()).toEqual(before);
    await givenRole(visiting, { account: people.legacy, role: 'OPERATOR' });
    await endedRole(visiting, last);
    const { errors } = await operator.query('{ accounts(first: 1) { totalCount } }');
    expect(errors.map((error) => error.extensions.code)).toEqual(['FORBIDDEN']);
  });
});

describe('a role counts', () => {
  const desk =
    '{ viewer { areas clerkCourts { code } } court(id: "mowb") { clerks(first: 10) { totalCount } } }';
  const open = {
    viewer: { areas: ['COURTS', 'ACCOUNT', 'CLERK'], clerkCourts: [{ code: 'mowb' }] },
    court: { clerks: { totalCount: 2 } },
  };
  const shut = { viewer: { areas: ['COURTS', 'ACCOUNT'], clerkCourts: [] }, court: { clerks: null } };
  const clerkship = { account: people.attorney, role: 'CLERK', court: 'mowb' };

  test('from the person’s next request, and no longer with the next after its end', async () => {
    const attorney = await site.signedIn('attorney.demo');
    expect(await attorney.data(desk)).toEqual(shut);
    const given = await givenRole(operator, clerkship);
    expect(await attorney.data(desk)).toEqual(open);
    await endedRole(operator, given.id);
    expect(await attorney.data(desk)).toEqual(shut);
  });

  test('until its until-date, and may then be given again', async () => {
    const attorney = await site.signedIn('attorney.demo');
    await givenRole(operator, { ...clerkship, until: inSeconds(600) });
    site.clock.advance(599);
    expect(await attorney.data(desk)).toEqual(open);
    site.clock.advance(1);
    expect(await attorney.data(desk)).toEqual(shut);
    await givenRole(operator, clerkship);
    expect((await attorney.data(desk)).viewer.areas).toContain('CLERK');
    const { account } = await operator.data(
      `{ account(id: "${people.attorney}") { roles(first: 10) { nodes { inForce until endedAt } } } }`,
    );
    const lapsedAt = new Date(started.getTime() + 600_000).toISOString();
    expect(account.roles.nodes).toEqual([
      { inForce: true, until: null, endedAt: null },
      { inForce: false, until: lapsedAt, endedAt: lapsedAt },
    ]);
  });
});

describe('nobody but an operator gives or ends a role, whatever the screen shows:', () => {
  const others = demonstrationPeople.filter(
    (person) => !person.roles.some((given) => given.role === 'OPERATOR'),
  );
  let grant: string;
  beforeAll(async () => {
    const { roleGrants } = await operator.data(
      '{ roleGrants(first: 1, filter: { role: [CLERK] }) { nodes { id } } }',
    );
    grant = roleGrants.nodes[0].id;
  });

  const answers = async (client: ApiClient) => {
    const before = await written();
    const given = [
      { account: people.legacy, role: 'CLERK', court: 'mowd' },
      { account: people.legacy, role: 'FIRM_ADMINISTRATOR', firm: firms.hawthorne },
      { account: people.attorney, role: 'OPERATOR' },
      { account: '9999999', role: 'CLERK', court: 'nowhere', idempotencyKey: '' },
    ].map((input) => roleGive(client, input));
    const ended = [grant, 'x'].map((id) => roleEnd(client, { grant: id }));
    const all = await Promise.all([...given, ...ended]);
    expect(await written()).toEqual(before);
    return new Set(
      all.map(({ data, errors }) => JSON.stringify([data, errors.map((e) => e.extensions.code)])),
    );
  };

  test.each(others.map((person) => person.username))('%s is refused', async (username) => {
    expect(await answers(await site.signedIn(username))).toEqual(new Set(['[null,["FORBIDDEN"]]']));
  });

  test('a visitor is asked to sign in', async () => {
    expect(await answers(site.visitor())).toEqual(new Set(['[null,["UNAUTHENTICATED"]]']));
  });
});
