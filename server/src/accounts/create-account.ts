import { accounts, accountTerms, sevenDigitNumbers } from '@countersign/drizzle/tables/accounts';
import { credentials, usernames } from '@countersign/drizzle/tables/signin';
import type { PersonName, UserType } from '@countersign/shared/accounts/account';
import { normalised, searchTerms } from '@countersign/shared/platform/search-terms';
import { usernameKey } from '@countersign/shared/signin/username';
import type { Transaction } from '../platform/database';

export interface NewAccount extends PersonName {
  readonly accountId: string;
  readonly accountNumber: number;
  readonly userType: UserType;
  readonly email: string;
  readonly username: string;
  readonly passwordHash: string;
  readonly createdAt: Date;
  readonly upgradedAt: Date | null;
}

/** Writes an account with its credentials and the directory entries that keep number and username unique. */
export async function createAccount(tx: Transaction, account: NewAccount): Promise<void> {
  const { accountId, accountNumber, username, passwordHash, createdAt, ...person } = account;
  await tx.insert(sevenDigitNumbers).values({ number: accountNumber, accountId });
  await tx.insert(usernames).values({ usernameKey: usernameKey(username), accountId });
  await tx.insert(accounts).values({
    accountId,
    accountNumber,
    createdAt,
    ...person,
    sortName: normalised(`${person.lastName} ${person.firstName} ${person.middleName ?? ''}`),
  });
  const terms = searchTerms(
    String(accountNumber),
    person.firstName,
    person.middleName,
    person.lastName,
    person.email,
    username,
  );
  await tx.insert(accountTerms).values(terms.map((term) => ({ accountId, term })));
  await tx.insert(credentials).values({ accountId, username, passwordHash, changedAt: createdAt });
}
