import { roleGrants } from '@countersign/drizzle/tables/accounts';
import { may, type Scope } from '@countersign/shared/accounts/grants';
import type { Permission } from '@countersign/shared/accounts/permissions';
import { count, sql } from 'drizzle-orm';
import { type Condition, readList } from '../api/list';
import type { Connection, PageArgs } from '../api/page';
import type { Actor } from '../platform/actor';
import { authorize, holderOf } from '../platform/refusal';
import type { Site } from '../platform/site';
import { builder, compile } from '../platform/statement';
import { presentGrant } from './present';
import type { RoleGrant } from './types';

export interface RoleGrantListFilter {
  readonly accountId?: string | null;
  readonly firmId?: string | null;
  readonly courtId?: string | null;
  readonly role?: readonly string[] | null;
  readonly inForce?: boolean | null;
}

const value = sql.placeholder;

function conditionsOf(filter: RoleGrantListFilter, now: Date): Condition[] {
  const conditions: Condition[] = [];
  const { accountId, firmId, courtId, role, inForce } = filter;
  if (accountId)
    conditions.push({
      name: 'account',
      where: sql`${roleGrants.accountId} = ${value('accountId')}::uuid`,
      values: { accountId },
    });
  if (firmId)
    conditions.push({
      name: 'firm',
      where: sql`${roleGrants.firmId} = ${value('firmId')}::uuid`,
      values: { firmId },
    });
  if (courtId)
    conditions.push({
      name: 'court',
      where: sql`${roleGrants.courtId} = ${value('courtId')}::text`,
      values: { courtId },
    });
  if (role?.length)
    conditions.push({
      name: 'role',
      where: sql`${roleGrants.role} = any(${value('role')}::text[])`,
      values: { role },
    });
  if (inForce != null) {
    const counts = sql`(${roleGrants.startsAt} <= ${value('now')}::timestamptz and ${roleGrants.endedAt} is null
      and (${roleGrants.until} is null or ${roleGrants.until} > ${value('now')}::timestamptz))`;
    conditions.push({
      name: `inForce${inForce}`,
      where: inForce ? counts : sql`not ${counts}`,
      values: { now: now.toISOString() },
    });
  }
  return conditions;
}

/** Grants that the actor may see by the caller's own check, the newest first. */
function readGrants(
  site: Site,
  actor: Actor,
  filter: RoleGrantListFilter,
  args: PageArgs,
): Promise<Connection<RoleGrant>> {
  const now = site.clock.now();
  return readList(site.database, actor, {
    name: 'roleGrants',
    order: { name: 'newest', columns: [roleGrants.grantId, roleGrants.accountId], descending: true },
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
    cursor: (row) => [row.grantId, row.accountId],
    node: (row) => presentGrant(row, now),
  });
}

function readWhere(
  site: Site,
  actor: Actor,
  permission: Permission,
  scope: Scope,
  filter: RoleGrantListFilter,
  args: PageArgs,
) {
  return may(holderOf(actor), permission, scope) ? readGrants(site, actor, filter, args) : null;
}

/** All grants, for operators. */
export function listRoleGrants(
  site: Site,
  actor: Actor,
  filter: RoleGrantListFilter,
  args: PageArgs,
): Promise<Connection<RoleGrant>> {
  authorize(actor, 'accounts.role.read');
  return readGrants(site, actor, filter, args);
}

/** The roles of one account, for its holder and operators; null for anybody else. */
export function listRolesOfAccount(
  site: Site,
  actor: Actor,
  accountId: string,
  filter: { inForce?: boolean | null },
  args: PageArgs,
) {
  const own = actor.accountId === accountId;
  return readWhere(
    site,
    actor,
    own ? 'accounts.account.readOwn' : 'accounts.role.read',
    {},
    { ...filter, accountId },
    args,
  );
}

/** The administrators of a firm, for themselves and operators; null for anybody else. */
export function listFirmAdministrators(
  site: Site,
  actor: Actor,
  firmId: string,
  filter: { inForce?: boolean | null },
  args: PageArgs,
) {
  return readWhere(
    site,
    actor,
    'firms.firm.read',
    { firmId },
    { ...filter, firmId, role: ['FIRM_ADMINISTRATOR'] },
    args,
  );
}

/** The clerks of a court, for themselves and operators; null for anybody else. */
export function listCourtClerks(
  site: Site,
  actor: Actor,
  courtId: string,
  filter: { inForce?: boolean | null },
  args: PageArgs,
) {
  return readWhere(
    site,
    actor,
    'filers.desk.open',
    { courtId },
    { ...filter, courtId, role: ['CLERK'] },
    args,
  );
}
