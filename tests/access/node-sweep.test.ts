import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiClient } from '../support/api-client';
import { objectTypes } from '../support/schema-parts';
import { walkPages } from '../support/walk-pages';
import { type Caller, callers } from './callers';
import { openWorld, type World } from './world';

/** An object as its operator sees it, with what decides whose it is. */
interface Found {
  readonly id: string;
  readonly __typename: string;
  readonly accountNumber?: string;
  readonly number?: string;
  readonly account?: { readonly accountNumber: string };
  readonly firm?: { readonly number: string } | null;
  readonly court?: { readonly code: string } | null;
  /** Of a use and of a batch: the firm that answers for it; null for a person who pays for himself. */
  readonly payer?: string | null;
  /** Of a view: who kept it. */
  readonly keptBy?: Caller;
}

/** The lists that hold all objects there are, intervals apart; a type of node in none of them fails a test below. */
const lists: Readonly<Record<string, string>> = {
  accounts: 'accountNumber',
  firms: 'number',
  courts: 'code',
  caughtMails: 'subject',
  roleGrants: 'account { accountNumber } firm { number } court { code }',
};

const firmOf: Partial<Record<Caller, string>> = { administrator: '1000001', otherAdministrator: '1000002' };
const courtOf: Partial<Record<Caller, string>> = { clerk: 'mowd', otherClerk: 'mowb' };

/** The uses of each firm, their batches and the client codes given, as its operator pages through them. */
async function usageOfFirms(operator: ApiClient): Promise<Found[]> {
  const batch = 'batch { __typename id } alsoIn { __typename id }';
  const { firms } = await operator.data(`{ firms(first: 100) { nodes { number usage {
    codeChanges(first: 100) { nodes { __typename id } }
    uses(first: 100) { nodes { __typename id account { accountNumber } ${batch} } } } } } }`);
  const found: Found[] = [];
  for (const { number, usage } of firms.nodes) {
    found.push(...usage.codeChanges.nodes.map((one: Found) => ({ ...one, payer: number })));
    for (const { batch: itsBatch, alsoIn, ...use } of usage.uses.nodes)
      found.push(...[use, itsBatch, ...alsoIn].map((one) => ({ ...one, payer: number })));
  }
  return [...new Map(found.map((one) => [one.id, one])).values()];
}

/** What each caller paid for himself. */
async function usageOfPersons(): Promise<Found[]> {
  const found: Found[] = [];
  for (const caller of callers.filter((one) => one !== 'anonymous')) {
    const { viewer } = await world
      .clientOf(caller)
      .data(
        '{ viewer { usage { uses(first: 100) { nodes { __typename id account { accountNumber } } } } } }',
      );
    found.push(...viewer.usage.uses.nodes.map((use: Found) => ({ ...use, payer: null })));
  }
  return found;
}

/** The imports of each firm, and each caller's own. */
async function importsOfAll(operator: ApiClient): Promise<Found[]> {
  const imports = 'usageImports(first: 100) { nodes { __typename id } }';
  const { firms } = await operator.data(`{ firms(first: 100) { nodes { number ${imports} } } }`);
  const found: Found[] = firms.nodes.flatMap(
    ({ number, usageImports }: { number: string; usageImports: { nodes: Found[] } }) =>
      usageImports.nodes.map((one) => ({ ...one, payer: number })),
  );
  for (const caller of callers.filter((one) => one !== 'anonymous')) {
    const { viewer } = await world.clientOf(caller).data(`{ viewer { ${imports} } }`);
    const account = { accountNumber: String(world.numberOf(caller)) };
    found.push(...viewer.usageImports.nodes.map((one: Found) => ({ ...one, payer: null, account })));
  }
  return found;
}

/** The views that each caller kept, of what he pays for himself and of firms. */
async function viewsOfPersons(): Promise<Found[]> {
  const found: Found[] = [];
  const views = 'usage { savedViews { __typename id } }';
  for (const caller of callers.filter((one) => one !== 'anonymous')) {
    const firms = caller === 'operator' ? `firms(first: 100) { nodes { ${views} } }` : '';
    const client = world.clientOf(caller);
    const { viewer, firms: all } = await client.data(`{ viewer { ${views} firms { ${views} } } ${firms} }`);
    const usages = [viewer, ...(all?.nodes ?? viewer.firms)];
    found.push(
      ...usages.flatMap(({ usage }: { usage: { savedViews: Found[] } }) =>
        usage.savedViews.map((view) => ({ ...view, keptBy: caller })),
      ),
    );
  }
  return found;
}

let world: World;
let everything: Found[];
beforeAll(async () => {
  world = await openWorld();
  const operator = world.clientOf('operator');
  everything = [];
  for (const [field, about] of Object.entries(lists)) {
    const filters = field === 'courts' ? [{ retired: false }, { retired: true }] : [undefined];
    const query = `query ($first: Int, $after: String${field === 'courts' ? ', $filter: CourtFilter' : ''}) {
      ${field}(first: $first, after: $after${field === 'courts' ? ', filter: $filter' : ''}) {
        nodes { __typename id ${about} } pageInfo { hasNextPage endCursor }
      }
    }`;
    for (const filter of filters) {
      const pages = await walkPages<Found>(operator, { query, field, size: 100, variables: { filter } });
      everything.push(...pages.flatMap((page) => page.nodes));
    }
  }
  const { firms } = await operator.data(
    '{ firms(first: 100) { nodes { linkages(first: 100) { nodes { __typename id account { accountNumber } firm { number } } } } } }',
  );
  everything.push(...firms.nodes.flatMap((firm: { linkages: { nodes: Found[] } }) => firm.linkages.nodes));
  everything.push(
    ...(await usageOfFirms(operator)),
    ...(await usageOfPersons()),
    ...(await viewsOfPersons()),
  );
  everything.push(...(await importsOfAll(operator)));
});
afterAll(() => world.close());

/** Whether an object is a caller's to see: said here in its own words, not by the code that decides it. */
function isTheirs(caller: Caller, object: Found): boolean {
  if (object.keptBy !== undefined) return caller === object.keptBy;
  if (caller === 'operator' || object.__typename === 'Court') return true;
  if (caller === 'anonymous') return false;
  const own = String(world.numberOf(caller));
  if (object.__typename === 'Account') return object.accountNumber === own;
  if (object.__typename === 'Firm') return object.number === firmOf[caller];
  if (['Use', 'UsageImport'].includes(object.__typename) && object.account?.accountNumber === own)
    return true;
  if (object.payer !== undefined) return object.payer !== null && object.payer === firmOf[caller];
  if (!['RoleGrant', 'Linkage'].includes(object.__typename)) return false;
  const sameFirm = object.firm != null && object.firm.number === firmOf[caller];
  const sameCourt = object.court != null && object.court.code === courtOf[caller];
  return object.account?.accountNumber === own || sameFirm || sameCourt;
}

async function nodesOf(client: ApiClient, ids: readonly string[]): Promise<({ id: string } | null)[]> {
  const found: ({ id: string } | null)[] = [];
  for (let from = 0; from < ids.length; from += 50) {
    const page = ids.slice(from, from + 50);
    found.push(
      ...(await client.data('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: page })).nodes,
    );
  }
  return found;
}

test('the sweep holds objects of every kind that has a global id', () => {
  const kinds = objectTypes(world.site.schema)
    .filter((type) => type.getInterfaces().some(({ name }) => name === 'Node'))
    .map(({ name }) => name)
    .sort();
  expect([...new Set(everything.map((object) => object.__typename))].sort()).toEqual(kinds);
  expect(new Set(everything.map((object) => object.id)).size).toBe(everything.length);
});

/** The site as it is, and without the second wall: each must hold by itself. */
const walls: [string, () => Promise<string>][] = [
  ['as it is', async () => world.site.url],
  ['by our own code alone, on a database that hides nothing', () => world.serverWithoutPolicies()],
];

describe.each(walls)(
  'of all there is, nodes gives each caller what is his and nothing else, %s:',
  (_, server) => {
    let url: string;
    beforeAll(async () => {
      url = await server();
    });

    test.each(callers)('%s', async (caller) => {
      const ids = everything.map((object) => object.id);
      const nodes = await nodesOf(world.clientOf(caller, url), ids);
      const seen = everything.filter((_, i) => nodes[i] !== null);
      const theirs = everything.filter((object) => isTheirs(caller, object));
      const told = (objects: readonly Found[]) => objects.map(({ __typename, id }) => `${__typename} ${id}`);
      expect(told(seen)).toEqual(told(theirs));
      for (const [i, node] of nodes.entries()) if (node) expect(node.id).toBe(ids[i]);
    });
  },
);

/** An id of the same kind that nobody has. */
function randomLike(id: string): string {
  const text = Buffer.from(id, 'base64url').toString();
  return Buffer.from(text.replace(/[0-9a-f-]{36}/g, () => randomUUID())).toString('base64url');
}

/** Two of each kind: every id has been through nodes above, this looks at the whole answer. */
function fewOfEachKind(objects: readonly Found[]): Found[] {
  const kinds = new Map<string, Found[]>();
  for (const object of objects) {
    const same = kinds.get(object.__typename) ?? [];
    kinds.set(object.__typename, [...same, object].slice(0, 2));
  }
  return [...kinds.values()].flat();
}

describe('what is another’s is answered as what does not exist:', () => {
  test.each(callers.filter((caller) => caller !== 'operator'))('%s', async (caller) => {
    const client = world.clientOf(caller);
    const others = everything.filter((object) => !isTheirs(caller, object));
    expect(others.length).toBeGreaterThan(10);
    // What differs from call to call: points left, and which request it was.
    const ask = async (query: string, id: string) => {
      const { status, data, errors, extensions } = await client.query(query, { id });
      const told = errors.map(({ extensions: { requestId: _, ...rest }, ...error }) => ({
        ...error,
        ...rest,
      }));
      return JSON.stringify([status, data, told, extensions.cost.requested]);
    };
    const ways = [
      'query ($id: ID!) { node(id: $id) { __typename id } }',
      'query ($id: ID!) { nodes(ids: [$id, $id]) { __typename id } }',
      'query ($id: ID!) { account(id: $id) { id } }',
      'query ($id: ID!) { firm(id: $id) { id } }',
      'mutation ($id: ID!) { usageImportCancel(input: { import: $id }) { import { id } userErrors { code } } }',
      'mutation ($id: ID!) { linkageRemove(input: { linkage: $id, expectedVersion: 1, idempotencyKey: "k" }) { userErrors { code } } }',
      'mutation ($id: ID!) { roleEnd(input: { grant: $id, idempotencyKey: "k" }) { grant { id } userErrors { code } } }',
    ];
    for (const { id } of fewOfEachKind(others))
      for (const way of ways) expect(await ask(way, id), id).toBe(await ask(way, randomLike(id)));
  });

  test.each(callers.filter((caller) => caller !== 'operator'))('by number too: %s', async (caller) => {
    const client = world.clientOf(caller);
    const answer = async (field: string, number: string) => {
      const { status, data, errors } = await client.query(`{ found: ${field}(id: "${number}") { id } }`);
      return JSON.stringify([status, data, errors.map((error) => [error.message, error.extensions.code])]);
    };
    const nobody = '9999999';
    for (const object of everything.filter((one) => !isTheirs(caller, one))) {
      const number = object.accountNumber ?? object.number;
      if (!number) continue;
      for (const field of ['account', 'firm'])
        expect(await answer(field, number), number).toBe(await answer(field, nobody));
    }
  });
});

test('an id that was tampered with finds nothing', async () => {
  const operator = world.clientOf('operator');
  const tampered = everything.slice(0, 40).flatMap(({ id }) => {
    const text = Buffer.from(id, 'base64url').toString();
    const [tag = '', ...key] = text.split(':');
    return [
      `${text}:`,
      `${text}:x`,
      `${tag}:`,
      tag,
      `${tag}S:${key.join(':')}`,
      `${tag.toUpperCase()}:${key.join(':')}`,
      ` ${text}`,
      `${text}\u0000`,
      `${tag}:' or true --`,
    ].map((wrong) => Buffer.from(wrong).toString('base64url'));
  });
  const nodes = await nodesOf(operator, [...tampered, '', 'x', '=', '💥', 'A'.repeat(401)]);
  expect(nodes.filter((node) => node !== null)).toEqual([]);
});
