import { type AnyColumn, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Condition } from './list';

interface TermTable {
  readonly table: PgTable;
  readonly key: AnyColumn;
  readonly term: AnyColumn;
  /** The column of the list that the terms belong to. */
  readonly owner: AnyColumn;
}

/** The first text behind all that begin with a term, for a range that an index can answer. */
const behind = (term: string) => `${term}\u{10FFFF}`;

/** Each term must begin one of the words the object is found by. */
export function termConditions(
  terms: readonly string[],
  { table, key, term, owner }: TermTable,
): Condition[] {
  return terms.map((wanted, i) => {
    const [from, to] = [`term${i}from`, `term${i}to`];
    return {
      name: `term${i}`,
      where: sql`${owner} in (select ${key} from ${table}
        where ${term} >= ${sql.placeholder(from)}::text and ${term} < ${sql.placeholder(to)}::text)`,
      values: { [from]: wanted, [to]: behind(wanted) },
    };
  });
}
