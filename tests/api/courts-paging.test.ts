import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiClient } from '../support/api-client';
import { openTestSite, type TestSite } from '../support/test-site';
import { walkPages } from '../support/walk-pages';

let site: TestSite;
let visitor: ApiClient;
beforeAll(async () => {
  site = await openTestSite();
  visitor = site.visitor();
});
afterAll(() => site.close());

const query = `query ($first: Int, $after: String, $last: Int, $before: String, $filter: CourtFilter, $orderBy: CourtOrder) {
  courts(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {
    nodes { code title circuit }
    edges { cursor node { code } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

interface Listed {
  readonly code: string;
  readonly title: string;
  readonly circuit: string;
}

const circuits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', 'DC', 'FED'];

/** What each order sorts by; the code tells all courts apart. */
const keysOf: Record<string, (court: Listed) => (string | number)[]> = {
  TITLE: (court) => [court.title, court.code],
  CODE: (court) => [court.code],
  CIRCUIT: (court) => [circuits.indexOf(court.circuit), court.title, court.code],
};
const fields = Object.keys(keysOf);
const directions = ['ASC', 'DESC'];

async function wholeList(field: string, direction: string, size: number, backward = false) {
  const pages = await walkPages<Listed>(visitor, {
    query,
    field: 'courts',
    size,
    backward,
    variables: { orderBy: { field, direction } },
  });
  return pages.flatMap((page) => page.nodes);
}

function isSorted(list: readonly Listed[], field: string, direction: string): boolean {
  const keys = list.map((court) => keysOf[field]?.(court) ?? []);
  const ascending = direction === 'ASC' ? keys : keys.reverse();
  return ascending.every((key, i) => {
    const before = ascending[i - 1];
    if (!before) return true;
    const different = key.findIndex((part, j) => part !== before[j]);
    const [a, b] = [before[different], key[different]];
    return typeof a === 'number' || typeof b === 'number'
      ? Number(a) < Number(b)
      : (a ?? '').localeCompare(b ?? '', 'en') < 0;
  });
}

describe('every order', () => {
  const orders = fields.flatMap((field) => directions.map((direction) => [field, direction] as const));

  test.each(orders)('%s %s lists every court once, sorted', async (field, direction) => {
    const list = await wholeList(field, direction, 100);
    expect(new Set(list.map((court) => court.code)).size).toBe(207);
    expect(list).toHaveLength(207);
    expect(isSorted(list, field, direction)).toBe(true);
  });

  test('without one, by title from A', async () => {
    const pages = await walkPages<Listed>(visitor, { query, field: 'courts', size: 100 });
    expect(pages.flatMap((page) => page.nodes)).toEqual(await wholeList('TITLE', 'ASC', 100));
  });
});

test('paging by any size, forward or backward, gives the same list as the largest pages', async () => {
  const whole = new Map<string, Listed[]>();
  for (const field of fields)
    for (const direction of directions)
      whole.set(`${field} ${direction}`, await wholeList(field, direction, 100));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...fields),
      fc.constantFrom(...directions),
      fc.integer({ min: 1, max: 100 }),
      fc.boolean(),
      async (field, direction, size, backward) => {
        expect(await wholeList(field, direction, size, backward)).toEqual(whole.get(`${field} ${direction}`));
      },
    ),
    {
      numRuns: 15,
      examples: [
        ['CIRCUIT', 'DESC', 1, true],
        ['TITLE', 'ASC', 69, false],
        ['CODE', 'ASC', 100, true],
      ],
    },
  );
});

test('pageInfo says what is before and behind, and its cursors are those of the edges', async () => {
  const pages = await walkPages<Listed>(visitor, { query, field: 'courts', size: 100 });
  expect(pages.map(({ pageInfo }) => [pageInfo.hasPreviousPage, pageInfo.hasNextPage])).toEqual([
    [false, true],
    [true, true],
    [true, false],
  ]);
  const { courts } = await visitor.data(query, { first: 3 });
  expect(courts.pageInfo.startCursor).toBe(courts.edges[0].cursor);
  expect(courts.pageInfo.endCursor).toBe(courts.edges[2].cursor);
  expect(courts.edges.map((edge: { node: Listed }) => edge.node.code)).toEqual(
    courts.nodes.map((court: Listed) => court.code),
  );
});

test('between two cursors lies what is between them', async () => {
  const { courts } = await visitor.data(query, { first: 10 });
  const [after, before] = [courts.edges[2].cursor, courts.edges[7].cursor];
  const between = courts.nodes.slice(3, 7);
  for (const size of [{ first: 100 }, { last: 100 }, { first: 4 }, { last: 4 }]) {
    const page = (await visitor.data(query, { ...size, after, before })).courts;
    expect(page.nodes).toEqual(between);
  }
});

test('an empty page has no cursors', async () => {
  const { courts } = await visitor.data(query, { first: 5, filter: { search: 'zzzz' } });
  expect(courts).toEqual({
    nodes: [],
    edges: [],
    pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
  });
});

test('totalCount counts what the filter finds, whatever the page', async () => {
  const { courts } = await visitor.data(
    '{ courts(first: 2, filter: { type: [DISTRICT] }) { totalCount nodes { code } } }',
  );
  expect(courts.totalCount).toBe(94);
  expect(courts.nodes).toHaveLength(2);
});

describe('is refused with BAD_USER_INPUT:', () => {
  const refusal = async (variables: Record<string, unknown>) => {
    const { data, errors } = await visitor.query(query, variables);
    expect(data).toBeNull();
    expect(errors.map((error) => error.extensions.code)).toEqual(['BAD_USER_INPUT']);
    return errors[0]?.message;
  };

  test.each([
    [{}],
    [{ first: null, last: null }],
    [{ first: 10, last: 10 }],
    [{ first: 0 }],
    [{ first: 101 }],
    [{ first: -1 }],
    [{ last: 0 }],
    [{ last: 101 }],
  ])('a page of no size, two sizes or a wrong one: %j', async (variables) => {
    expect(await refusal(variables)).toMatch(/1 to 100/);
  });

  const cursorOf = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

  test.each([
    'x',
    '',
    cursorOf(null),
    cursorOf({}),
    cursorOf(['TITLE ASC', 'a']),
    cursorOf(['TITLE ASC', 'a', 'b', 'c']),
    cursorOf(['TITLE ASC', 'a', null]),
    cursorOf(['TITLE ASC', 'a', '\u0000']),
  ])('a cursor that is none: %s', async (after) => {
    expect(await refusal({ first: 1, after })).toMatch(/cursor/);
  });

  test('a cursor of another order or direction', async () => {
    const { courts } = await visitor.data(query, { first: 1 });
    const after = courts.pageInfo.endCursor;
    await refusal({ first: 1, after, orderBy: { field: 'CODE', direction: 'ASC' } });
    await refusal({ first: 1, after, orderBy: { field: 'TITLE', direction: 'DESC' } });
  });

  test('a cursor whose values are not those of its columns', async () => {
    const after = cursorOf(['CIRCUIT ASC', 'eight', 'a', 'b']);
    await refusal({ first: 1, after, orderBy: { field: 'CIRCUIT', direction: 'ASC' } });
  });
});
