import DataLoader from 'dataloader';
import { and, count, getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn as AnyColumn, PgSelect, PgTable } from 'drizzle-orm/pg-core';
import type { Actor } from '../platform/actor';
import type { Database } from '../platform/database';
import { builder, compile, type Values } from '../platform/statement';
import type { Condition } from './list';
import {
  type Connection,
  connectionOf,
  type ListOrder,
  type PageArgs,
  type PageQuery,
  pageQuery,
} from './page';
import { statementByShape } from './statements-by-shape';

export interface ListJoin {
  readonly table: PgTable;
  readonly on: SQL;
  /** What of it the cursor needs. */
  readonly columns: Readonly<Record<string, AnyColumn>>;
}

/** A list inside an object: the roles of an account, the clerks of a court. */
export interface ListOfParent<Row, Node> {
  readonly name: string;
  readonly table: PgTable;
  readonly parentColumn: AnyColumn;
  readonly parent: string;
  /** A table that every row has its one row in, for conditions and orders that look there. */
  readonly join?: ListJoin;
  readonly order: ListOrder;
  readonly conditions: readonly Condition[];
  readonly args: PageArgs;
  readonly cursor: (row: Row) => readonly (string | number)[];
  readonly node: (row: Row) => Node;
}

// biome-ignore lint/suspicious/noExplicitAny: lists of every kind wait in one batch; each gets its own rows back.
type AnyList = ListOfParent<any, unknown>;

interface Ask {
  readonly list: AnyList;
  readonly page: PageQuery | null;
}

interface Answer {
  readonly rows: readonly Record<string, unknown>[];
  readonly count: number;
}

const filterShape = (list: AnyList) => [list.name, ...list.conditions.map((part) => part.name)].join();
const filterOf = (list: AnyList) => and(...list.conditions.map((part) => part.where));
const isParent = (list: AnyList) =>
  sql`${list.parentColumn} = any(${sql.placeholder('parents')}::${sql.raw(list.parentColumn.getSQLType())}[])`;

/** The rows with what they are joined to. */
function joined<Query extends PgSelect>(list: AnyList, query: Query): Query {
  return list.join ? (query.innerJoin(list.join.table, list.join.on) as unknown as Query) : query;
}

/** Numbers each parent's rows in the list's order and keeps the page of each, in one statement. */
function pagesStatement(list: AnyList, page: PageQuery, values: Values) {
  return statementByShape(`pages ${filterShape(list)} ${page.shape}`, { ...values, ...page.values }, () => {
    const order = sql.join(page.orderBy, sql`, `);
    const rows = builder
      .select({
        ...getTableColumns(list.table),
        ...list.join?.columns,
        place: sql<number>`row_number() over (partition by ${list.parentColumn} order by ${order})`.as(
          'place',
        ),
      })
      .from(list.table)
      .$dynamic();
    const numbered = joined(list, rows)
      .where(and(isParent(list), filterOf(list), page.where))
      .as('numbered');
    return compile(
      builder
        .select()
        .from(numbered)
        .where(sql`${numbered.place} <= ${sql.placeholder('limit')}::bigint`)
        .orderBy(numbered.place),
    );
  });
}

function countsStatement(list: AnyList, values: Values) {
  return statementByShape(`counts ${filterShape(list)}`, values, () =>
    compile(
      joined(
        list,
        builder
          .select({ parent: sql<string>`${list.parentColumn}::text`, count: count() })
          .from(list.table)
          .$dynamic(),
      )
        .where(and(isParent(list), filterOf(list)))
        .groupBy(list.parentColumn),
    ),
  );
}

/** The property of a row that holds a column. */
function propertyOf(list: AnyList): string {
  const columns = Object.entries(getTableColumns(list.table));
  return columns.find(([, column]) => column === list.parentColumn)?.[0] ?? '';
}

async function answerGroup(
  database: Database,
  actor: Actor,
  asks: readonly Ask[],
): Promise<Map<string, Answer>> {
  const { list, page } = asks[0] as Ask;
  const values: Values = Object.assign(
    { parents: asks.map((ask) => ask.list.parent) },
    ...list.conditions.map((part) => part.values),
  );
  const answers = new Map<string, { rows: Record<string, unknown>[]; count: number }>(
    asks.map((ask) => [ask.list.parent, { rows: [], count: 0 }]),
  );
  if (page === null) {
    const [counts] = await database.read(actor, [countsStatement(list, values)]);
    for (const row of counts) Object.assign(answers.get(row.parent) ?? {}, { count: Number(row.count) });
    return answers;
  }
  const [rows] = await database.read(actor, [pagesStatement(list, page, values)]);
  const property = propertyOf(list);
  for (const row of rows as Record<string, unknown>[]) answers.get(String(row[property]))?.rows.push(row);
  return answers;
}

/** What makes two asks one statement: all but the parent. */
const groupOf = ({ list, page }: Ask) =>
  JSON.stringify([filterShape(list), list.conditions.map((part) => part.values), page?.shape, page?.values]);

const waiting = new WeakMap<Actor, DataLoader<Ask, Answer>>();

/** The asks of one request; its actor is made for it alone. */
function batchOf(database: Database, actor: Actor): DataLoader<Ask, Answer> {
  const open = waiting.get(actor);
  if (open) return open;
  const loader = new DataLoader<Ask, Answer>(
    async (asks) => {
      const groups = new Map<string, Ask[]>();
      for (const ask of asks) groups.set(groupOf(ask), [...(groups.get(groupOf(ask)) ?? []), ask]);
      const answered = await Promise.all(
        [...groups].map(async ([key, group]) => [key, await answerGroup(database, actor, group)] as const),
      );
      const byGroup = new Map(answered);
      return asks.map((ask) => byGroup.get(groupOf(ask))?.get(ask.list.parent) ?? { rows: [], count: 0 });
    },
    { cache: false },
  );
  waiting.set(actor, loader);
  return loader;
}

/** Reads a page of a list inside an object; those of all objects of a page of parents go in one statement. */
export async function readListOfParent<Row, Node>(
  database: Database,
  actor: Actor,
  list: ListOfParent<Row, Node>,
): Promise<Connection<Node>> {
  const page = pageQuery(list.args, list.order);
  const batch = batchOf(database, actor);
  const { rows } = await batch.load({ list, page });
  const countTotal = async () => (await batch.load({ list, page: null })).count;
  return connectionOf(page, rows as readonly Row[], list.cursor, list.node, countTotal);
}
