import { firms, firmTerms } from '@countersign/drizzle/tables/firms';
import { queryTerms } from '@countersign/shared/platform/search-terms';
import { count } from 'drizzle-orm';
import { readList } from '../api/list';
import type { Connection, PageArgs } from '../api/page';
import { termConditions } from '../api/term-search';
import type { Actor } from '../platform/actor';
import { authorize } from '../platform/refusal';
import type { Site } from '../platform/site';
import { builder, compile } from '../platform/statement';
import { presentFirm } from './present-firm';
import type { Firm } from './types';

/** A page of all firms by name, for operators. */
export function listFirms(
  site: Site,
  actor: Actor,
  filter: { search?: string | null },
  args: PageArgs,
): Promise<Connection<Firm>> {
  authorize(actor, 'firms.firm.list');
  const words = { table: firmTerms, key: firmTerms.payerId, term: firmTerms.term, owner: firms.payerId };
  return readList(site.database, actor, {
    name: 'firms',
    order: { name: 'NAME', columns: [firms.name, firms.payerId] },
    conditions: termConditions(queryTerms(filter.search ?? ''), words),
    args,
    rows: (where, sorted, limit) =>
      compile(
        builder
          .select()
          .from(firms)
          .where(where)
          .orderBy(...sorted)
          .limit(limit),
      ),
    count: (where) => compile(builder.select({ count: count() }).from(firms).where(where)),
    cursor: (row) => [row.name, row.payerId],
    node: presentFirm,
  });
}
