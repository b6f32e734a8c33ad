import { linkages } from '@countersign/drizzle/tables/firms';
import type { UserType } from '@countersign/shared/accounts/account';
import { type LinkageWish, refuseLinked } from '@countersign/shared/firms/linkage-changes';
import { v7 as uuidv7 } from 'uuid';
import { recordAudit } from '../audit/record';
import type { Actor } from '../platform/actor';
import { onceAs } from '../platform/idempotency';
import { authorize, refused } from '../platform/refusal';
import type { Site } from '../platform/site';
import { reattributeUses } from '../usage/reattribute-uses';
import { type LinkageChanged, movedDetails } from './linkage-changed';
import { newsOfSetting, tell } from './linkage-news';
import { loadParties } from './load-parties';
import { planChange, readLinkages } from './plan-linkages';

export interface LinkageKey {
  readonly accountId: string;
  readonly linkageId: string;
}

export interface LinkageToSet extends LinkageWish {
  readonly accountId: string | null;
  readonly firmId: string | null;
  /** Null for a command, which a person runs once. */
  readonly idempotencyKey: string | null;
}

/** Makes a firm answer for an account in an interval; what the account used in it becomes the firm's. Both are told by mail. */
export async function setLinkage(site: Site, actor: Actor, wish: LinkageToSet): Promise<LinkageChanged> {
  authorize(actor, 'firms.linkage.set');
  const parties = await loadParties(site, actor, wish);
  const refusal = refuseLinked({ userType: parties.account.userType as UserType });
  if (refusal) throw refused(refusal.code, refusal.field, refusal.message);
  const { accountId } = parties.account;
  const { payerId } = parties.firm;
  const { startsAt, endsAt, costCenter, remark } = wish;
  const now = site.clock.now();
  const request = [accountId, payerId, startsAt, endsAt, costCenter, remark];

  return site.database.write(actor, (tx) =>
    onceAs(tx, actor, { operation: 'linkageSet', key: wish.idempotencyKey, request, at: now }, async () => {
      const linkageId = uuidv7();
      const interval = { payerId, startsAt, endsAt, costCenter, remark };
      const rows = await readLinkages(tx, accountId, { lock: true });
      const handOvers = planChange(site, accountId, rows, { row: null, wish: interval });
      await tx
        .insert(linkages)
        .values({ accountId, linkageId, ...interval, setBy: actor.accountId, setAt: now });
      const moved = await reattributeUses(tx, accountId, handOvers, now);
      await recordAudit(tx, actor, {
        stream: { kind: 'firm', id: payerId },
        action: 'firms.linkage.set',
        details: { linkageId, accountId, ...interval, ...movedDetails(moved) },
        subjects: [{ kind: 'account', id: accountId }],
        at: now,
      });
      await tell(tx, parties, newsOfSetting(parties, interval, site.serviceCenter.zone, moved), now);
      return { accountId, linkageId, moved };
    }),
  );
}
