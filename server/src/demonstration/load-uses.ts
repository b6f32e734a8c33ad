import { siteStream } from '@countersign/shared/audit/entry';
import { recordAudit } from '../audit/record';
import { systemActor } from '../platform/actor';
import type { Site } from '../platform/site';
import { findFeeSchedules } from '../usage/fee-schedules';
import { loadStory, type StoryLoading } from './load-story';
import { findDemonstration, usesLoaded } from './loaded';
import { everyone, storiesOf } from './stories';

/**
 * Loads what the demonstration's people used; null where that was done before, is not wanted, or there are none of
 * them. It may be ended and begun again.
 */
export async function loadDemonstrationUses(
  site: Site,
  { onProgress, signal }: Omit<StoryLoading, 'schedules'> = {},
): Promise<number | null> {
  const wanted = site.configuration.demonstrationUses;
  if (wanted === 0) return null;
  const loaded = await findDemonstration(site);
  // People whom an earlier version loaded are others than those told of here.
  if (loaded === null || loaded.withUses || loaded.people !== everyone.length) return null;
  const schedules = await findFeeSchedules(site, systemActor);
  let uses = 0;
  onProgress?.(uses);
  const sofar = (ofStory: number) => onProgress?.(uses + ofStory);
  for (const story of storiesOf({ zone: site.serviceCenter.zone, now: loaded.at }, wanted))
    uses += await loadStory(site, story, { schedules, onProgress: sofar, signal });
  await site.database.write(systemActor, (tx) =>
    recordAudit(tx, systemActor, {
      stream: siteStream,
      action: usesLoaded,
      details: { uses },
      at: site.clock.now(),
    }),
  );
  return uses;
}
