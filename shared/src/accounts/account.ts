/** The kinds of users an account is registered as. */
export const userTypes = [
  'INDIVIDUAL',
  'FEDERAL_GOVERNMENT',
  'STATE_GOVERNMENT',
  'LOCAL_GOVERNMENT',
  'CJA',
  'GROUP',
] as const;

export type UserType = (typeof userTypes)[number];

export interface PersonName {
  readonly prefix: string | null;
  readonly firstName: string;
  readonly middleName: string | null;
  readonly lastName: string;
  readonly suffix: string | null;
}

/** The name as it stands on a letter. */
export function fullName(name: PersonName): string {
  return [name.prefix, name.firstName, name.middleName, name.lastName, name.suffix].filter(Boolean).join(' ');
}

/** Accounts created before this instant are legacy until upgraded (guide, "Upgrading Your PACER Account"). */
export const legacyBefore = new Date('2014-08-11T05:00:00Z');

/** Whether an account may search but not file until it is upgraded. */
export function isLegacy(account: { createdAt: Date; upgradedAt: Date | null }): boolean {
  return account.createdAt < legacyBefore && account.upgradedAt === null;
}

/** A seven-digit number as people write it, or null when it is none. */
export function sevenDigitNumber(text: string): number | null {
  return /^[1-9]\d{6}$/.test(text.trim()) ? Number(text) : null;
}
