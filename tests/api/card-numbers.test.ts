import { typedInputs } from '@countersign/server/api/card-rule';
import { isInputObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiAnswer, ApiClient } from '../support/api-client';
import { people, roleGive, userErrorsOf } from '../support/roles';
import { objectFields, ownTypes } from '../support/schema-parts';
import { openTestSite, type TestSite } from '../support/test-site';

const card = '4929 1234 5678 9015';
const digits = card.replaceAll(' ', '');

let site: TestSite;
let operator: ApiClient;
beforeAll(async () => {
  site = await openTestSite();
  operator = await site.signedIn('operator.demo');
});
afterAll(() => site.close());

function expectRefused({ data, errors, status }: ApiAnswer, name: string, code = 'BAD_USER_INPUT'): void {
  expect([data, status]).toEqual([null, 400]);
  expect(errors[0]?.extensions.code).toBe(code);
  expect(errors[0]?.message).toContain(`The text in “${name}” holds what looks like the number`);
  expect(JSON.stringify(errors).replace(/[ -]/g, '')).not.toContain(digits);
}

const role = { account: people.attorney, role: 'CLERK', court: 'mowd' };

describe('a card number in a free text is refused', () => {
  test.each([
    card,
    digits,
    card.replaceAll(' ', '-'),
    `Paid by ${card}, thanks`,
    '3782 822463 10005',
    '5555555555554444',
  ])('in a variable: %s', async (remark) => {
    expectRefused(await roleGive(operator, { ...role, remark }), 'remark');
  });

  test.each([
    ['in an argument', `{ courts(first: 1, filter: { search: "${card}" }) { totalCount } }`, 'search'],
    [
      'in an escape',
      String.raw`{ courts(first: 1, filter: { search: "\u0034929 1234 5678 9015" }) { totalCount } }`,
      'search',
    ],
    [
      'in a block',
      `mutation { roleGive(input: { account: "${people.attorney}", role: CLERK, court: "mowd", remark: """a ${card}""", idempotencyKey: "k" }) { userErrors { code } } }`,
      'remark',
    ],
  ])('%s', async (_, query, name) => {
    expectRefused(await operator.query(query), name, 'GRAPHQL_VALIDATION_FAILED');
  });

  test('whatever the variable is called', async () => {
    const query =
      'query ($password: String, $first: Int) { courts(first: $first, filter: { search: $password }) { totalCount } }';
    expectRefused(await operator.query(query, { password: card, first: 1 }), 'search');
  });

  test('in a fragment', async () => {
    const query = `query ($search: String) { viewer { areas } ...More }
      fragment More on Query { courts(first: 1, filter: { search: $search }) { totalCount } }`;
    expectRefused(await operator.query(query, { search: card }), 'search');
  });
});

describe('what only looks like one is taken', () => {
  test.each([
    ['a wrong check digit', '4929 1234 5678 9016'],
    ['a prefix of no network', '1929 1234 5678 9011'],
    ['twelve digits', '492912345678'],
    ['a sentence', 'Case 4:21-cv-00123 of 2021-05-06, fee $402.00'],
  ])('%s', async (_, remark) => {
    const answer = await roleGive(operator, { ...role, court: 'nowhere', remark });
    expect(userErrorsOf(answer, 'roleGive')).toEqual([['NOT_FOUND', ['input', 'court']]]);
  });

  test('a key, a cursor, an id and a password that are such numbers by chance', async () => {
    const given = await roleGive(operator, { ...role, court: 'nowhere', idempotencyKey: digits });
    expect(userErrorsOf(given, 'roleGive')).toEqual([['NOT_FOUND', ['input', 'court']]]);
    const found = await operator.query(`{ node(id: "${digits}") { id } }`);
    expect(found.errors).toEqual([]);
    const paged = await operator.query('query ($a: String) { courts(first: 1, after: $a) { totalCount } }', {
      a: digits,
    });
    expect(paged.errors[0]?.message).toMatch(/cursor/);
    expect(await site.visitor().signIn('attorney.demo', digits)).toMatchObject({
      __typename: 'SignInRefused',
    });
  });

  test('each input that is excepted is one of the schema', () => {
    const inputs = ownTypes(site.schema).filter(isInputObjectType);
    const names = new Set([
      ...objectFields(site.schema).flatMap(([, field]) => field.args.map(({ name }) => name)),
      ...inputs.flatMap((input) => Object.keys(input.getFields())),
    ]);
    expect([...typedInputs].filter((name) => !names.has(name))).toEqual([]);
  });
});

test('an error that repeats what was sent hides a card number', async () => {
  const { errors } = await operator.query('query ($n: Int) { courts(first: $n) { totalCount } }', {
    n: digits,
  });
  expect(errors[0]?.message).toContain('************9015');
  expect(JSON.stringify(errors)).not.toContain(digits);
});
