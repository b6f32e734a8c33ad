import { type Role, scopeOfRole } from './roles';

/** Why a role may not be given or ended; `field` is the input that mends it. */
export interface RoleRefusal {
  readonly code: 'ONESELF' | 'INVALID' | 'TAKEN' | 'LAST_OPERATOR' | 'ALREADY_ENDED';
  readonly field: string;
  readonly message: string;
}

export interface RoleToGive {
  readonly giverId: string | null;
  readonly accountId: string;
  readonly role: Role;
  readonly firmId: string | null;
  readonly courtId: string | null;
  readonly until: Date | null;
  readonly alreadyHeld: boolean;
}

/** Whether a role may be given; null when it may. A command has no giver and is the site's own. */
export function refuseGive(wish: RoleToGive, now: Date): RoleRefusal | null {
  const scope = scopeOfRole[wish.role];
  if (wish.giverId === wish.accountId) {
    return {
      code: 'ONESELF',
      field: 'account',
      message: 'A role is never given to oneself: ask another operator.',
    };
  }
  if ((scope === 'FIRM') !== (wish.firmId !== null)) {
    const message =
      scope === 'FIRM'
        ? 'Name the firm this administrator is for.'
        : 'This role is not given at a firm: leave the firm out.';
    return { code: 'INVALID', field: 'firm', message };
  }
  if ((scope === 'COURT') !== (wish.courtId !== null)) {
    const message =
      scope === 'COURT'
        ? 'Name the court this clerk is for.'
        : 'This role is not given at a court: leave the court out.';
    return { code: 'INVALID', field: 'court', message };
  }
  if (wish.until !== null && wish.until <= now) {
    return { code: 'INVALID', field: 'until', message: 'The until-date must be in the future.' };
  }
  if (wish.alreadyHeld) {
    return { code: 'TAKEN', field: 'role', message: 'This person already has this role there.' };
  }
  return null;
}

export interface RoleToEnd {
  readonly enderId: string | null;
  readonly accountId: string;
  readonly role: Role;
  readonly inForce: boolean;
  readonly until: Date | null;
  /** Operators in force whose role has no until-date, this one counted. */
  readonly standingOperators: number;
}

/**
 * Whether a role may be ended; null when it may. The last operator is the last whose role has no until-date:
 * one that lapses by itself would leave the site with nobody.
 */
export function refuseEnd(wish: RoleToEnd): RoleRefusal | null {
  if (!wish.inForce) {
    return { code: 'ALREADY_ENDED', field: 'grant', message: 'This role is no longer in force.' };
  }
  if (wish.enderId === wish.accountId) {
    return {
      code: 'ONESELF',
      field: 'grant',
      message: 'Nobody ends a role of his own: ask another operator.',
    };
  }
  if (wish.role === 'OPERATOR' && wish.until === null && wish.standingOperators <= 1) {
    return {
      code: 'LAST_OPERATOR',
      field: 'grant',
      message: 'This is the last operator without an until-date: give the role to another person first.',
    };
  }
  return null;
}
