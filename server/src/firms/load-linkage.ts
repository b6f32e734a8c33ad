import type { Actor } from '../platform/actor';
import { refused } from '../platform/refusal';
import type { Site } from '../platform/site';
import type { Parties } from './linkage-news';
import { loadParties } from './load-parties';
import type { NamedLinkage } from './plan-linkages';
import { linkageByKey } from './queries';
import type { LinkageKey } from './set-linkage';

export const noSuchLinkage = () => refused('NOT_FOUND', 'linkage', 'There is no such interval.');

/** The two an interval is between; null where there is no such interval, perhaps no longer. */
export async function partiesOfLinkage(site: Site, actor: Actor, key: LinkageKey): Promise<Parties | null> {
  const [[row]] = await site.database.read(actor, [linkageByKey({ ...key })]);
  return row ? loadParties(site, actor, { accountId: row.accountId, firmId: row.payerId }) : null;
}

/** The interval as it is now that its account’s are locked; refuses when it is no longer what the caller saw. */
export function asExpected(
  rows: readonly NamedLinkage[],
  { linkageId }: LinkageKey,
  expectedVersion: number,
): NamedLinkage {
  const row = rows.find((one) => one.linkageId === linkageId);
  if (!row) throw noSuchLinkage();
  if (row.version !== expectedVersion)
    throw refused(
      'STALE',
      'expectedVersion',
      'Somebody changed this interval meanwhile: look at it again, and correct it then.',
    );
  return row;
}
