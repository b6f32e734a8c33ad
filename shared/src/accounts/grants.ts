import { holdersOf, type Permission, permissionNames } from './permissions';
import type { Role } from './roles';

/** A role that counts now. */
export interface GrantInForce {
  readonly role: Role;
  readonly firmId: string | null;
  readonly courtId: string | null;
}

/** What a permission is asked for: a firm, a court, a payer (a firm or a person), or nothing in particular. */
export interface Scope {
  readonly firmId?: string;
  readonly courtId?: string;
  readonly payerId?: string;
}

/** Whoever asks: null accountId is a visitor who has not signed in. */
export interface Holder {
  readonly accountId: string | null;
  readonly grants: readonly GrantInForce[];
}

/** Whether a grant counts at an instant: begun, not ended, not past its until-date. */
export function isInForce(
  grant: { startsAt: Date; until: Date | null; endedAt: Date | null },
  now: Date,
): boolean {
  return grant.startsAt <= now && grant.endedAt === null && (grant.until === null || grant.until > now);
}

function covers(grant: GrantInForce, scope: Scope): boolean {
  if (grant.role === 'FIRM_ADMINISTRATOR') {
    return grant.firmId !== null && [scope.firmId, scope.payerId].includes(grant.firmId);
  }
  if (grant.role === 'CLERK') return scope.courtId !== undefined && grant.courtId === scope.courtId;
  return true;
}

/** Whether someone has a permission in a scope. The one place where this is decided. */
export function may(holder: Holder, permission: Permission, scope: Scope = {}): boolean {
  const holders: readonly string[] = holdersOf(permission);
  if (holders.includes('ANYONE')) return true;
  if (holder.accountId === null) return false;
  if (holders.includes('ACCOUNT_HOLDER')) return true;
  if (holders.includes('PAYER') && scope.payerId === holder.accountId) return true;
  return holder.grants.some((grant) => holders.includes(grant.role) && covers(grant, scope));
}

/** Where someone has a permission: everywhere, or at the firms and courts named. */
export interface Reach {
  readonly permission: Permission;
  readonly everywhere: boolean;
  readonly firmIds: readonly string[];
  readonly courtIds: readonly string[];
}

/** Everything someone may do, with where. */
export function reachOf(holder: Holder): Reach[] {
  return permissionNames.flatMap((permission) => {
    const carrying = holder.grants.filter((grant) =>
      (holdersOf(permission) as readonly string[]).includes(grant.role),
    );
    const everywhere = may(holder, permission);
    const forOneself = holder.accountId !== null && may(holder, permission, { payerId: holder.accountId });
    if (!everywhere && carrying.length === 0 && !forOneself) return [];
    return {
      permission,
      everywhere,
      firmIds: everywhere ? [] : carrying.flatMap((grant) => grant.firmId ?? []),
      courtIds: everywhere ? [] : carrying.flatMap((grant) => grant.courtId ?? []),
    };
  });
}

export const areas = ['COURTS', 'ACCOUNT', 'FIRM', 'CLERK', 'OPERATOR'] as const;

/** A part of the site. */
export type Area = (typeof areas)[number];

/** The parts of the site that are open to someone; the shell shows these and no others. */
export function areasOf(holder: Holder): Area[] {
  const has = (role: Role) => holder.grants.some((grant) => grant.role === role);
  const open: Record<Area, boolean> = {
    COURTS: true,
    ACCOUNT: holder.accountId !== null,
    FIRM: has('FIRM_ADMINISTRATOR'),
    CLERK: has('CLERK'),
    OPERATOR: has('OPERATOR'),
  };
  return areas.filter((area) => open[area]);
}
