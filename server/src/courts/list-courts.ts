import { courts } from '@countersign/drizzle/tables/courts';
import { courtSearchTerms } from '@countersign/shared/courts/court-search';
import { count, isNotNull, isNull, sql } from 'drizzle-orm';
import { type Condition, readList } from '../api/list';
import type { Connection, ListOrder, PageArgs } from '../api/page';
import type { Actor } from '../platform/actor';
import { authorize } from '../platform/refusal';
import type { Site } from '../platform/site';
import { builder, compile } from '../platform/statement';
import { presentCourt } from './present-court';
import type { CourtRow } from './queries';
import type { Court } from './types';

export interface CourtListFilter {
  readonly search?: string | null;
  readonly type?: readonly string[] | null;
  readonly circuit?: readonly string[] | null;
  readonly state?: readonly string[] | null;
  readonly nextGen?: boolean | null;
  readonly retired?: boolean | null;
}

const value = sql.placeholder;

export const courtOrders = {
  TITLE: { columns: [courts.title, courts.courtId], cursor: (row: CourtRow) => [row.title, row.courtId] },
  CODE: { columns: [courts.courtId], cursor: (row: CourtRow) => [row.courtId] },
  CIRCUIT: {
    columns: [courts.circuitOrder, courts.title, courts.courtId],
    cursor: (row: CourtRow) => [row.circuitOrder, row.title, row.courtId],
  },
} as const;

/** Each term must begin a word: the text holds its words between spaces. */
function searchConditions(search: string | null | undefined): Condition[] {
  return courtSearchTerms(search ?? '').map((term, i) => ({
    name: `search${i}`,
    where: sql`strpos(${courts.searchText}, ${value(`search${i}`)}::text) > 0`,
    values: { [`search${i}`]: ` ${term}` },
  }));
}

function conditionsOf(filter: CourtListFilter): Condition[] {
  const conditions = searchConditions(filter.search);
  const oneOf = (name: 'type' | 'circuit', column: typeof courts.type | typeof courts.circuit) => {
    const wanted = filter[name];
    if (wanted?.length)
      conditions.push({
        name,
        where: sql`${column} = any(${value(name)}::text[])`,
        values: { [name]: wanted },
      });
  };
  oneOf('type', courts.type);
  oneOf('circuit', courts.circuit);
  if (filter.state?.length) {
    conditions.push({
      name: 'state',
      where: sql`${courts.states} && ${value('state')}::text[]`,
      values: { state: filter.state },
    });
  }
  if (filter.nextGen != null) {
    conditions.push({
      name: 'nextGen',
      where: sql`${courts.nextGen} = ${value('nextGen')}::boolean`,
      values: { nextGen: filter.nextGen },
    });
  }
  const retired = filter.retired ?? false;
  conditions.push({
    name: `retired${retired}`,
    where: retired ? isNotNull(courts.retiredOn) : isNull(courts.retiredOn),
    values: {},
  });
  return conditions;
}

/** A page of courts, those in service unless retired ones are asked for. */
export function listCourts(
  site: Site,
  actor: Actor,
  filter: CourtListFilter,
  orderBy: { field: keyof typeof courtOrders; direction: 'ASC' | 'DESC' },
  args: PageArgs,
): Promise<Connection<Court>> {
  authorize(actor, 'courts.court.read');
  const by = courtOrders[orderBy.field];
  const order: ListOrder = {
    name: `${orderBy.field} ${orderBy.direction}`,
    columns: by.columns,
    descending: orderBy.direction === 'DESC',
  };
  const today = site.clock.now();
  return readList(site.database, actor, {
    name: 'courts',
    order,
    conditions: conditionsOf(filter),
    args,
    rows: (where, sorted, limit) =>
      compile(
        builder
          .select()
          .from(courts)
          .where(where)
          .orderBy(...sorted)
          .limit(limit),
      ),
    count: (where) => compile(builder.select({ count: count() }).from(courts).where(where)),
    cursor: by.cursor,
    node: (row) => presentCourt(row, today),
  });
}
