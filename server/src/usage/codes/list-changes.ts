import { clientCodeAssignments } from '@countersign/drizzle/tables/usage';
import { may } from '@countersign/shared/accounts/grants';
import { readListOfParent } from '../../api/list-of-parents';
import type { Connection, PageArgs } from '../../api/page';
import type { Actor } from '../../platform/actor';
import { holderOf } from '../../platform/refusal';
import type { Site } from '../../platform/site';
import type { UsageScope } from '../scope';
import { presentCodeChange } from './present-change';
import type { CodeChangeRow } from './queries';
import type { UsageCodeChange } from './types';

/** The changes of a payer’s client codes, the latest first; null for whom may not see them. */
export function listCodeChanges(
  site: Site,
  actor: Actor,
  scope: UsageScope,
  args: PageArgs,
): Promise<Connection<UsageCodeChange>> | null {
  if (scope.kind !== 'PAYER' || !may(holderOf(actor), 'usage.use.read', { payerId: scope.payerId }))
    return null;
  return readListOfParent(site.database, actor, {
    name: 'code changes',
    table: clientCodeAssignments,
    parentColumn: clientCodeAssignments.payerId,
    parent: scope.payerId,
    order: { name: 'latest', columns: [clientCodeAssignments.number], descending: true },
    conditions: [],
    args,
    cursor: (row: CodeChangeRow) => [row.number],
    node: presentCodeChange,
  });
}
