import { createHash } from 'node:crypto';
import { courts } from '@countersign/drizzle/tables/courts';
import { siteStream } from '@countersign/shared/audit/entry';
import { courtSchema, type StoredCourt } from '@countersign/shared/courts/court';
import {
  type CourtChanges,
  clashingLookupId,
  courtChanges,
  suspiciousChange,
} from '@countersign/shared/courts/court-changes';
import { readCourtFeedText, type SkippedEntry } from '@countersign/shared/courts/lookup-feed';
import { inArray, sql } from 'drizzle-orm';
import { recordAudit } from '../audit/record';
import type { Actor } from '../platform/actor';
import { authorize, Refused } from '../platform/refusal';
import type { Site } from '../platform/site';
import type { CourtRow } from './queries';
import { storeCourts } from './store-courts';

export interface CourtsImported {
  readonly changes: CourtChanges;
  readonly skipped: readonly SkippedEntry[];
  readonly lastUpdated: string | null;
}

const refusal = (message: string) => new Refused([{ code: 'INVALID', message, field: null }]);

function storedCourt({
  courtId,
  retiredOn,
  circuitOrder: _,
  searchText: __,
  updatedAt: ___,
  ...row
}: CourtRow): StoredCourt {
  return { ...courtSchema.parse({ id: courtId, ...row }), retiredOn };
}

/**
 * Brings the courts to what PACER's lookup feed says, in one transaction: adds, changes, retires and reinstates.
 * The same feed again changes nothing. A file of another shape, or one that would retire more than a tenth of the
 * courts (unless forced), is refused and changes nothing.
 */
export async function importCourts(
  site: Site,
  actor: Actor,
  text: string,
  options: { dryRun: boolean; force: boolean },
): Promise<CourtsImported> {
  authorize(actor, 'courts.court.import');
  const feed = readCourtFeedText(text);
  if (!feed.ok) throw refusal(feed.message);
  const now = site.clock.now();
  const today = now.toISOString().slice(0, 10);

  return site.database.write(actor, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('courts import'))`);
    const current = (await tx.select().from(courts)).map(storedCourt);
    const clash = clashingLookupId(current, feed.courts);
    if (clash) throw refusal(clash);
    const changes = courtChanges(current, feed.courts);
    const suspicion = suspiciousChange(changes, current.filter((court) => court.retiredOn === null).length);
    if (suspicion && !options.force) throw refusal(`${suspicion} Give --force if it is.`);
    const done = { changes, skipped: feed.skipped, lastUpdated: feed.lastUpdated };
    if (options.dryRun) return done;

    const reinstated = new Set(changes.reinstated.map((court) => court.id));
    const back = current
      .filter((court) => reinstated.has(court.id))
      .map(({ retiredOn: _, ...court }) => court);
    await storeCourts(tx, back, now);
    await storeCourts(tx, [...changes.added, ...changes.changed.map((change) => change.court)], now);
    const retired = changes.retired.map((court) => court.id);
    if (retired.length > 0)
      await tx
        .update(courts)
        .set({ retiredOn: today, updatedAt: now })
        .where(inArray(courts.courtId, retired));
    await recordAudit(tx, actor, {
      stream: siteStream,
      action: 'courts.feed.imported',
      details: {
        digest: createHash('sha256').update(text).digest('hex'),
        lastUpdated: feed.lastUpdated,
        added: changes.added.length,
        changed: changes.changed.length,
        retired,
        reinstated: [...reinstated],
        unchanged: changes.unchanged,
      },
      at: now,
    });
    return done;
  });
}
