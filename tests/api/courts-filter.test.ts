import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiClient } from '../support/api-client';
import { plainSql } from '../support/sql';
import { openTestSite, type TestSite } from '../support/test-site';

let site: TestSite;
let visitor: ApiClient;
beforeAll(async () => {
  site = await openTestSite();
  visitor = site.visitor();
  // In the reference data every court runs NextGen and none is retired.
  const sql = plainSql(site.db.superuserUrl);
  await sql`update courts set next_gen = false, next_gen_since = null where court_id in ('cit', 'cofc')`;
  await sql`update courts set retired_on = '2024-01-31' where court_id = 'gub'`;
  await sql.end();
});
afterAll(() => site.close());

const query = `query ($filter: CourtFilter) {
  courts(first: 100, filter: $filter, orderBy: { field: CODE, direction: ASC }) {
    totalCount nodes { code type circuit states nextGen signIn retiredOn }
  }
}`;

interface Found {
  readonly code: string;
  readonly type: string;
  readonly circuit: string;
  readonly states: readonly string[];
  readonly nextGen: boolean;
}

async function find(filter: Record<string, unknown>): Promise<{ totalCount: number; nodes: Found[] }> {
  const { courts } = await visitor.data(query, { filter });
  return courts;
}
const codes = async (filter: Record<string, unknown>) =>
  (await find(filter)).nodes.map((court) => court.code);

describe('search finds a court as people type it', () => {
  test.each([
    ['mowd', 'mowd'],
    ['MOWDC', 'mowd'],
    ['missouri western district', 'mowd'],
    ['W.D. Mo.', 'mowd'],
    ['w d mo', 'mowd'],
    ['wdmo', 'mowd'],
    ['Miss West Bank', 'mowb'],
    ['kansas city', 'mowd'],
    ['federal claims', 'cofc'],
    ['district of columbia', 'dcd'],
    ['8th circuit', 'ca8'],
  ])('%s', async (search, code) => {
    expect(await codes({ search })).toContain(code);
  });

  test('each further word narrows', async () => {
    const wide = await codes({ search: 'missouri' });
    const narrow = await codes({ search: 'missouri bankruptcy' });
    expect(wide).toEqual(expect.arrayContaining(narrow));
    expect(narrow).toEqual(['moeb', 'mowb']);
  });

  test.each(['', '   ', '.,;', '%', '_', null])('nothing typed (%j) leaves all courts', async (search) => {
    expect((await find({ search })).totalCount).toBe(206);
  });

  test.each(['zzzz', 'mow%zzzz', "' or 1=1 -- zzzz"])('%j finds nothing: it is text', async (search) => {
    expect(await codes({ search })).toEqual([]);
  });
});

describe('filters', () => {
  test('by type: any of those given', async () => {
    const { totalCount, nodes } = await find({ type: ['APPELLATE', 'NATIONAL'] });
    expect(totalCount).toBe(19);
    expect(new Set(nodes.map((court) => court.type))).toEqual(new Set(['APPELLATE', 'NATIONAL']));
  });

  test('by circuit: any of those given', async () => {
    const { totalCount, nodes } = await find({ circuit: ['DC', 'FED'] });
    expect(totalCount).toBe(7);
    expect(new Set(nodes.map((court) => court.circuit))).toEqual(new Set(['DC', 'FED']));
  });

  test('by state: any of a court’s states', async () => {
    expect(await codes({ state: ['Missouri'] })).toEqual(['ca8', 'moeb', 'moed', 'mowb', 'mowd']);
    const { nodes } = await find({ state: ['Missouri', 'Kansas'] });
    for (const court of nodes) {
      expect(court.states.some((state) => state === 'Missouri' || state === 'Kansas')).toBe(true);
    }
  });

  test('by NextGen, either way', async () => {
    expect(await codes({ nextGen: false })).toEqual(['cit', 'cofc']);
    expect((await find({ nextGen: true })).totalCount).toBe(204);
    expect((await find({ nextGen: null })).totalCount).toBe(206);
  });

  test('retired courts stand apart and are still found by their code', async () => {
    expect(await codes({ retired: true })).toEqual(['gub']);
    expect(await codes({ search: 'gub' })).toEqual([]);
    const { court } = await visitor.data('{ court(id: "gub") { retiredOn } }');
    expect(court.retiredOn).toBe('2024-01-31');
  });

  test('together they narrow', async () => {
    expect(
      await codes({ search: 'western', type: ['BANKRUPTCY'], circuit: ['8'], state: ['Missouri'] }),
    ).toEqual(['mowb']);
  });

  test.each([{ type: [] }, { circuit: [] }, { state: [] }, {}])(
    'an empty one (%j) narrows nothing',
    async (filter) => {
      expect((await find(filter)).totalCount).toBe(206);
    },
  );

  test.each([
    [{ circuit: ['12'] }, 'filter.circuit'],
    [{ state: ['missouri'] }, 'filter.state'],
  ])('an unknown word is refused with those there are: %j', async (filter, name) => {
    const { data, errors } = await visitor.query(query, { filter });
    expect(data).toBeNull();
    expect(errors).toHaveLength(1);
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(errors[0]?.message).toContain(name);
  });

  test('an unknown enum value is refused', async () => {
    const { errors } = await visitor.query(query, { filter: { type: ['MUNICIPAL'] } });
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

test('a court that keeps its own login says so', async () => {
  const { court } = await visitor.data('{ court(id: "cit") { nextGen signIn } }');
  expect(court).toEqual({ nextGen: false, signIn: 'OWN_LOGIN' });
});
