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

/** So many at a time that no statement has more values than Postgres takes. */
const atOnce = 1000;

function termsOf({ accountId, accountNumber, username, ...person }: NewAccount) {
  const { firstName, middleName, lastName, email } = person;
  const terms = searchTerms(String(accountNumber), firstName, middleName, lastName, email, username);
  return terms.map((term) => ({ accountId, term }));
}

const sortName = ({ lastName, firstName, middleName }: PersonName) =>
  normalised(`${lastName} ${firstName} ${middleName ?? ''}`);

/** Writes accounts with their credentials and the directory entries that keep number and username unique. */
export async function createAccounts(tx: Transaction, all: readonly NewAccount[]): Promise<void> {
  for (let from = 0; from < all.length; from += atOnce) {
    const some = all.slice(from, from + atOnce);
    await tx
      .insert(sevenDigitNumbers)
      .values(some.map(({ accountNumber: number, accountId }) => ({ number, accountId })));
    await tx
      .insert(usernames)
      .values(some.map(({ username, accountId }) => ({ usernameKey: usernameKey(username), accountId })));
    await tx
      .insert(accounts)
      .values(
        some.map(({ username, passwordHash, ...account }) => ({ ...account, sortName: sortName(account) })),
      );
    await tx.insert(accountTerms).values(some.flatMap(termsOf));
    await tx.insert(credentials).values(
      some.map(({ accountId, username, passwordHash, createdAt: changedAt }) => ({
        accountId,
        username,
        passwordHash,
        changedAt,
      })),
    );
  }
}

export const createAccount = (tx: Transaction, account: NewAccount) => createAccounts(tx, [account]);
