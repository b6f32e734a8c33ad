import { roleGrants } from '@countersign/drizzle/tables/accounts';
import { may, type Scope } from '@countersign/shared/accounts/grants';
import type { Permission } from '@countersign/shared/accounts/permissions';
import { count, sql } from 'drizzle-orm';
import { type Condition, readList } from '../api/list';
import { readListOfParent } from '../api/list-of-parents';
import type { Connection, ListOrder, PageArgs } from '../api/page';
import type { Actor } from '../platform/actor';
import { authorize, holderOf } from '../platform/refusal';
import type { Site } from '../platform/site';
import { builder, compile } from '../platform/statement';
import { presentGrant } from './present';
import type { RoleGrantRow } from './queries';
import type { RoleGrant } from './types';

export interface RoleGrantListFilter {
  readonly accountId?: string | null;
  readonly firmId?: string | null;
  readonly courtId?: string | null;
  readonly role?: readonly string[] | null;
  readonly inForce?: boolean | null;
}

const value = sql.placeholder;

const newest: ListOrder = {
  name: 'newest',
  columns: [roleGrants.grantId, roleGrants.accountId],
  descending: true,
};
const cursor = (row: RoleGrantRow) => [row.grantId, row.accountId];

function conditionsOf(filter: RoleGrantListFilter, now: Date): Condition[] {
  const conditions: Condition[] = [];
  const { accountId, firmId, courtId, role, inForce } = filter;
  const equal = (name: string, where: Condition['where'], values: Condition['values']) =>
    conditions.push({ name, where, values });
  if (accountId) equal('account', sql`${roleGrants.accountId} = ${value('accountId')}::uuid`, { accountId });
  if (firmId) equal('firm', sql`${roleGrants.firmId} = ${value('firmId')}::uuid`, { firmId });
  if (courtId) equal('court', sql`${roleGrants.courtId} = ${value('courtId')}::text`, { courtId });
  if (role?.length) equal('role', sql`${roleGrants.role} = any(${value('role')}::text[])`, { role });
  if (inForce != null) {
    const counts = sql`(${roleGrants.startsAt} <= ${value('now')}::timestamptz and ${roleGrants.endedAt} is null
      and (${roleGrants.until} is null or ${roleGrants.until} > ${value('now')}::timestamptz))`;
    equal(`inForce${inForce}`, inForce ? counts : sql`not ${counts}`, { now });
  }
  return conditions;
}

/** All grants, the newest first, for operators. */
export async function listRoleGrants(
  site: Site,
  actor: Actor,
  filter: RoleGrantListFilter,
  args: PageArgs,
): Promise<Connection<RoleGrant>> {
  authorize(actor, 'accounts.role.read');
  const now = site.clock.now();
  return readList(site.database, actor, {
    name: 'roleGrants',
    order: newest,
    conditions: conditionsOf(filter, now),
    args,
    rows: (where, sorted, limit) =>
      compile(
        builder
          .select()
          .from(roleGrants)
          .where(where)
          .orderBy(...sorted)
          .limit(limit),
      ),
    count: (where) => compile(builder.select({ count: count() }).from(roleGrants).where(where)),
    cursor,
    node: (row) => presentGrant(row, now),
  });
}

interface Inside {
  readonly column: typeof roleGrants.accountId | typeof roleGrants.firmId | typeof roleGrants.courtId;
  readonly parent: string;
  readonly permission: Permission;
  readonly scope: Scope;
  readonly filter: RoleGrantListFilter;
}

/** Grants inside an account, firm or court, the newest first; null where the actor lacks the permission there. */
function grantsInside(
  site: Site,
  actor: Actor,
  inside: Inside,
  args: PageArgs,
): Promise<Connection<RoleGrant>> | null {
  if (!may(holderOf(actor), inside.permission, inside.scope)) return null;
  const now = site.clock.now();
  return readListOfParent(site.database, actor, {
    name: `grants of ${inside.column.name}`,
    table: roleGrants,
    parentColumn: inside.column,
    parent: inside.parent,
    order: newest,
    conditions: conditionsOf(inside.filter, now),
    args,
    cursor,
    node: (row: RoleGrantRow) => presentGrant(row, now),
  });
}

type InForce = Pick<RoleGrantListFilter, 'inForce'>;

/** The roles of one account, for its holder and operators; null for anybody else. */
export function listRolesOfAccount(
  site: Site,
  actor: Actor,
  accountId: string,
  filter: InForce,
  args: PageArgs,
) {
  const permission = actor.accountId === accountId ? 'accounts.account.readOwn' : 'accounts.role.read';
  return grantsInside(
    site,
    actor,
    { column: roleGrants.accountId, parent: accountId, permission, scope: {}, filter },
    args,
  );
}

/** The administrators of a firm, for themselves and operators; null for anybody else. */
export function listFirmAdministrators(
  site: Site,
  actor: Actor,
  firmId: string,
  filter: InForce,
  args: PageArgs,
) {
  return grantsInside(
    site,
    actor,
    {
      column: roleGrants.firmId,
      parent: firmId,
      permission: 'firms.firm.read',
      scope: { firmId },
      filter: { ...filter, role: ['FIRM_ADMINISTRATOR'] },
    },
    args,
  );
}

/** The clerks of a court, for themselves and operators; null for anybody else. */
export function listCourtClerks(site: Site, actor: Actor, courtId: string, filter: InForce, args: PageArgs) {
  return grantsInside(
    site,
    actor,
    {
      column: roleGrants.courtId,
      parent: courtId,
      permission: 'filers.desk.open',
      scope: { courtId },
      filter: { ...filter, role: ['CLERK'] },
    },
    args,
  );
}
