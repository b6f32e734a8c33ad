import { linkages } from '@countersign/drizzle/tables/firms';
import { and, eq } from 'drizzle-orm';
import { recordAudit } from '../audit/record';
import type { Actor } from '../platform/actor';
import { onceAs } from '../platform/idempotency';
import { authorize } from '../platform/refusal';
import type { Site } from '../platform/site';
import { reattributeUses } from '../usage/reattribute-uses';
import { type LinkageChanged, movedDetails } from './linkage-changed';
import { newsOfCorrecting, tell } from './linkage-news';
import { asExpected, noSuchLinkage, partiesOfLinkage } from './load-linkage';
import { planChange, readLinkages } from './plan-linkages';
import type { LinkageRow } from './queries';
import type { LinkageKey } from './set-linkage';

/** What an interval is to be; what is left out stays. */
export interface Correction {
  readonly startsAt?: Date;
  readonly endsAt?: Date | null;
  readonly costCenter?: string;
  readonly remark?: string | null;
}

export interface LinkageToCorrect extends Correction {
  readonly linkage: LinkageKey | null;
  readonly expectedVersion: number;
  readonly idempotencyKey: string | null;
}

/** An interval as a correction leaves it. */
export function corrected(row: LinkageRow, { startsAt, endsAt, costCenter, remark }: Correction) {
  return {
    payerId: row.payerId,
    startsAt: startsAt ?? row.startsAt,
    endsAt: endsAt === undefined ? row.endsAt : endsAt,
    costCenter: costCenter ?? row.costCenter,
    remark: remark === undefined ? row.remark : remark,
  };
}

const told = ({ startsAt, endsAt, costCenter, remark }: ReturnType<typeof corrected>) => ({
  startsAt,
  endsAt,
  costCenter,
  remark,
});

const sameTime = (a: { startsAt: Date; endsAt: Date | null }, b: { startsAt: Date; endsAt: Date | null }) =>
  a.startsAt.getTime() === b.startsAt.getTime() && a.endsAt?.getTime() === b.endsAt?.getTime();

/**
 * Corrects the interval in which a firm answers for an account; uses between the old and the new borders go to whoever
 * answers for them now. Both are told by mail when its times changed.
 */
export async function correctLinkage(
  site: Site,
  actor: Actor,
  wish: LinkageToCorrect,
): Promise<LinkageChanged> {
  authorize(actor, 'firms.linkage.set');
  const { linkage: key, idempotencyKey, ...asked } = wish;
  if (!key) throw noSuchLinkage();
  const { accountId, linkageId } = key;
  const parties = await partiesOfLinkage(site, actor, key);
  const now = site.clock.now();
  const request = [accountId, linkageId, asked];

  return site.database.write(actor, (tx) =>
    onceAs(tx, actor, { operation: 'linkageCorrect', key: idempotencyKey, request, at: now }, async () => {
      if (!parties) throw noSuchLinkage();
      const rows = await readLinkages(tx, accountId, { lock: true });
      const row = asExpected(rows, key, wish.expectedVersion);
      const after = corrected(row, wish);
      const handOvers = planChange(site, accountId, rows, { row, wish: after });
      await tx
        .update(linkages)
        .set({ ...told(after), setBy: actor.accountId, setAt: now, version: row.version + 1 })
        .where(and(eq(linkages.accountId, accountId), eq(linkages.linkageId, linkageId)));
      const moved = await reattributeUses(tx, accountId, handOvers, now);
      await recordAudit(tx, actor, {
        stream: { kind: 'firm', id: row.payerId },
        action: 'firms.linkage.corrected',
        details: { linkageId, accountId, before: told(row), after: told(after), ...movedDetails(moved) },
        subjects: [{ kind: 'account', id: accountId }],
        at: now,
      });
      if (!sameTime(row, after))
        await tell(tx, parties, newsOfCorrecting(parties, row, after, site.serviceCenter.zone, moved), now);
      return { accountId, linkageId, moved };
    }),
  );
}
