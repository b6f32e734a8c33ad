import { buildApiSchema } from '@countersign/server/api/schema';
import { extendSchema, parse } from 'graphql';
import { expect, test } from 'vitest';
import { matrix } from './matrix';
import { misfits } from './rows-and-fields';

const schema = buildApiSchema();
const fits = { fieldsWithoutRow: [], rowsWithoutField: [], rowsOfOtherWays: [] };

test('every field of the schema has its row in the matrix, and every row its field', () => {
  expect(misfits(schema, matrix)).toEqual(fits);
});

test.each([
  ['extend type Court { secret: String }', 'Court.secret'],
  ['extend type Query { secrets: [String!]! }', 'Query.secrets'],
  ['extend type Mutation { secretTell(input: SignOutInput!): SignOutPayload! }', 'Mutation.secretTell'],
  ['type Secret { text: String! } extend type Viewer { account2: Secret }', 'Secret.text'],
])('a field nobody decided on is reported: %s', (addition, path) => {
  const { fieldsWithoutRow } = misfits(extendSchema(schema, parse(addition)), matrix);
  expect(fieldsWithoutRow).toContain(path);
});

test('a field whose row was taken away is reported', () => {
  const { 'Account.email': row, ...others } = matrix;
  expect(row).toBeDefined();
  expect(misfits(schema, others)).toEqual({ ...fits, fieldsWithoutRow: ['Account.email'] });
});

test('a row of what there is no more is reported, and one that looks at other ways', () => {
  const { 'Account.id': row, ...others } = matrix;
  const { own = {}, ...ways } = row ?? {};
  expect(own).toBeDefined();
  expect(misfits(schema, { ...others, 'Account.id': ways, 'Court.motto': ways })).toEqual({
    ...fits,
    rowsWithoutField: ['Court.motto'],
    rowsOfOtherWays: ['Account.id'],
  });
});
