import type { ReattributedUses } from '../usage/reattribute-uses';
import type { LinkageKey } from './set-linkage';

/** A changed interval and what the change moved from one payer to another. */
export type LinkageChanged = LinkageKey & { readonly moved: ReattributedUses };

/** What of it stands in the audit trail; nothing where nothing moved. */
export function movedDetails({ moved, collapsed, recentered, chargeCents }: ReattributedUses) {
  if (moved === 0 && recentered === 0) return {};
  return { moved: { uses: moved, chargeCents, joined: collapsed, recentered } };
}
