import type { Role } from './roles';

/** Who has a permission without a grant, or which role carries it. */
type Holder = 'ANYONE' | 'ACCOUNT_HOLDER' | 'PAYER' | Role;

interface PermissionEntry {
  readonly holders: readonly Holder[];
  readonly description: string;
}

/**
 * Every permission, named room.thing.verb. A role carries it only where the grant counts: a clerk's permission
 * holds for his court, a firm administrator's for his firm, an operator's for the whole site. PAYER is whoever pays
 * for himself, for what he pays.
 */
export const permissions = {
  'courts.court.read': {
    holders: ['ANYONE'],
    description: 'Look up every court, how one signs in there and whom to call.',
  },
  'courts.court.import': { holders: ['OPERATOR'], description: 'Import PACER’s court lookup feed.' },
  'signin.session.start': { holders: ['ANYONE'], description: 'Sign in with a username and a password.' },
  'signin.session.end': { holders: ['ACCOUNT_HOLDER'], description: 'Sign out here or everywhere.' },
  'accounts.account.readOwn': {
    holders: ['ACCOUNT_HOLDER'],
    description: 'See one’s own account and roles.',
  },
  'accounts.account.read': { holders: ['OPERATOR'], description: 'Find and see every account.' },
  'accounts.role.read': { holders: ['OPERATOR'], description: 'See who has which role anywhere.' },
  'accounts.role.give': { holders: ['OPERATOR'], description: 'Give a role to another person.' },
  'accounts.role.end': { holders: ['OPERATOR'], description: 'End another person’s role.' },
  'firms.firm.read': {
    holders: ['FIRM_ADMINISTRATOR', 'OPERATOR'],
    description: 'See a firm and its administrators.',
  },
  'firms.firm.list': { holders: ['OPERATOR'], description: 'Find every firm.' },
  'firms.firm.create': { holders: ['OPERATOR'], description: 'Create a firm and name its administrator.' },
  'firms.linkage.read': {
    holders: ['FIRM_ADMINISTRATOR', 'OPERATOR'],
    description: 'See which accounts a firm answers for, and from when until when.',
  },
  'firms.linkage.set': {
    holders: ['OPERATOR'],
    description: 'Set and correct the intervals in which a firm answers for an account.',
  },
  'usage.use.read': {
    holders: ['PAYER', 'FIRM_ADMINISTRATOR', 'OPERATOR'],
    description: 'See what a payer’s accounts used, and what it cost.',
  },
  'usage.use.readOwn': { holders: ['ACCOUNT_HOLDER'], description: 'See what one used, whoever paid.' },
  'usage.code.assign': {
    holders: ['PAYER', 'FIRM_ADMINISTRATOR'],
    description: 'Give a payer’s uses client codes afterwards.',
  },
  'usage.import.run': {
    holders: ['PAYER', 'FIRM_ADMINISTRATOR', 'OPERATOR'],
    description: 'Import lists of transactions for a payer.',
  },
  'usage.import.record': {
    holders: ['OPERATOR'],
    description: 'Import uses that are recorded and billed, and not only reconciled.',
  },
  'billing.payment.record': {
    holders: ['OPERATOR'],
    description: 'Book a payment, and one that came back.',
  },
  'billing.refund.record': { holders: ['OPERATOR'], description: 'Book what was paid back to a payer.' },
  'billing.credit.grant': { holders: ['OPERATOR'], description: 'Give a payer a credit.' },
  'billing.balance.transfer': {
    holders: ['OPERATOR'],
    description: 'Move a payer’s balance to another, as when an account joins a firm.',
  },
  'filers.desk.open': {
    holders: ['CLERK', 'OPERATOR'],
    description: 'Open the clerk’s pages of a court and see its clerks.',
  },
  'notices.outbox.read': {
    holders: ['OPERATOR'],
    description: 'Read what the demonstration’s mail catcher received.',
  },
} as const satisfies Record<string, PermissionEntry>;

export type Permission = keyof typeof permissions;

export const permissionNames = Object.keys(permissions) as Permission[];

export function holdersOf(permission: Permission): readonly Holder[] {
  return permissions[permission].holders;
}
