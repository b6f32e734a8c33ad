/** Roles are given as grants; whoever is signed in is an account holder without one. */
export const roles = ['FIRM_ADMINISTRATOR', 'CLERK', 'OPERATOR'] as const;

export type Role = (typeof roles)[number];

export type ScopeKind = 'FIRM' | 'COURT' | 'SITE';

/** Where each role counts. */
export const scopeOfRole: Record<Role, ScopeKind> = {
  FIRM_ADMINISTRATOR: 'FIRM',
  CLERK: 'COURT',
  OPERATOR: 'SITE',
};

export const roleNames: Record<Role, string> = {
  FIRM_ADMINISTRATOR: 'Firm administrator',
  CLERK: 'Clerk',
  OPERATOR: 'Operator',
};
