import { linkages } from '@countersign/drizzle/tables/firms';
import { longestLinkageRemark } from '@countersign/shared/firms/linkage-changes';
import { and, eq } from 'drizzle-orm';
import { recordAudit } from '../audit/record';
import type { Actor } from '../platform/actor';
import { onceAs } from '../platform/idempotency';
import { authorize, refused } from '../platform/refusal';
import type { Site } from '../platform/site';
import { reattributeUses } from '../usage/reattribute-uses';
import { type LinkageChanged, movedDetails } from './linkage-changed';
import { newsOfRemoving, tell } from './linkage-news';
import { asExpected, noSuchLinkage, partiesOfLinkage } from './load-linkage';
import { planChange, readLinkages } from './plan-linkages';
import type { LinkageKey } from './set-linkage';

export interface LinkageToRemove {
  readonly linkage: LinkageKey | null;
  readonly expectedVersion: number;
  /** Why it is taken back. */
  readonly remark: string | null;
  readonly idempotencyKey: string | null;
}

/** Takes back an interval that was set by mistake, as if it had never been: what the account used in it is its holder's. */
export async function removeLinkage(
  site: Site,
  actor: Actor,
  wish: LinkageToRemove,
): Promise<LinkageChanged> {
  authorize(actor, 'firms.linkage.set');
  const { linkage: key, expectedVersion, remark, idempotencyKey } = wish;
  if (!key) throw noSuchLinkage();
  if ((remark?.length ?? 0) > longestLinkageRemark)
    throw refused('INVALID', 'remark', `A remark has at most ${longestLinkageRemark} characters.`);
  const { accountId, linkageId } = key;
  const parties = await partiesOfLinkage(site, actor, key);
  const now = site.clock.now();
  const request = [accountId, linkageId, expectedVersion, remark];

  return site.database.write(actor, (tx) =>
    onceAs(tx, actor, { operation: 'linkageRemove', key: idempotencyKey, request, at: now }, async () => {
      // Repeated with the same key, the interval is gone already and the answer is the first one.
      if (!parties) throw noSuchLinkage();
      const rows = await readLinkages(tx, accountId, { lock: true });
      const row = asExpected(rows, key, expectedVersion);
      const handOvers = planChange(site, accountId, rows, { row, wish: null });
      await tx
        .delete(linkages)
        .where(and(eq(linkages.accountId, accountId), eq(linkages.linkageId, linkageId)));
      const moved = await reattributeUses(tx, accountId, handOvers, now);
      const { startsAt, endsAt, costCenter } = row;
      await recordAudit(tx, actor, {
        stream: { kind: 'firm', id: row.payerId },
        action: 'firms.linkage.removed',
        details: {
          linkageId,
          accountId,
          before: { startsAt, endsAt, costCenter, remark: row.remark },
          remark,
          ...movedDetails(moved),
        },
        subjects: [{ kind: 'account', id: accountId }],
        at: now,
      });
      await tell(tx, parties, newsOfRemoving(parties, row, site.serviceCenter.zone, moved), now);
      return { accountId, linkageId, moved };
    }),
  );
}
