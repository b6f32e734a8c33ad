import { loadStory } from '@countersign/server/demonstration/load-story';
import { findDemonstration } from '@countersign/server/demonstration/loaded';
import { type PayerStory, storiesOf } from '@countersign/server/demonstration/stories';
import { quartersOf } from '@countersign/server/demonstration/time';
import { systemActor } from '@countersign/server/platform/actor';
import type { Site } from '@countersign/server/platform/site';
import { findFeeSchedules } from '@countersign/server/usage/fee-schedules';

export interface SmallUse {
  /** About how many in all. */
  readonly uses?: number;
  /** How many quarters, with the running one, which is the last. */
  readonly quarters?: number;
}

/**
 * Has the two firms of the demonstration and the person who pays for herself (solo.demo) use something: recorded, with
 * totals and ledger. It is told up to when the template was filled, so that the test's clock may not be set back.
 */
export async function withDemonstrationUses(
  site: Site,
  { uses = 1500, quarters = 3 }: SmallUse = {},
): Promise<readonly PayerStory[]> {
  const loaded = await findDemonstration(site);
  if (!loaded) throw new Error('The demonstration is not there.');
  const time = { zone: site.serviceCenter.zone, now: loaded.at };
  const from = quartersOf(time).at(-quarters)?.startsOn ?? '';
  const schedules = await findFeeSchedules(site, systemActor);
  const stories = storiesOf(time, uses)
    .slice(0, 3)
    .map((one) => ({ ...one, story: { ...one.story, from } }));
  for (const story of stories) await loadStory(site, story, { schedules });
  return stories;
}
