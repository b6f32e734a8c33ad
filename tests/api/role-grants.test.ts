import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiClient } from '../support/api-client';
import { endedRole, firms, givenRole, people } from '../support/roles';
import { statementsOf } from '../support/statements-of';
import { openTestSite, type TestSite } from '../support/test-site';

let site: TestSite;
let operator: ApiClient;
beforeAll(async () => {
  site = await openTestSite();
  operator = await site.signedIn('operator.demo');
  const { id } = await givenRole(operator, { account: people.legacy, role: 'CLERK', court: 'mowd' });
  await endedRole(operator, id);
  await givenRole(operator, { account: people.legacy, role: 'FIRM_ADMINISTRATOR', firm: firms.hawthorne });
});
afterAll(() => site.close());

const query = `query ($filter: RoleGrantFilter) {
  roleGrants(first: 50, filter: $filter) { totalCount nodes { role inForce account { accountNumber } } }
}`;

interface Listed {
  readonly role: string;
  readonly inForce: boolean;
  readonly account: { readonly accountNumber: string };
}

async function listed(filter: Record<string, unknown>): Promise<string[]> {
  const { roleGrants } = await operator.data(query, { filter });
  expect(roleGrants.totalCount).toBe(roleGrants.nodes.length);
  return roleGrants.nodes.map(
    ({ role, inForce, account }: Listed) => `${account.accountNumber} ${role}${inForce ? '' : ' ended'}`,
  );
}

describe('an operator finds roles', () => {
  test('all of them, the newest first', async () => {
    const all = await listed({});
    expect(all).toHaveLength(7);
    expect(all.slice(0, 2)).toEqual(['2000007 FIRM_ADMINISTRATOR', '2000007 CLERK ended']);
  });

  test.each<[Record<string, unknown>, string[]]>([
    [{ account: people.legacy }, ['2000007 FIRM_ADMINISTRATOR', '2000007 CLERK ended']],
    [{ account: people.legacy, inForce: true }, ['2000007 FIRM_ADMINISTRATOR']],
    [{ inForce: false }, ['2000007 CLERK ended']],
    [{ court: 'MOWDC' }, ['2000007 CLERK ended', '2000004 CLERK']],
    [{ firm: firms.hawthorne }, ['2000007 FIRM_ADMINISTRATOR', '2000002 FIRM_ADMINISTRATOR']],
    [{ role: ['OPERATOR'] }, ['2000001 OPERATOR']],
    [{ role: ['CLERK', 'OPERATOR'], inForce: true }, ['2000005 CLERK', '2000004 CLERK', '2000001 OPERATOR']],
    [{ court: 'mowb', account: people.clerk }, []],
  ])('by %j', async (filter, expected) => {
    expect(await listed(filter)).toEqual(expected);
  });

  test.each([{ account: '9999999' }, { court: 'nowhere' }, { firm: people.attorney }])(
    'not by what is not known: %j',
    async (filter) => {
      const { errors } = await operator.query(query, { filter });
      expect(errors.map((error) => error.extensions.code)).toEqual(['BAD_USER_INPUT']);
    },
  );
});

test('nobody else is told whether what he filters by is known', async () => {
  const clerk = await site.signedIn('clerk.mowd');
  for (const filter of [{ account: '9999999' }, { account: people.clerk }, { court: 'nowhere' }, {}]) {
    const codes = async (client: ApiClient) =>
      (await client.query(query, { filter })).errors.map((error) => error.extensions.code);
    expect(await codes(clerk)).toEqual(['FORBIDDEN']);
    expect(await codes(site.visitor())).toEqual(['UNAUTHENTICATED']);
  }
});

test('lists inside a page of accounts take as many statements as one', async () => {
  const page = (first: number) =>
    `{ accounts(first: ${first}) { nodes { roles(first: 5) { totalCount nodes { firm { name } court { title } givenBy { id } } } } } }`;
  expect(await statementsOf(site, operator, page(7))).toBe(await statementsOf(site, operator, page(6)));
});
