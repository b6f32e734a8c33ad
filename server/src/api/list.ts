import { and, type Placeholder, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '../platform/actor';
import type { Database } from '../platform/database';
import type { Statement, Values } from '../platform/statement';
import { type Connection, connectionOf, type ListOrder, type PageArgs, pageQuery } from './page';
import { statementByShape } from './statements-by-shape';

/** One condition of a filter: present or not, with the values of its placeholders. */
export interface Condition {
  readonly name: string;
  readonly where: SQL;
  readonly values: Values;
}

/** What makes a list: how its rows and their number are selected, and in which order. */
export interface ListOf<Row, Node> {
  readonly name: string;
  readonly order: ListOrder;
  readonly conditions: readonly Condition[];
  readonly args: PageArgs;
  readonly rows: (
    where: SQL | undefined,
    orderBy: SQL[],
    limit: Placeholder,
  ) => (values: Values) => Statement<Row>;
  readonly count: (where: SQL | undefined) => (values: Values) => Statement<{ count: number }>;
  readonly cursor: (row: Row) => readonly (string | number)[];
  readonly node: (row: Row) => Node;
}

/** Reads a page of a list as the actor: one statement, and one more when the total is asked for. */
export async function readList<Row, Node>(
  database: Pick<Database, 'read'>,
  actor: Actor,
  list: ListOf<Row, Node>,
): Promise<Connection<Node>> {
  const page = pageQuery(list.args, list.order);
  const filterShape = [list.name, ...list.conditions.map((condition) => condition.name)].join();
  const filterValues: Values = Object.assign({}, ...list.conditions.map((condition) => condition.values));
  const filter = () => and(...list.conditions.map((condition) => condition.where));
  const statement = statementByShape(
    `rows ${filterShape} ${page.shape}`,
    { ...filterValues, ...page.values },
    () => list.rows(and(filter(), page.where), page.orderBy, sql.placeholder('limit')),
  );
  const [rows] = await database.read(actor, [statement]);
  const countTotal = async () => {
    const [[total]] = await database.read(actor, [
      statementByShape(`count ${filterShape}`, filterValues, () => list.count(filter())),
    ]);
    return Number(total?.count ?? 0);
  };
  return connectionOf(page, rows, list.cursor, list.node, countTotal);
}
