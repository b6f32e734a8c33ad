import { type AnyColumn, asc, desc, type SQL, sql } from 'drizzle-orm';
import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import { validate as isUuid } from 'uuid';
import { BadArgument } from '../platform/refusal';

/** The most a page may hold. */
export const largestPage = 100;

@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: 'How many to return from the start, 1 to 100. Give this or `last`.',
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Start behind this cursor.' })
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many to return from the end, 1 to 100. Give this or `first`.',
  })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'End before this cursor.' })
  before?: string | null;
}

@ObjectType({ description: 'Where a page of a connection stands in the whole.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follows behind this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether there is something before this page.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first edge; null on an empty page.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last edge; null on an empty page.' })
  endCursor!: string | null;
}

/** A total order a list can be read in: its columns, the last of which tells all rows apart. */
export interface ListOrder {
  /** Stands in the cursor, so that a cursor of another order is refused. */
  readonly name: string;
  readonly columns: readonly AnyColumn[];
  readonly descending?: boolean;
}

/** A page as SQL: the condition and values of its cursor, the order, and one row more than asked. */
export interface PageQuery {
  readonly shape: string;
  readonly where: SQL | undefined;
  readonly values: Record<string, unknown>;
  readonly orderBy: SQL[];
  /** One more than was asked, to see whether more follows; also the value of the placeholder `limit`. */
  readonly limit: number;
  readonly backward: boolean;
  readonly order: ListOrder;
  readonly args: PageArgs;
}

/** Whether a value can be one of the column's: Postgres would call it a fault of ours. */
function fits(value: unknown, column: AnyColumn | undefined): boolean {
  const type = column?.getSQLType() ?? '';
  if (type === 'integer') return Number.isInteger(value) && Math.abs(value as number) < 2 ** 31;
  if (type === 'bigint') return Number.isSafeInteger(value);
  if (typeof value !== 'string' || value.includes('\u0000')) return false;
  if (type === 'uuid') return isUuid(value);
  return !type.startsWith('timestamp') || !Number.isNaN(Date.parse(value));
}

function readCursor(cursor: string, order: ListOrder): unknown[] {
  try {
    const [name, ...values] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const { columns } = order;
    const all =
      values.length === columns.length &&
      values.every((value: unknown, i: number) => fits(value, columns[i]));
    if (name === order.name && all) return values;
  } catch {
    // falls through to the one answer for every cursor that is none
  }
  throw new BadArgument('The cursor is not of this list in this order: take it from `pageInfo` or an edge.');
}

function pageSize(args: PageArgs): { size: number; backward: boolean } {
  const { first, last } = args;
  if ((first == null) === (last == null))
    throw new BadArgument(`Give either first or last, from 1 to ${largestPage}.`);
  const size = (first ?? last) as number;
  if (size < 1 || size > largestPage)
    throw new BadArgument(
      `${first == null ? 'last' : 'first'} must be from 1 to ${largestPage}, not ${size}.`,
    );
  return { size, backward: first == null };
}

const cursorValue = (side: string, i: number) => `${side}${i}`;

/** Makes SQL of a page's arguments: keyset, never an offset, so that page 1,000 costs what page 1 does. */
export function pageQuery(args: PageArgs, order: ListOrder): PageQuery {
  const { size, backward } = pageSize(args);
  const values: Record<string, unknown> = {};
  const bound = (side: 'after' | 'before', cursor: string | null | undefined): SQL | undefined => {
    if (cursor == null) return undefined;
    readCursor(cursor, order).forEach((value, i) => {
      values[cursorValue(side, i)] = value;
    });
    const row = sql.join(
      order.columns.map(
        (column, i) => sql`${sql.placeholder(cursorValue(side, i))}::${sql.raw(column.getSQLType())}`,
      ),
      sql`, `,
    );
    const columns = sql.join(
      order.columns.map((column) => sql`${column}`),
      sql`, `,
    );
    const later = (side === 'after') !== (order.descending ?? false);
    return later ? sql`(${columns}) > (${row})` : sql`(${columns}) < (${row})`;
  };
  const bounds = [bound('after', args.after), bound('before', args.before)].filter(
    (part) => part !== undefined,
  );
  const direction = backward !== (order.descending ?? false) ? desc : asc;
  return {
    shape: [order.name, backward, args.after != null, args.before != null].join(),
    where: bounds.length > 0 ? sql.join(bounds, sql` and `) : undefined,
    values: { ...values, limit: size + 1 },
    orderBy: order.columns.map((column) => direction(column)),
    limit: size + 1,
    backward,
    order,
    args,
  };
}

export interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node;
}

/** A connection before GraphQL takes from it what was asked; the total is counted only then. */
export interface Connection<Node> {
  readonly edges: readonly Edge<Node>[];
  readonly nodes: readonly Node[];
  readonly pageInfo: PageInfo;
  readonly countTotal: () => Promise<number>;
}

/** Makes a connection of the rows a page query gave. `cursor` gives the values of the order's columns. */
export function connectionOf<Row, Node>(
  page: PageQuery,
  rows: readonly Row[],
  cursor: (row: Row) => readonly (string | number)[],
  node: (row: Row) => Node,
  countTotal: () => Promise<number>,
): Connection<Node> {
  const more = rows.length === page.limit;
  const kept = more ? rows.slice(0, -1) : [...rows];
  if (page.backward) kept.reverse();
  const edges = kept.map((row) => ({
    cursor: Buffer.from(JSON.stringify([page.order.name, ...cursor(row)])).toString('base64url'),
    node: node(row),
  }));
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: {
      hasNextPage: page.backward ? page.args.before != null : more,
      hasPreviousPage: page.backward ? more : page.args.after != null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    countTotal,
  };
}
