import type postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ApiAnswer, ApiClient } from '../support/api-client';
import { plainSql } from '../support/sql';
import { openTestSite, type TestSite } from '../support/test-site';

let site: TestSite;
let sql: postgres.Sql;
const bucket = 200;
beforeAll(async () => {
  site = await openTestSite({
    API_COST_LIMIT: '100',
    API_COST_BUCKET: String(bucket),
    API_COST_PER_SECOND: '1',
  });
  sql = plainSql(site.db.superuserUrl);
});
afterAll(async () => {
  await sql.end();
  await site.close();
});

let addresses = 0;
let visitor: ApiClient;
beforeEach(() => {
  addresses += 1;
  visitor = site.visitor(`198.51.100.${addresses}`);
});

const courts = (first: number) => `{ courts(first: ${first}) { nodes { code } } }`;

const codeOf = (answer: ApiAnswer) => answer.errors[0]?.extensions.code ?? null;

/** Asks until the allowance is spent; the points granted on the way. */
async function spendAll(clients: readonly ApiClient[]): Promise<number> {
  let granted = 0;
  for (let i = 0; i < 1000; i += 1) {
    const answers = await Promise.all(clients.map((client) => client.query(courts(50))));
    for (const answer of answers) if (codeOf(answer) === null) granted += answer.extensions.cost.requested;
    if (answers.every((answer) => codeOf(answer) === 'RATE_LIMITED')) return granted;
  }
  throw new Error('The allowance has no end.');
}

describe('what an operation costs', () => {
  test('stands in each answer with what is left, and rateLimit tells the same', async () => {
    const { data, extensions } = await visitor.query(
      '{ rateLimit { limit remaining restoreRate operationLimit } viewer { areas } }',
    );
    const { cost } = extensions;
    expect(cost).toEqual({ requested: 2, remaining: expect.any(Number), limit: bucket, restoreRate: 1 });
    expect(data.rateLimit).toEqual({
      limit: bucket,
      remaining: cost.remaining,
      restoreRate: 1,
      operationLimit: 100,
    });
    expect(cost.remaining).toBe(bucket - 2);
  });

  test('grows with the pages asked for, inner pages times the outer', async () => {
    const costOf = async (query: string, variables = {}) =>
      (await site.visitor(`192.0.2.${++addresses}`).query(query, variables)).extensions.cost.requested;
    const [ten, hundred] = [await costOf(courts(10)), await costOf(courts(100))];
    expect(hundred).toBeGreaterThan(5 * ten);
    const inner = (outer: number, size: number) =>
      `{ courts(first: ${outer}) { nodes { clerks(first: ${size}) { nodes { id } } } } }`;
    const tenOfTen = await costOf(inner(10, 10));
    expect(await costOf(inner(100, 10))).toBeGreaterThan(5 * tenOfTen);
    expect(await costOf(inner(10, 100))).toBeGreaterThan(2 * tenOfTen);
    const byVariable = await costOf('query ($n: Int) { courts(first: $n) { nodes { code } } }', { n: 100 });
    expect(byVariable).toBe(hundred);
    expect(await costOf('query ($n: Int) { courts(last: $n) { nodes { code } } }', { n: 100 })).toBe(hundred);
    expect(await costOf('query ($n: Int = 100) { courts(first: $n) { nodes { code } } }')).toBe(hundred);
    expect(await costOf('query { ...F } fragment F on Query { courts(first: 100) { nodes { code } } }')).toBe(
      hundred,
    );
    expect(await costOf('mutation { signOut(input: {}) { endedSessions } }')).toBeGreaterThanOrEqual(10);
  });

  test('over the limit of one operation is refused before anything is asked of the database', async () => {
    const before = site.database.statementsSent();
    const { data, errors, status, headers } = await visitor.query(
      '{ courts(first: 100) { nodes { clerks(first: 100) { nodes { account { name { full } } } } } } }',
    );
    expect(data).toBeNull();
    expect(errors[0]?.extensions).toEqual({
      code: 'COST_LIMIT',
      requestId: headers.get('x-request-id'),
      cost: { requested: expect.any(Number), limit: 100 },
    });
    expect(errors[0]?.message).toMatch(/costs \d+ points and one may cost at most 100/);
    expect(status).toBe(400);
    expect(site.database.statementsSent()).toBe(before);
  });
});

describe('a caller who has spent his allowance', () => {
  test('is refused with when to come back, and gets on when it has filled up', async () => {
    expect(await spendAll([visitor])).toBeGreaterThan(bucket - 20);
    const refused = await visitor.query(courts(50));
    const [error] = refused.errors;
    expect(error?.extensions).toEqual({
      code: 'RATE_LIMITED',
      requestId: refused.headers.get('x-request-id'),
      cost: { requested: expect.any(Number), remaining: expect.any(Number), restoreRate: 1 },
    });
    const { requested, remaining } = refused.extensions.cost;
    expect(remaining).toBeLessThan(requested);
    expect(Number(refused.headers.get('retry-after'))).toBe(requested - remaining);
    expect(refused.status).toBe(429);

    await sql`update api_allowances set at = at - interval '60 seconds' where caller = ${visitor.address}`;
    const answer = await visitor.query(courts(50));
    expect(codeOf(answer)).toBeNull();
    expect(answer.extensions.cost.remaining).toBeGreaterThan(40);
  });

  test('has it full again after a while, and not more than full', async () => {
    await spendAll([visitor]);
    await sql`update api_allowances set at = at - interval '1 year' where caller = ${visitor.address}`;
    const { extensions } = await visitor.query(courts(50));
    expect(extensions.cost.remaining).toBeGreaterThan(bucket - 20);
    expect(extensions.cost.remaining).toBeLessThanOrEqual(bucket);
  });

  test('does not spend that of others: another address, or a person signed in', async () => {
    const person = site.visitor(visitor.address);
    await person.signIn('attorney.demo');
    await spendAll([visitor]);
    expect(codeOf(await site.visitor('192.0.2.1').query(courts(50)))).toBeNull();
    expect(codeOf(await person.query(courts(50)))).toBeNull();
  });

  test('has one allowance from wherever he is signed in', async () => {
    const [here, there] = [site.visitor('192.0.2.10'), site.visitor('192.0.2.11')];
    await here.signIn('legacy.demo');
    await there.signIn('legacy.demo');
    await spendAll([here]);
    expect(codeOf(await there.query(courts(50)))).toBe('RATE_LIMITED');
  });

  test('gets no other by another address of his IPv6 network', async () => {
    await spendAll([site.visitor('2001:db8:1:1::1')]);
    expect(codeOf(await site.visitor('2001:db8:1:1::2').query(courts(50)))).toBe('RATE_LIMITED');
    expect(codeOf(await site.visitor('2001:db8:1:2::1').query(courts(50)))).toBeNull();
  });

  test('gets no other from a second process on the same database', async () => {
    const second = new ApiClient(await site.secondServer(), visitor.address);
    const granted = await spendAll([visitor, second]);
    expect(granted).toBeGreaterThan(bucket - 20);
    // A few points come back while it is spent.
    expect(granted).toBeLessThanOrEqual(bucket + 20);
  });
});
