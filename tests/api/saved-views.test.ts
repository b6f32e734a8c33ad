import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApiAnswer, ApiClient } from '../support/api-client';
import { firms, people } from '../support/roles';
import { keptView, viewCreate, viewDelete, viewUpdate } from '../support/saved-views';
import { plainSql } from '../support/sql';
import { openTestSite, type TestSite } from '../support/test-site';

let site: TestSite;
let administrator: ApiClient;
let operator: ApiClient;
beforeAll(async () => {
  site = await openTestSite();
  administrator = await site.signedIn('firmadmin.demo');
  operator = await site.signedIn('operator.demo');
});
afterAll(() => site.close());

const payer = firms.hawthorne;

const refusalsOf = ({ data, errors }: ApiAnswer): [string, string | undefined][] => {
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  const [{ userErrors }] = Object.values(data) as [{ userErrors: { code: string; field: string[] }[] }];
  return userErrors.map(({ code, field }) => [code, field?.[1]]);
};

async function namesAt(client: ApiClient, number = payer): Promise<string[]> {
  const { firm } = await client.data(`{ firm(id: "${number}") { usage { savedViews { name } } } }`);
  return firm.usage.savedViews.map(({ name }: { name: string }) => name);
}

test('a view is kept, listed by name, found, changed and forgotten', async () => {
  const view = await keptView(administrator, {
    payer,
    name: '  Without  a code ',
    query: '?clientCode=&court=mowd',
    columns: ['at', 'charge', 'at'],
  });
  expect(view).toEqual({
    id: expect.any(String),
    name: 'Without a code',
    query: 'clientCode=&court=mowd',
    columns: ['at', 'charge'],
    createdAt: site.clock.at.toISOString(),
    version: 1,
  });
  await keptView(administrator, { payer, name: 'all' });
  expect(await namesAt(administrator)).toEqual(['all', 'Without a code']);
  const renamed = await viewUpdate(administrator, { view: view.id, name: 'Uncoded' });
  expect(renamed.data.savedViewUpdate.view).toEqual({ ...view, name: 'Uncoded', version: 2 });
  const stale = await viewUpdate(administrator, { view: view.id, columns: [] });
  expect(refusalsOf(stale)).toEqual([['STALE', 'expectedVersion']]);
  const other = await viewUpdate(administrator, {
    view: view.id,
    expectedVersion: 2,
    query: 'exempt=true',
    columns: [],
  });
  expect(other.data.savedViewUpdate.view).toMatchObject({
    name: 'Uncoded',
    query: 'exempt=true',
    columns: [],
  });
  const { node } = await administrator.data(
    'query ($id: ID!) { node(id: $id) { ... on SavedView { name } } }',
    {
      id: view.id,
    },
  );
  expect(node).toEqual({ name: 'Uncoded' });
  const gone = await viewDelete(administrator, view.id);
  expect(gone.data.savedViewDelete).toEqual({ deletedView: view.id, userErrors: [] });
  expect(refusalsOf(await viewDelete(administrator, view.id))).toEqual([['NOT_FOUND', 'view']]);
  expect(await namesAt(administrator)).toEqual(['all']);
});

test('a name is there once for a person and a payer', async () => {
  const view = await keptView(administrator, { payer, name: 'Twice' });
  expect(refusalsOf(await viewCreate(administrator, { payer, name: 'Twice' }))).toEqual([['TAKEN', 'name']]);
  const other = await keptView(administrator, { payer, name: 'Thrice' });
  const renaming = await viewUpdate(administrator, { view: other.id, name: 'Twice' });
  expect(refusalsOf(renaming)).toEqual([['TAKEN', 'name']]);
  expect(refusalsOf(await viewUpdate(administrator, { view: view.id, name: 'Twice' }))).toEqual([]);
  await keptView(administrator, { name: 'Twice' });
  await keptView(operator, { payer, name: 'Twice' });
});

test('nobody sees, changes or forgets another’s', async () => {
  const { id } = await keptView(administrator, { payer, name: 'Hers' });
  expect(await namesAt(operator)).not.toContain('Hers');
  for (const client of [operator, await site.signedIn('firmadmin.two')]) {
    expect((await client.data('query ($id: ID!) { node(id: $id) { id } }', { id })).node).toBeNull();
    expect(refusalsOf(await viewUpdate(client, { view: id, name: 'Mine' }))).toEqual([['NOT_FOUND', 'view']]);
    expect(refusalsOf(await viewDelete(client, id))).toEqual([['NOT_FOUND', 'view']]);
  }
  expect(await namesAt(administrator)).toContain('Hers');
  const { errors } = await viewDelete(site.visitor(), id);
  expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

test('whose role at a firm has ended sees the views of it no longer', async () => {
  const { id } = await keptView(await site.signedIn('firmadmin.two'), {
    payer: firms.lindqvist,
    name: 'Before',
  });
  const sql = plainSql(site.db.superuserUrl);
  await sql`update role_grants set ended_at = now() - interval '1 day'
    where firm_id = (select payer_id from firms where number = ${firms.lindqvist}::int)`;
  await sql.end();
  const left = await site.signedIn('firmadmin.two');
  expect((await left.data('query ($id: ID!) { node(id: $id) { id } }', { id })).node).toBeNull();
  expect(refusalsOf(await viewUpdate(left, { view: id, name: 'After' }))).toEqual([['NOT_FOUND', 'view']]);
  expect(refusalsOf(await viewDelete(left, id))).toEqual([['NOT_FOUND', 'view']]);
});

test('what cannot be kept is refused with a sentence', async () => {
  const refused = async (input: Record<string, unknown>) =>
    refusalsOf(await viewCreate(administrator, { payer, name: 'X', ...input }));
  expect(await refused({ name: '  ' })).toEqual([['REQUIRED', 'name']]);
  expect(await refused({ name: 'x'.repeat(61) })).toEqual([['INVALID', 'name']]);
  expect(await refused({ name: 'a\u202eb' })).toEqual([['INVALID', 'name']]);
  expect(await refused({ query: `search=${'x'.repeat(2000)}` })).toEqual([['INVALID', 'query']]);
  expect(await refused({ columns: ['at', 'secret'] })).toEqual([['INVALID', 'columns']]);
  for (const other of [firms.lindqvist, people.attorney, '9999999'])
    expect(await refused({ payer: other })).toEqual([['NOT_FOUND', 'payer']]);
});

test('one keeps so many and no more, also at the same time', async () => {
  const legacy = await site.signedIn('legacy.demo');
  const names = Array.from({ length: 53 }, (_, i) => `View ${i}`);
  const answers = await Promise.all(names.map((name) => viewCreate(legacy, { name })));
  expect(answers.filter((answer) => refusalsOf(answer).length > 0)).toHaveLength(3);
  const { viewer } = await legacy.data(
    '{ viewer { usage { savedViews { id } } ownUsage { savedViews { id } } } }',
  );
  expect(viewer.usage.savedViews).toHaveLength(50);
  expect(viewer.ownUsage.savedViews).toEqual(viewer.usage.savedViews);
});
