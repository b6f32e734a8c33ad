import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';

const heading =
  '# The API of Countersign, printed from the code: change the code, then run "pnpm schema:print".\n\n';

/** The schema as it is committed and served: sorted, so that it changes only where the API does. */
export function printedSchema(schema: GraphQLSchema): string {
  return `${heading}${printSchema(lexicographicSortSchema(schema))}\n`;
}
