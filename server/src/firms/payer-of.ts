import { payerAt } from '@countersign/shared/firms/payer';
import { presentAccount } from '../accounts/present';
import type { Account } from '../accounts/types';
import type { Loaders } from '../api/loaders';
import type { Site } from '../platform/site';
import { presentFirm } from './present-firm';
import type { Firm } from './types';

/** A payer of an account as the API shows it: the holder himself, or a firm. */
export async function payerOf(loaders: Loaders, accountId: string, payerId: string): Promise<Account | Firm> {
  const account = payerId === accountId ? await loaders.account.load(payerId) : null;
  const firm = payerId === accountId ? null : await loaders.firm.load(payerId);
  if (account) return presentAccount(account);
  if (firm) return presentFirm(firm);
  throw new Error(`Account ${accountId} is visible and its payer ${payerId} is not.`);
}

/** Who pays for an account now. */
export async function payerNow(site: Site, loaders: Loaders, accountId: string): Promise<Account | Firm> {
  const intervals = await loaders.linkages.load(accountId);
  return payerOf(loaders, accountId, payerAt(accountId, intervals, site.clock.now()));
}
