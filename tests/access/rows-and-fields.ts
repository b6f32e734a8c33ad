import type { GraphQLSchema } from 'graphql';
import { objectFields } from '../support/schema-parts';
import type { Row } from './cells';
import { waysOf } from './ways';

/** Where the matrix and the schema do not fit: fields nobody decided on, and decisions on what there is no more. */
export function misfits(schema: GraphQLSchema, matrix: Readonly<Record<string, Row>>) {
  const fields = objectFields(schema).map(([path]) => path);
  const ways = (path: string) => Object.keys(waysOf(path)).sort().join();
  return {
    fieldsWithoutRow: fields.filter((path) => !matrix[path]),
    rowsWithoutField: Object.keys(matrix).filter((path) => !fields.includes(path)),
    rowsOfOtherWays: Object.entries(matrix)
      .filter(([path, row]) => fields.includes(path) && Object.keys(row).sort().join() !== ways(path))
      .map(([path]) => path),
  };
}
