import { addDays, type Day } from '@countersign/shared/usage/day';
import { zoneClock } from '@countersign/shared/usage/import/zone-clock';
import { inventMatters } from './story/matters';
import { randomOf } from './story/random';
import type { Member, Story } from './story/story';
import { inventTrial } from './story/trial';
import { dayOfStory, quartersOf, type StoryDay, type Time } from './time';

export interface FirmTold {
  readonly number: number;
  readonly members: readonly Member[];
  readonly uses: number;
  readonly matters: number;
  /** When a trial opens. */
  readonly trial: StoryDay | null;
}

/** The first and the last day that is told of. */
export function daysTold(time: Time): { readonly from: Day; readonly to: Day } {
  const [first] = quartersOf(time);
  const to = zoneClock(time.zone).dayAt(time.now.getTime());
  return { from: first?.startsOn ?? addDays(to, -700), to };
}

/**
 * The story of a firm. Its matters follow from the seed, the firm and its people, so that stories with another `told`
 * are of the same matters and of other uses.
 */
export function firmStory(
  seed: string,
  { number, members, uses, matters, trial }: FirmTold,
  time: Time,
  told = 'recorded',
): Story {
  const random = randomOf(`${seed} matters of ${number}`);
  const { from, to } = daysTold(time);
  const invented = inventMatters(random, { count: matters, members, from, to });
  const tried = trial ? inventTrial(random, members, dayOfStory(time, trial)) : null;
  return {
    seed: `${seed} ${told} of ${number}`,
    zone: time.zone,
    from,
    until: time.now.getTime(),
    uses,
    members,
    matters: tried ? [...invented, tried.matter] : invented,
    trial: tried,
  };
}
