import { addDays, type Day } from '@countersign/shared/usage/day';
import { type Quarter, quarterAfter, quarterOf } from '@countersign/shared/usage/quarter';

/** The quarters that are told of, up to the one that runs. */
const quartersTold = 8;

/** When the demonstration plays. */
export interface Time {
  readonly zone: string;
  readonly now: Date;
}

/** A day of the quarters that are told of: the quarter from 0, the day in it from 0. */
export type StoryDay = readonly [quarter: number, day: number];

/** The quarters of the demonstration, the running one last. */
export function quartersOf({ zone, now }: Time): Quarter[] {
  const running = quarterOf(now, zone);
  return Array.from({ length: quartersTold }, (_, i) => quarterAfter(running, i + 1 - quartersTold));
}

/** The day of the calendar that a day of the story is. */
export function dayOfStory(time: Time, [quarter, day]: StoryDay): Day {
  const startsOn = quartersOf(time)[quarter]?.startsOn;
  if (!startsOn) throw new RangeError(`The demonstration has no quarter ${quarter}.`);
  return addDays(startsOn, day);
}
