import { fillPlaceholders, type Placeholder, type Query } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import { mapResultRow } from 'drizzle-orm/utils';
import postgres from 'postgres';

/** The names of the values a statement waits for. */
export type Values = Record<string, unknown>;

/** SQL text, its values and how a row becomes an object: what is needed to run it on any connection. */
export interface Statement<Row> {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly toRow: (row: unknown[]) => Row;
}

type SelectedFields = Parameters<typeof mapResultRow>[0];

/** What Drizzle keeps of a prepared query; it has the mapper's fields but does not declare them. */
interface Prepared {
  getQuery(): Query;
  fields?: SelectedFields;
  joinsNotNullableMap?: Record<string, boolean>;
}

interface Preparable<Rows> {
  prepare(name: string): { execute(...given: never[]): Promise<Rows> };
}

/** Builds SQL only: postgres.js connects when a query is sent, and through this one none is. */
export const builder = drizzle(postgres({ max: 1 }));

/** Drizzle has taken the driver's own writing of instants away; values of placeholders pass by its columns. */
const sent = (value: unknown) => (value instanceof Date ? value.toISOString() : value);

/** Compiles a Drizzle query once; the result makes a Statement of it for each set of values. */
export function compile<Row>(query: Preparable<Row[]>): (values?: Values) => Statement<Row> {
  const prepared = query.prepare('') as unknown as Prepared;
  const { sql: text, params } = prepared.getQuery();
  const { fields, joinsNotNullableMap } = prepared;
  if (!fields) throw new Error(`Not a query that returns fields: ${text}`);
  const toRow = (row: unknown[]) =>
    mapResultRow<Row & Record<string, unknown>>(fields, row, joinsNotNullableMap) as Row;
  return (values = {}) => ({
    text,
    values: fillPlaceholders(params as (unknown | Placeholder)[], values).map(sent),
    toRow,
  });
}
