import { createAccount } from '@countersign/server/accounts/create-account';
import { systemActor } from '@countersign/server/platform/actor';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiClient } from '../support/api-client';
import { correctedTo, linked, type SetLinkage, withoutLinkages } from '../support/linkages';
import { firms, people } from '../support/roles';
import { statementsOf } from '../support/statements-of';
import { openTestSite, type TestSite } from '../support/test-site';

let site: TestSite;
let operator: ApiClient;
let farah: ApiClient;
let lars: ApiClient;
let ada: ApiClient;
let moved: SetLinkage;

const invented: [number, string, string][] = [
  [2000201, 'Zoë', 'Abel'],
  [2000202, 'Bo', 'Abel'],
  [2000203, 'Carl', 'de la Cruz'],
];

beforeAll(async () => {
  site = await openTestSite();
  await withoutLinkages(site.db);
  operator = await site.signedIn('operator.demo');
  farah = await site.signedIn('firmadmin.demo');
  lars = await site.signedIn('firmadmin.two');
  ada = await site.signedIn('attorney.demo');
  for (const [number, firstName, lastName] of invented) {
    await site.database.write(systemActor, (tx) =>
      createAccount(tx, {
        accountId: uuidv7(),
        accountNumber: number,
        userType: 'INDIVIDUAL',
        prefix: null,
        firstName,
        middleName: null,
        lastName,
        suffix: null,
        email: `hidden.${number}@example.test`,
        username: `hidden.${number}`,
        passwordHash: 'none',
        createdAt: site.clock.at,
        upgradedAt: null,
      }),
    );
  }
  const at = (account: string | number, from: string, until: string | null, costCenter?: string) =>
    linked(operator, { account: String(account), firm: firms.hawthorne, from, until, costCenter });
  await at(2000201, '2025-03-01T06:00:00Z', null, 'Tax');
  await at(2000202, '2025-01-01T06:00:00Z', null, 'Bankruptcy');
  await at(2000203, '2025-02-01T06:00:00Z', '2025-08-01T05:00:00Z');
  // Ada was at Hawthorne until the end of June, and is at Lindqvist since.
  moved = await at(people.attorney, '2024-01-01T06:00:00Z', '2025-07-01T05:00:00Z');
  await linked(operator, {
    account: people.attorney,
    firm: firms.lindqvist,
    from: '2025-07-01T05:00:00Z',
    remark: 'Moved.',
  });
});
afterAll(() => site.close());

const row = 'nodes { from until inForce costCenter account { accountNumber name { full } } firm { number } }';

async function peopleOf(client: ApiClient, firm: string, args = 'first: 50'): Promise<string[]> {
  const { firm: found } = await client.data(`{ firm(id: "${firm}") { linkages(${args}) { ${row} } } }`);
  return found.linkages.nodes.map(
    (node: { account: { accountNumber: string } }) => node.account.accountNumber,
  );
}

describe('the people of a firm', () => {
  test('are sorted by last name and first, past and present', async () => {
    expect(await peopleOf(farah, firms.hawthorne)).toEqual([
      '2000202',
      '2000201',
      '2000203',
      people.attorney,
    ]);
  });

  test.each([
    ['NAME', 'DESC', [people.attorney, '2000203', '2000201', '2000202']],
    ['ACCOUNT_NUMBER', 'ASC', [people.attorney, '2000201', '2000202', '2000203']],
    ['FROM', 'DESC', ['2000201', '2000203', '2000202', people.attorney]],
    ['COST_CENTER', 'DESC', ['2000201', '2000202']],
  ])('sorted by %s %s', async (field, direction, expected) => {
    const found = await peopleOf(
      farah,
      firms.hawthorne,
      `first: 50, orderBy: { field: ${field}, direction: ${direction} }`,
    );
    expect(found.slice(0, expected.length)).toEqual(expected);
  });

  test.each([
    ['{ inForce: true }', ['2000202', '2000201']],
    ['{ inForce: false }', ['2000203', people.attorney]],
    ['{ search: "abel" }', ['2000202', '2000201']],
    ['{ search: "ABEL zoe" }', ['2000201']],
    ['{ search: "cru" }', ['2000203']],
    ['{ search: "ruz" }', []],
    ['{ search: "20002" }', ['2000202', '2000201', '2000203']],
    ['{ search: "2000006" }', [people.attorney]],
    ['{ search: "000006" }', []],
    ['{ search: "%" }', ['2000202', '2000201', '2000203', people.attorney]],
    ['{ search: "abel", inForce: false }', []],
    ['{ search: "a_el" }', []],
  ])('filtered by %s', async (filter, expected) => {
    expect(await peopleOf(farah, firms.hawthorne, `first: 50, filter: ${filter}`)).toEqual(expected);
  });

  test('are not found by what the firm may not see of them: e-mail and username', async () => {
    for (const search of ['hidden', 'example', 'hawthornereyes', 'attorney', 'demo'])
      expect(await peopleOf(farah, firms.hawthorne, `first: 50, filter: { search: "${search}" }`)).toEqual(
        [],
      );
  });

  test.each(['NAME', 'ACCOUNT_NUMBER', 'FROM', 'COST_CENTER'])(
    'page by %s without gap or overlap',
    async (field) => {
      const orderBy = { field, direction: 'DESC' };
      const query = `query ($first: Int, $after: String, $last: Int, $before: String, $orderBy: LinkageOrder) {
      firm(id: "${firms.hawthorne}") {
        linkages(first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy) {
          nodes { id } totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
        }
      }
    }`;
      const all = await farah.data(query, { first: 50, orderBy });
      const ids = all.firm.linkages.nodes.map((node: { id: string }) => node.id);
      expect(all.firm.linkages.totalCount).toBe(4);
      const forward: string[] = [];
      let after: string | null = null;
      do {
        const { firm } = await farah.data(query, { first: 1, after, orderBy });
        forward.push(...firm.linkages.nodes.map((node: { id: string }) => node.id));
        after = firm.linkages.pageInfo.hasNextPage ? firm.linkages.pageInfo.endCursor : null;
      } while (after);
      expect(forward).toEqual(ids);
      const { firm } = await farah.data(query, { last: 2, orderBy });
      expect(firm.linkages.nodes.map((node: { id: string }) => node.id)).toEqual(ids.slice(-2));
      const wrong = await farah.query(query, {
        first: 1,
        after: firm.linkages.pageInfo.endCursor,
        orderBy: { field, direction: 'ASC' },
      });
      expect(wrong.errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    },
  );

  test('of several firms come in one statement', async () => {
    const sent = (first: number) =>
      statementsOf(
        site,
        operator,
        `{ firms(first: ${first}) { nodes { linkages(first: 20) { totalCount nodes { account { name { full } } firm { name } } } } } }`,
      );
    expect(await sent(2)).toBe(await sent(1));
  });
});

describe('isolation', () => {
  test('an administrator sees the interval of a person who left, and nothing of where he is now', async () => {
    const { firm } = await farah.data(
      `{ firm(id: "${firms.hawthorne}") { linkages(first: 50, filter: { search: "quist" }) {
        nodes { id from until inForce setBy { id } allowedActions
          account { accountNumber name { full } email username payer { __typename }
            linkages(first: 5) { totalCount } roles(first: 5) { totalCount } } } } } }`,
    );
    expect(firm.linkages.nodes).toEqual([
      {
        id: moved.id,
        from: '2024-01-01T06:00:00.000Z',
        until: '2025-07-01T05:00:00.000Z',
        inForce: false,
        setBy: null,
        allowedActions: [],
        account: {
          accountNumber: people.attorney,
          name: { full: 'Ada Quist' },
          email: null,
          username: null,
          payer: null,
          linkages: null,
          roles: null,
        },
      },
    ]);
  });

  test('an administrator of another firm sees nothing of it', async () => {
    expect(await peopleOf(lars, firms.lindqvist)).toEqual([people.attorney]);
    const { firm, node } = await lars.data(
      `query ($id: ID!) { firm(id: "${firms.hawthorne}") { id } node(id: $id) { id } }`,
      { id: moved.id },
    );
    expect({ firm, node }).toEqual({ firm: null, node: null });
  });

  test('an interval is found by its id by holder, administrators and operators, and by nobody else', async () => {
    const found = async (client: ApiClient) =>
      (await client.data('query ($id: ID!) { node(id: $id) { id } }', { id: moved.id })).node?.id ?? null;
    for (const client of [operator, farah, ada]) expect(await found(client)).toBe(moved.id);
    for (const client of [lars, await site.signedIn('clerk.mowd'), site.visitor()])
      expect(await found(client)).toBeNull();
  });

  test('a clerk, a visitor and a person without a role are shown no list', async () => {
    for (const client of [ada, await site.signedIn('clerk.mowd')]) {
      const { firm } = await client.data(
        `{ firm(id: "${firms.hawthorne}") { linkages(first: 1) { totalCount } } }`,
      );
      expect(firm).toBeNull();
    }
  });
});

describe('who pays', () => {
  const payer =
    'payer { __typename ... on Firm { number name administrators(first: 1) { totalCount } } ... on Account { accountNumber } }';

  test('is told the person himself: now, and before', async () => {
    const { viewer } = await ada.data(
      `{ viewer { account { ${payer} linkages(first: 5) { totalCount nodes { from until inForce remark firm { number } setBy { id } } } } } }`,
    );
    expect(viewer.account).toEqual({
      payer: {
        __typename: 'Firm',
        number: firms.lindqvist,
        name: 'Lindqvist Law Group PC',
        administrators: null,
      },
      linkages: {
        totalCount: 2,
        nodes: [
          {
            from: '2025-07-01T05:00:00.000Z',
            until: null,
            inForce: true,
            remark: 'Moved.',
            firm: { number: firms.lindqvist },
            setBy: null,
          },
          {
            from: '2024-01-01T06:00:00.000Z',
            until: '2025-07-01T05:00:00.000Z',
            inForce: false,
            remark: null,
            firm: { number: firms.hawthorne },
            setBy: null,
          },
        ],
      },
    });
  });

  test('is the person himself outside of all intervals', async () => {
    const client = await site.signedIn('legacy.demo');
    const { viewer } = await client.data(
      `{ viewer { account { ${payer} linkages(first: 5) { totalCount } } } }`,
    );
    expect(viewer.account).toEqual({
      payer: { __typename: 'Account', accountNumber: people.legacy },
      linkages: { totalCount: 0 },
    });
  });

  test('changes with the clock and with a correction', async () => {
    const now = site.clock.at;
    const payerOf = async (at: string) => {
      site.clock.at = new Date(at);
      const client = await site.signedIn('attorney.demo');
      const { viewer } = await client.data(`{ viewer { account { ${payer} } } }`);
      return viewer.account.payer.number ?? viewer.account.payer.accountNumber;
    };
    expect(await payerOf('2024-01-01T05:59:59.999Z')).toBe(people.attorney);
    expect(await payerOf('2024-01-01T06:00:00Z')).toBe(firms.hawthorne);
    expect(await payerOf('2025-07-01T05:00:00Z')).toBe(firms.lindqvist);
    site.clock.at = now;
    operator = await site.signedIn('operator.demo');
    await correctedTo(operator, moved, { from: '2024-02-01T06:00:00Z' });
    expect(await payerOf('2024-01-01T06:00:00Z')).toBe(people.attorney);
    site.clock.at = now;
  });

  test('of many accounts is told in as many statements as of one', async () => {
    operator = await site.signedIn('operator.demo');
    const sent = (search: string) =>
      statementsOf(
        site,
        operator,
        `{ accounts(first: 20, filter: { search: "${search}" }) { nodes { payer { __typename ... on Firm { name } } linkages(first: 3) { totalCount nodes { firm { name } } } } } }`,
      );
    expect(await sent('')).toBe(await sent('quist'));
  });
});
