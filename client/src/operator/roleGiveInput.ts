import { type Role, roles, scopeOfRole } from '@countersign/shared/accounts/roles';
import type { RoleGiveInput } from '../generated/graphql';
import { endOfLocalDay } from '../ui/dates';

export const fields = ['role', 'firm', 'court', 'until', 'remark'] as const;

export type Field = (typeof fields)[number];

/** What is typed into the form, all of it text. */
export type RoleGiveValues = Record<Field, string>;

export const emptyValues: RoleGiveValues = { role: '', firm: '', court: '', until: '', remark: '' };

const asRole = (value: string): Role | undefined => roles.find((one) => one === value);

/** Where the role that is chosen counts; nowhere before one is. */
export function scopeOf(values: RoleGiveValues) {
  const role = asRole(values.role);
  return role && scopeOfRole[role];
}

export const validate = {
  role: (role: string) => (asRole(role) ? null : 'Choose a role.'),
  firm: (firm: string, values: RoleGiveValues) =>
    scopeOf(values) === 'FIRM' && !/^\d{7}$/.test(firm.trim())
      ? 'Enter the seven-digit number of the firm.'
      : null,
  court: (court: string, values: RoleGiveValues) =>
    scopeOf(values) === 'COURT' && court === '' ? 'Choose a court.' : null,
};

/** The form as the API takes it: a firm or court is sent only with a role that has one. */
export function toInput(account: string, values: RoleGiveValues, idempotencyKey: string): RoleGiveInput {
  const role = asRole(values.role);
  if (!role) throw new Error('The form was sent without a role.');
  return {
    account,
    role,
    firm: scopeOf(values) === 'FIRM' ? values.firm.trim() : null,
    court: scopeOf(values) === 'COURT' ? values.court : null,
    until: values.until === '' ? null : endOfLocalDay(values.until),
    remark: values.remark.trim() || null,
    idempotencyKey,
  };
}
