import { usageImports } from '@countersign/drizzle/tables/usage';
import { may } from '@countersign/shared/accounts/grants';
import { readListOfParent } from '../../api/list-of-parents';
import type { Connection, ListOrder, PageArgs } from '../../api/page';
import type { Actor } from '../../platform/actor';
import { holderOf } from '../../platform/refusal';
import type { Site } from '../../platform/site';
import { presentImport } from './present-import';
import type { ImportRow } from './queries';
import type { UsageImport } from './types';

const newest: ListOrder = {
  name: 'newest',
  columns: [usageImports.createdAt, usageImports.importId],
  descending: true,
};

/** The imports of a payer, the newest first; null where the actor may not import for it. */
export function listImports(
  site: Site,
  actor: Actor,
  payerId: string,
  args: PageArgs,
): Promise<Connection<UsageImport>> | null {
  if (!may(holderOf(actor), 'usage.import.run', { payerId })) return null;
  return readListOfParent(site.database, actor, {
    name: 'imports',
    table: usageImports,
    parentColumn: usageImports.payerId,
    parent: payerId,
    order: newest,
    conditions: [],
    args,
    cursor: (row: ImportRow) => [row.createdAt.toISOString(), row.importId],
    node: presentImport,
  });
}
