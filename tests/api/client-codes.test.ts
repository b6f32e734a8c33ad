import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApiClient } from '../support/api-client';
import { codeAssign, codeAssigned, codeUndo, refusalOfCodes } from '../support/client-codes';
import { firms, people } from '../support/roles';
import { plainSql } from '../support/sql';
import { openTestSite, type TestSite } from '../support/test-site';
import { addUses, keysByNumber, standAt } from '../support/usage';

let site: TestSite;
let sql: postgres.Sql;
let administrator: ApiClient;
beforeAll(async () => {
  site = await openTestSite();
  sql = plainSql(site.db.superuserUrl);
  await standAt(site, sql, '2026-08-19T17:00:00Z');
  const keyOf = await keysByNumber(sql);
  const ada = keyOf(people.attorney);
  const use = { accountId: ada, at: '2026-07-02T15:00:00Z' };
  await addUses(sql, [
    { ...use, payerId: keyOf(firms.hawthorne), clientCode: 'A-1', chargeCents: 30 },
    { ...use, payerId: keyOf(firms.hawthorne), clientCode: 'A-2', chargeCents: 20 },
    { ...use, payerId: keyOf(firms.lindqvist), clientCode: 'L-1' },
    { ...use, payerId: ada, clientCode: '' },
  ]);
  administrator = await site.signedIn('firmadmin.demo');
});
afterAll(async () => {
  await sql.end();
  await site.close();
});

const payer = firms.hawthorne;
const filter = { quarter: '2026-Q3', clientCode: ['A-1'] };

test('a change tells what was done, is listed, found by its id, and undone', async () => {
  const change = await codeAssigned(administrator, { payer, filter, clientCode: ' B-1 ', expectedUses: 1 });
  const told = {
    id: expect.any(String),
    number: 1,
    clientCode: 'B-1',
    at: site.clock.at.toISOString(),
    filter: 'quarter=2026-Q3&clientCode=A-1',
    uses: 1,
    charge: { cents: 30 },
    undoneAt: null,
    givenBack: null,
    kept: null,
    allowedActions: ['UNDO'],
    assignedBy: { accountNumber: people.firmAdministrator },
    undoneBy: null,
  };
  expect(change).toEqual(told);
  const { firm, node } = await administrator.data(
    `query ($id: ID!) {
      firm(id: "${payer}") { usage { allowedActions
        codeChanges(first: 5) { totalCount nodes { id } }
        uses(first: 5, filter: { clientCode: "B-1" }) { nodes { clientCode givenClientCode } }
        by(dimension: CLIENT_CODE, first: 5) { nodes { clientCode totals { charge { cents } } } } } }
      node(id: $id) { ... on UsageCodeChange { number } } }`,
    { id: change.id },
  );
  expect(node).toEqual({ number: 1 });
  expect(firm.usage).toEqual({
    allowedActions: ['ASSIGN_CODES'],
    codeChanges: { totalCount: 1, nodes: [{ id: change.id }] },
    uses: { nodes: [{ clientCode: 'B-1', givenClientCode: 'A-1' }] },
    by: {
      nodes: [
        { clientCode: 'B-1', totals: { charge: { cents: 30 } } },
        { clientCode: 'A-2', totals: { charge: { cents: 20 } } },
      ],
    },
  });
  const { data } = await codeUndo(administrator, { change: change.id });
  expect(data.usageCodeUndo).toEqual({
    change: {
      ...told,
      undoneAt: site.clock.at.toISOString(),
      undoneBy: { accountNumber: people.firmAdministrator },
      givenBack: 1,
      kept: 0,
      allowedActions: [],
    },
    userErrors: [],
  });
});

test('a person who pays for himself changes his own and nobody else’s', async () => {
  const ada = await site.signedIn('attorney.demo');
  const { usageCodePreview } = await ada.data(
    '{ usageCodePreview(input: { filter: {}, clientCode: "Own" }) { uses codes { clientCode uses } userErrors { code } } }',
  );
  expect(usageCodePreview).toEqual({ uses: 1, codes: [{ clientCode: null, uses: 1 }], userErrors: [] });
  const change = await codeAssigned(ada, { filter: {}, clientCode: 'Own' });
  expect(change.uses).toBe(1);
  for (const other of [firms.hawthorne, firms.lindqvist, people.legacy, '9999999', 'nobody'])
    expect(refusalOfCodes(await codeAssign(ada, { payer: other, filter: {}, clientCode: 'X' }))).toEqual([
      ['NOT_FOUND', 'payer'],
    ]);
});

test('what another firm changed is undone by nobody here, and reads like what does not exist', async () => {
  const other = await site.signedIn('firmadmin.two');
  const change = await codeAssigned(other, { payer: firms.lindqvist, filter: {}, clientCode: 'L-2' });
  const unknown = Buffer.from(`usageCodeChange:${randomUUID()}:${randomUUID()}`).toString('base64url');
  for (const id of [change.id, unknown, 'x'])
    expect(refusalOfCodes(await codeUndo(administrator, { change: id }))).toEqual([['NOT_FOUND', 'change']]);
  const operator = await site.signedIn('operator.demo');
  expect(refusalOfCodes(await codeUndo(operator, { change: change.id }))).toEqual([['NOT_FOUND', 'change']]);
});

test('whoever has not signed in is asked to', async () => {
  const { errors } = await codeAssign(site.visitor(), { payer, filter: {}, clientCode: 'X' });
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
});

test('a filter or a code that cannot be meant is refused with a sentence', async () => {
  const refused = async (input: Record<string, unknown>) =>
    refusalOfCodes(await codeAssign(administrator, { payer, filter: {}, clientCode: 'X', ...input }));
  expect(await refused({ filter: { quarter: 'soon' } })).toEqual([['INVALID', 'filter']]);
  expect(await refused({ clientCode: 'a,b' })).toEqual([['INVALID', 'clientCode']]);
  expect(await refused({ clientCode: 'x'.repeat(33) })).toEqual([['INVALID', 'clientCode']]);
  expect(await refused({ uses: ['x'] })).toEqual([['REQUIRED', 'filter']]);
  expect(await refused({ filter: null, uses: ['x'] })).toEqual([['NOT_FOUND', 'uses']]);
});
