import { accounts, roleGrants, sevenDigitNumbers } from '@countersign/drizzle/tables/accounts';
import { credentials } from '@countersign/drizzle/tables/signin';
import { and, eq, sql } from 'drizzle-orm';
import { builder, compile } from '../platform/statement';

const value = sql.placeholder;

/** Accounts the actor may see; the username only where its credentials are his to see. */
export const accountFields = {
  accountId: accounts.accountId,
  accountNumber: accounts.accountNumber,
  userType: accounts.userType,
  prefix: accounts.prefix,
  firstName: accounts.firstName,
  middleName: accounts.middleName,
  lastName: accounts.lastName,
  suffix: accounts.suffix,
  email: accounts.email,
  createdAt: accounts.createdAt,
  upgradedAt: accounts.upgradedAt,
  sortName: accounts.sortName,
  username: credentials.username,
};

export const accountsByIds = compile(
  builder
    .select(accountFields)
    .from(accounts)
    .leftJoin(credentials, eq(credentials.accountId, accounts.accountId))
    .where(sql`${accounts.accountId} = any(${value('keys')}::uuid[])`),
);

export interface AccountRow {
  accountId: string;
  accountNumber: number;
  userType: string;
  prefix: string | null;
  firstName: string;
  middleName: string | null;
  lastName: string;
  suffix: string | null;
  email: string;
  createdAt: Date;
  upgradedAt: Date | null;
  sortName: string;
  username: string | null;
}

/** Who holds a seven-digit number: an account or a payer. */
export const holderOfNumber = compile(
  builder
    .select()
    .from(sevenDigitNumbers)
    .where(eq(sevenDigitNumbers.number, value('number'))),
);

export const grantByKey = compile(
  builder
    .select()
    .from(roleGrants)
    .where(and(eq(roleGrants.accountId, value('accountId')), eq(roleGrants.grantId, value('grantId')))),
);

export type RoleGrantRow = typeof roleGrants.$inferSelect;
