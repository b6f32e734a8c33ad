import { accountsByIds } from '../accounts/queries';
import type { Actor } from '../platform/actor';
import { refused } from '../platform/refusal';
import type { Site } from '../platform/site';
import type { Parties } from './linkage-news';
import { firmsByIds } from './queries';

/** The account and the firm of an interval; refuses by field what does not exist. */
export async function loadParties(
  site: Site,
  actor: Actor,
  { accountId, firmId }: { readonly accountId: string | null; readonly firmId: string | null },
): Promise<Parties> {
  const [[account], [firm]] = await site.database.read(actor, [
    accountsByIds({ keys: accountId ? [accountId] : [] }),
    firmsByIds({ keys: firmId ? [firmId] : [] }),
  ]);
  if (!account) throw refused('NOT_FOUND', 'account', 'There is no account with this number.');
  if (!firm) throw refused('NOT_FOUND', 'firm', 'There is no firm with this number.');
  return { account, firm };
}
