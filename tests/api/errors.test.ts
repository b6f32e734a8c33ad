import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiClient } from '../support/api-client';
import { people, roleGive } from '../support/roles';
import { plainSql } from '../support/sql';
import { openTestSite, type TestSite } from '../support/test-site';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

/** What would tell a stranger how we are built. */
const insides =
  /relation|court_contacts|audit_entries|select |insert |postgres|drizzle|node_modules|\.ts\b|stack| at \w+/i;

const contacts = '{ court(id: "mowd") { code contacts { phone } } }';

describe('when something of ours is broken', () => {
  let operator: ApiClient;
  beforeAll(async () => {
    operator = await site.signedIn('operator.demo');
    const sql = plainSql(site.db.superuserUrl);
    await sql`alter table court_contacts rename to gone_contacts`;
    await sql`alter table audit_subjects rename to gone_subjects`;
    await sql.end();
  });

  test('a read says INTERNAL and nothing of how, and what did not need it is there', async () => {
    const { data, errors, status } = await site.visitor().query(contacts);
    expect(errors).toEqual([
      {
        message: 'Something went wrong on our side. Nothing was changed.',
        path: ['court', 'contacts'],
        extensions: { code: 'INTERNAL', requestId: expect.any(String) },
      },
    ]);
    expect(JSON.stringify([data, errors])).not.toMatch(insides);
    expect(status).toBe(200);
  });

  test('a mutation says INTERNAL and has changed nothing', async () => {
    const sql = plainSql(site.db.superuserUrl);
    const grants = async () => (await sql`select count(*)::int as count from role_grants`)[0]?.count;
    const before = await grants();
    const { data, errors } = await roleGive(operator, {
      account: people.attorney,
      role: 'CLERK',
      court: 'mowd',
    });
    expect(data).toBeNull();
    expect(errors.map((error) => error.extensions.code)).toEqual(['INTERNAL']);
    expect(JSON.stringify(errors)).not.toMatch(insides);
    expect(await grants()).toBe(before);
    await sql.end();
  });

  test('the error names the request as its header does, so that the log can be searched for it', async () => {
    const { errors, headers } = await site.visitor().query(contacts);
    expect(errors[0]?.extensions.requestId).toBe(headers.get('x-request-id'));
  });
});

describe('no text a caller sends is a fault of ours:', () => {
  const strange = [
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\u{10FFFF}',
    "'",
    '\\',
    '%',
    '"); drop table courts; --',
    'x'.repeat(5000),
  ];
  const operations: [string, string][] = [
    ['court', 'query ($text: ID!) { court(id: $text) { id } }'],
    ['node', 'query ($text: ID!) { node(id: $text) { id } nodes(ids: [$text]) { id } }'],
    ['account', 'query ($text: ID!) { account(id: $text) { id } }'],
    ['firm', 'query ($text: ID!) { firm(id: $text) { id } }'],
    ['courts', 'query ($text: String!) { courts(first: 1, filter: { search: $text }) { nodes { id } } }'],
    [
      'courts by state',
      'query ($text: String!) { courts(first: 1, filter: { state: [$text] }) { nodes { id } } }',
    ],
    ['accounts', 'query ($text: String!) { accounts(first: 1, filter: { search: $text }) { nodes { id } } }'],
    ['firms', 'query ($text: String!) { firms(first: 1, filter: { search: $text }) { nodes { id } } }'],
    [
      'caughtMails',
      'query ($text: String!) { caughtMails(first: 1, filter: { search: $text }) { nodes { id } } }',
    ],
    ['roleGrants', 'query ($text: ID!) { roleGrants(first: 1, filter: { court: $text }) { nodes { id } } }'],
    ['cursors', 'query ($text: String!) { accounts(first: 1, after: $text) { nodes { id } } }'],
    [
      'roleGive',
      `mutation ($text: String!) { roleGive(input: { account: "2000006", role: CLERK, court: "cand", remark: $text, idempotencyKey: $text }) { userErrors { code } } }`,
    ],
    [
      'roleEnd',
      'mutation ($text: ID!) { roleEnd(input: { grant: $text, idempotencyKey: "k" }) { userErrors { code } } }',
    ],
    [
      'signIn',
      'mutation ($text: String!) { signIn(input: { username: $text, password: $text }) { __typename } }',
    ],
  ];

  test.each(operations)('%s', async (_, query) => {
    const whole = await openSite();
    const operator = await whole.signedIn('operator.demo');
    for (const text of strange) {
      const { errors } = await operator.query(query, { text });
      for (const error of errors) expect(error.extensions.code, JSON.stringify(text)).toBe('BAD_USER_INPUT');
    }
  });

  test('written into the operation', async () => {
    const { data, errors, status } = await site.visitor().query('{ court(id: "mowd\\u0000") { id } }');
    expect(data).toBeNull();
    expect(errors.map((error) => error.extensions.code)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(status).toBe(400);
  });

  let opened: Promise<TestSite> | undefined;
  const openSite = () => {
    opened ??= openTestSite();
    return opened;
  };
  afterAll(async () => (await opened)?.close());
});
