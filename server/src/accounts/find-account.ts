import { sevenDigitNumber } from '@countersign/shared/accounts/account';
import { may } from '@countersign/shared/accounts/grants';
import { keyOf } from '../api/global-id';
import type { Loaders } from '../api/loaders';
import type { Actor } from '../platform/actor';
import { holderOf } from '../platform/refusal';
import type { Site } from '../platform/site';
import { type AccountRow, holderOfNumber } from './queries';

/** Whether all of an account may be seen: by its holder and by operators. */
export function mayReadAccount(actor: Actor, accountId: string): boolean {
  return actor.accountId === accountId || may(holderOf(actor), 'accounts.account.read');
}

/** The account's key behind a global id or a seven-digit number; null when the actor finds none. */
export async function accountIdOf(site: Site, actor: Actor, id: string): Promise<string | null> {
  const number = sevenDigitNumber(id);
  if (number === null) return keyOf('account', id)?.[0] ?? null;
  const [[holder]] = await site.database.read(actor, [holderOfNumber({ number })]);
  return holder?.accountId ?? null;
}

/** An account by global id or number; null for what does not exist and for what is not the actor's to see. */
export async function findAccount(
  site: Site,
  actor: Actor,
  loaders: Loaders,
  id: string,
): Promise<AccountRow | null> {
  const accountId = await accountIdOf(site, actor, id);
  return accountId && mayReadAccount(actor, accountId) ? loaders.account.load(accountId) : null;
}
