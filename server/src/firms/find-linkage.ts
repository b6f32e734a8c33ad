import { may } from '@countersign/shared/accounts/grants';
import { mayReadAccount } from '../accounts/find-account';
import { keyOf } from '../api/global-id';
import type { Actor } from '../platform/actor';
import { holderOf } from '../platform/refusal';
import type { Site } from '../platform/site';
import { type LinkageRow, linkageByKey } from './queries';
import type { LinkageKey } from './set-linkage';

/** The interval's key behind a global id; null for what is none. */
export function linkageKeyOf(id: string): LinkageKey | null {
  const [accountId, linkageId] = keyOf('linkage', id) ?? [];
  return accountId && linkageId ? { accountId, linkageId } : null;
}

/** An interval by its key; null for what does not exist and for what is not the actor's to see. */
export async function findLinkage(site: Site, actor: Actor, key: LinkageKey): Promise<LinkageRow | null> {
  const [[row]] = await site.database.read(actor, [linkageByKey({ ...key })]);
  if (!row) return null;
  const visible =
    mayReadAccount(actor, row.accountId) ||
    may(holderOf(actor), 'firms.linkage.read', { firmId: row.payerId });
  return visible ? row : null;
}
