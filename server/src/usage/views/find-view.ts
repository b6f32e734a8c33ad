import { may } from '@countersign/shared/accounts/grants';
import type { Actor } from '../../platform/actor';
import { readTogether } from '../../platform/read-together';
import { holderOf, refused } from '../../platform/refusal';
import type { Site } from '../../platform/site';
import { type SavedViewRow, type ViewKey, viewByKey } from './queries';

export const noSuchView = () => refused('NOT_FOUND', 'view', 'There is no such view.');

/** Whether a view is the actor’s, and of what he may still see. */
export function maySeeView(actor: Actor, { accountId, payerId }: SavedViewRow): boolean {
  return accountId === actor.accountId && may(holderOf(actor), 'usage.use.read', { payerId });
}

/** A view of the actor’s own; null for another’s, for one of what he sees no longer, and for what does not exist. */
export async function findView(
  site: Site,
  actor: Actor,
  { accountId, viewId }: ViewKey,
): Promise<SavedViewRow | null> {
  if (accountId !== actor.accountId) return null;
  const [[row]] = await readTogether(site.database).read(actor, [viewByKey({ accountId, viewId })]);
  return row && maySeeView(actor, row) ? row : null;
}
