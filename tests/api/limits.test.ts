import { printedSchema } from '@countersign/server/api/printed-schema';
import { buildClientSchema, getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiAnswer, ApiClient } from '../support/api-client';
import { openTestSite, type TestSite } from '../support/test-site';

let site: TestSite;
let visitor: ApiClient;
beforeAll(async () => {
  site = await openTestSite();
  visitor = site.visitor();
});
afterAll(() => site.close());

function expectRefused(answer: ApiAnswer, code: string, message: RegExp): void {
  expect(answer.data).toBeNull();
  expect(answer.errors[0]?.extensions.code).toBe(code);
  expect(answer.errors[0]?.message).toMatch(message);
  expect(answer.status).toBe(400);
}

const nested = (fields: readonly string[]) =>
  fields.reduceRight((inner, field) => (inner ? `${field} { ${inner} }` : field), '');

/** Twelve deep: clerks of a court, what else they are, and who is that with them. */
const twelve = [
  'courts(first: 1)',
  'nodes',
  'clerks(first: 1)',
  'nodes',
  'account',
  'roles(first: 1)',
  'nodes',
  'court',
  'clerks(first: 1)',
  'nodes',
  'account',
  'id',
];
const thirteen = [...twelve.slice(0, -1), 'name', 'first'];

describe('depth', () => {
  test('of 12 is answered', async () => {
    const { errors } = await visitor.query(`{ ${nested(twelve)} }`);
    expect(errors).toEqual([]);
  });

  test('of 13 is refused', async () => {
    expectRefused(
      await visitor.query(`{ ${nested(thirteen)} }`),
      'GRAPHQL_VALIDATION_FAILED',
      /depth limit of 12/,
    );
  });

  test('hidden in fragments is refused', async () => {
    const [head, tail] = [thirteen.slice(0, 5), thirteen.slice(5)];
    const query = `{ ${nested([...head, '...More'])} } fragment More on Account { ${nested(tail)} }`;
    expectRefused(await visitor.query(query), 'GRAPHQL_VALIDATION_FAILED', /depth limit of 12/);
  });

  test('without end in fragments that name themselves is refused', async () => {
    const query =
      '{ viewer { account { ...A } } } fragment A on Account { roles(first: 1) { nodes { account { ...A } } } }';
    const { data, errors } = await visitor.query(query);
    expect(data).toBeNull();
    expect(errors.map((error) => error.extensions.code)).toContain('GRAPHQL_VALIDATION_FAILED');
  });
});

describe('aliases', () => {
  const aliased = (count: number) =>
    `{ ${Array.from({ length: count }, (_, i) => `a${i}: viewer { areas }`).join(' ')} }`;

  test('15 are answered', async () => {
    const data = await visitor.data(aliased(15));
    expect(Object.keys(data)).toHaveLength(15);
  });

  test.each([16, 100])('%i are refused', async (count) => {
    expectRefused(await visitor.query(aliased(count)), 'GRAPHQL_VALIDATION_FAILED', /Aliases limit of 15/);
  });

  test('hidden in a fragment used again and again are refused', async () => {
    const query = `{ ${'...F '.repeat(2)} viewer { ...G } court(id: "mowd") { ...H } }
      fragment F on Query { a: viewer { b: areas } }
      fragment G on Viewer { c: areas d: areas e: areas f: areas g: areas h: areas }
      fragment H on Court { c: code d: code e: code f: code g: code h: code }`;
    expectRefused(await visitor.query(query), 'GRAPHQL_VALIDATION_FAILED', /Aliases limit of 15/);
  });
});

test('21 directives are refused, 20 are answered', async () => {
  const fields = [
    'code',
    'title',
    'name',
    'type',
    'circuit',
    'states',
    'nextGen',
    'signIn',
    'loginUrl',
    'offices { name }',
  ];
  const query = (more: string) =>
    `{ court(id: "mowd")${more} { ${fields.map((field) => field.replace(/^\w+/, '$& @include(if: true) @skip(if: false)')).join(' ')} } }`;
  expect((await visitor.query(query(''))).errors).toEqual([]);
  expectRefused(
    await visitor.query(query(' @include(if: true)')),
    'GRAPHQL_VALIDATION_FAILED',
    /Directives limit of 20/,
  );
});

test('a directive there is none of is refused', async () => {
  const { errors } = await visitor.query('{ viewer { areas @admin } }');
  expect(errors[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
});

describe('repeating a field', () => {
  test('some hundred times is answered once', async () => {
    const { rateLimit } = await visitor.data(`{ ${'rateLimit { limit } '.repeat(400)} }`);
    expect(rateLimit).toEqual({ limit: 1_000_000 });
  });

  test('a thousand times is refused before it is read to its end', async () => {
    const answer = await visitor.query(`{ ${'rateLimit { limit } '.repeat(1000)} }`);
    expectRefused(answer, 'GRAPHQL_PARSE_FAILED', /2000 tokens/);
  });
});

test('an operation that is no GraphQL is refused by where it fails', async () => {
  const { errors, status } = await visitor.query('{ courts(first: 1) { nodes { code }');
  expect(status).toBe(400);
  expect(errors[0]).toMatchObject({ extensions: { code: 'GRAPHQL_PARSE_FAILED' } });
});

test('a field there is none of is refused with the ones there are', async () => {
  const { errors } = await visitor.query('{ court(id: "mowd") { titel } }');
  expect(errors[0]?.message).toContain('Did you mean "title"');
});

describe('introspection', () => {
  test('is open to everybody and whole', async () => {
    const introspection = await visitor.data(getIntrospectionQuery({ specifiedByUrl: true }));
    expect(printedSchema(buildClientSchema(introspection))).toBe(printedSchema(site.schema));
  });

  test('in circles is refused', async () => {
    const circle = [
      '__schema',
      'types',
      'fields',
      'type',
      'fields',
      'type',
      'fields',
      'type',
      'fields',
      'name',
    ];
    const { data, errors } = await visitor.query(`{ ${nested(circle)} }`);
    expect(data).toBeNull();
    expect(errors[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  test('is also the file /schema.graphql', async () => {
    const response = await fetch(`${site.url}/schema.graphql`);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await response.text()).toBe(printedSchema(site.schema));
  });
});
