import { payerAt } from '@countersign/shared/firms/payer';
import type { Account } from '../accounts/types';
import type { Loaders } from '../api/loaders';
import type { Site } from '../platform/site';
import { presentFirm } from './present-firm';
import type { Firm } from './types';

/** A payer of an account as the API shows it: the holder himself, or a firm. */
export async function payerOf(loaders: Loaders, account: Account, payerId: string): Promise<Account | Firm> {
  if (payerId === account.row.accountId) return account;
  const firm = await loaders.firm.load(payerId);
  if (!firm) throw new Error(`Account ${account.accountNumber} is visible and its payer ${payerId} is not.`);
  return presentFirm(firm);
}

/** Who pays for an account now. */
export async function payerNow(site: Site, loaders: Loaders, account: Account): Promise<Account | Firm> {
  const { accountId } = account.row;
  const intervals = await loaders.linkages.load(accountId);
  return payerOf(loaders, account, payerAt(accountId, intervals, site.clock.now()));
}
