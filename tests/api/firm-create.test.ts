import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiClient } from '../support/api-client';
import { firmCreate, refusalsOf } from '../support/linkages';
import { firms, people } from '../support/roles';
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

const quillen = { name: 'Quillen & Ives PLLC', administrator: people.attorney };

/** Everything the creation of a firm writes. */
async function written() {
  const [row] = await sql`
    select (select count(*) from firms) as firms, (select count(*) from seven_digit_numbers) as numbers,
      (select count(*) from firm_terms) as terms, (select count(*) from role_grants) as grants,
      (select count(*) from mail_messages) as mails, (select count(*) from idempotency_keys) as keys,
      (select count(*) from audit_entries where action not like 'signin.%') as entries`;
  return row;
}

async function created(input: Record<string, unknown>) {
  const { data, errors } = await firmCreate(operator, input);
  const firm = data?.firmCreate?.firm;
  if (!firm) throw new Error(`Not created: ${JSON.stringify([data, errors])}`);
  return firm as { id: string; number: string; name: string };
}

describe('creating a firm', () => {
  test('answers with the firm, which has a number nobody had and is found by name and number', async () => {
    const firm = await created({ ...quillen, name: '  Quillen & Ives PLLC ' });
    expect(firm).toEqual({
      id: expect.any(String),
      number: expect.stringMatching(/^[1-9]\d{6}$/),
      name: 'Quillen & Ives PLLC',
      createdAt: site.clock.at.toISOString(),
    });
    const found = await operator.data(
      `{ byName: firms(first: 5, filter: { search: "quillen ives" }) { nodes { id } }
        byNumber: firms(first: 5, filter: { search: "${firm.number}" }) { nodes { id } }
        firm(id: "${firm.number}") { administrators(first: 5, inForce: true) { nodes { account { accountNumber } role } } } }`,
    );
    expect(found).toEqual({
      byName: { nodes: [{ id: firm.id }] },
      byNumber: { nodes: [{ id: firm.id }] },
      firm: {
        administrators: {
          nodes: [{ account: { accountNumber: people.attorney }, role: 'FIRM_ADMINISTRATOR' }],
        },
      },
    });
  });

  test('lets the person it names administer it from the next page on', async () => {
    const firm = await created({ name: 'Marsh Legal', administrator: people.legacy });
    const person = await site.signedIn('legacy.demo');
    const { viewer } = await person.data('{ viewer { areas firms { number } } }');
    expect(viewer).toEqual({ areas: ['COURTS', 'ACCOUNT', 'FIRM'], firms: [{ number: firm.number }] });
  });

  test('keeps the number its account has already', async () => {
    const firm = await created({ ...quillen, number: ' 4100007 ' });
    expect(firm.number).toBe('4100007');
  });

  test('takes the global id of the administrator as it takes the number', async () => {
    const { account } = await operator.data(`{ account(id: "${people.attorney}") { id } }`);
    expect(await created({ ...quillen, administrator: account.id })).toMatchObject({ name: quillen.name });
  });

  test('writes firm, number, grant, mail, entries and key in one transaction', async () => {
    const key = randomUUID();
    site.clock.advance(7);
    const { number } = await created({ ...quillen, idempotencyKey: key });
    const at = site.clock.at;
    const rows = await sql<{ what: string; xmin: string }[]>`
      select 'firm' as what, xmin::text from firms where number = ${number}
      union all select 'number', xmin::text from seven_digit_numbers where number = ${number}
      union all select 'grant', g.xmin::text from role_grants g join firms f on f.payer_id = g.firm_id where f.number = ${number}
      union all select 'mail', xmin::text from mail_messages where created_at = ${at}
      union all select action, xmin::text from audit_entries where at = ${at}
      union all select 'key', xmin::text from idempotency_keys where key = ${key}`;
    expect(rows.map((row) => row.what).sort()).toEqual([
      'accounts.role.given',
      'firm',
      'firms.firm.created',
      'grant',
      'key',
      'mail',
      'number',
    ]);
    expect(new Set(rows.map((row) => row.xmin)).size).toBe(1);
  });

  test('is in the firm’s audit trail with the administrator as subject, and told him by mail', async () => {
    const { number } = await created(quillen);
    const [entry] = await sql`
      select e.details->>'name' as name, e.actor_kind, s.subject_id = a.account_id::text as told
      from audit_entries e join audit_subjects s using (entry_id) join accounts a on a.account_number = ${people.attorney}
      join firms f on f.payer_id::text = e.stream_id and e.stream_kind = 'firm'
      where e.action = 'firms.firm.created' and f.number = ${number}`;
    expect(entry).toEqual({ name: quillen.name, actor_kind: 'operator', told: true });
    const [mail] = await sql`select * from mail_messages order by mail_id desc limit 1`;
    expect(mail).toMatchObject({
      to_address: 'ada.quist@hawthornereyes.test',
      subject: 'You administer Quillen & Ives PLLC at Countersign',
    });
    expect(mail?.text).toContain(`Its number is ${number}, and you are its administrator`);
  });

  test('twenty calls at once with one key create one firm', async () => {
    const before = await written();
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => firmCreate(operator, { ...quillen, idempotencyKey: key })),
    );
    expect(new Set(answers.map(({ data, errors }) => JSON.stringify([data, errors]))).size).toBe(1);
    expect(answers[0]?.data.firmCreate.firm).not.toBeNull();
    expect(Number((await written())?.firms)).toBe(Number(before?.firms) + 1);
  });

  test('two operators who take one number at once: one firm has it, and the other is told it is taken', async () => {
    const answers = await Promise.all(
      ['First', 'Second'].map((name) => firmCreate(operator, { ...quillen, name, number: '4100008' })),
    );
    const outcomes = answers.map(({ data }) => data.firmCreate.userErrors[0]?.code ?? 'created');
    expect(outcomes.sort()).toEqual(['TAKEN', 'created']);
  });
});

describe('creating is refused, and nothing is written,', () => {
  test.each<[string, Record<string, unknown>, string, string]>([
    ['without a name', { ...quillen, name: '  ' }, 'REQUIRED', 'name'],
    ['with a name that is too long', { ...quillen, name: 'x'.repeat(201) }, 'INVALID', 'name'],
    ['with an unknown administrator', { ...quillen, administrator: '9999999' }, 'NOT_FOUND', 'administrator'],
    [
      'with a firm as administrator',
      { ...quillen, administrator: firms.hawthorne },
      'NOT_FOUND',
      'administrator',
    ],
    [
      'with oneself as administrator',
      { ...quillen, administrator: people.operator },
      'ONESELF',
      'administrator',
    ],
    ['with a number of six digits', { ...quillen, number: '123456' }, 'INVALID', 'number'],
    ['with a number that begins with 0', { ...quillen, number: '0123456' }, 'INVALID', 'number'],
    ['with a firm’s number', { ...quillen, number: firms.hawthorne }, 'TAKEN', 'number'],
    ['with an account’s number', { ...quillen, number: people.attorney }, 'TAKEN', 'number'],
    ['with an empty key', { ...quillen, idempotencyKey: '' }, 'INVALID', 'idempotencyKey'],
  ])('%s', async (_, input, code, field) => {
    const before = await written();
    expect(refusalsOf(await firmCreate(operator, input))).toEqual([[code, ['input', field]]]);
    expect(await written()).toEqual(before);
  });

  test('with a group account as administrator', async () => {
    await sql`update accounts set user_type = 'GROUP' where account_number = ${people.legacy}`;
    const answer = await firmCreate(operator, { ...quillen, administrator: people.legacy });
    await sql`update accounts set user_type = 'INDIVIDUAL' where account_number = ${people.legacy}`;
    expect(refusalsOf(answer)).toEqual([['INVALID', ['input', 'administrator']]]);
  });

  test('with a key that made another firm', async () => {
    const key = randomUUID();
    await created({ ...quillen, idempotencyKey: key });
    const answer = await firmCreate(operator, { ...quillen, name: 'Another', idempotencyKey: key });
    expect(refusalsOf(answer)).toEqual([['IDEMPOTENCY_MISMATCH', ['input', 'idempotencyKey']]]);
  });

  test.each([
    ['firmadmin.demo', 'FORBIDDEN'],
    ['attorney.demo', 'FORBIDDEN'],
  ])('to %s', async (username, code) => {
    const { errors } = await firmCreate(await site.signedIn(username), quillen);
    expect(errors.map((error) => error.extensions.code)).toEqual([code]);
  });
});
