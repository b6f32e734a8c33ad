import { addDays, type Day, daysBetween } from '@countersign/shared/usage/day';
import type { ZoneClock } from '@countersign/shared/usage/import/zone-clock';
import { quarterOfDay } from '@countersign/shared/usage/quarter';
import { busyness, usualHours } from './calendar';
import { randomOf } from './random';
import type { Member, Story } from './story';

const dayMilliseconds = 86_400_000;

/** A day with how many uses it has. */
export interface BusyDay {
  readonly day: Day;
  /** Milliseconds as if the day were one of UTC. */
  readonly midnight: number;
  /** What of the day has passed when the story ends, in milliseconds. */
  readonly passed: number;
  readonly uses: number;
}

/** Whether a member's uses are the payer's all the time between two instants. */
export function isThere({ spans }: Pick<Member, 'spans'>, from: number, to: number = from + 1): boolean {
  return spans.some((span) => span.from <= from && to <= span.to);
}

/** Who is there on a day, by place, with how much he does; some are away for a week now and then. */
export function present({ members, seed }: Story, day: Day, clock: ZoneClock): [number, number][] {
  const midnight = Date.parse(day);
  const from = clock.instantOf(midnight);
  const to = clock.instantOf(midnight + dayMilliseconds);
  const week = Math.floor(midnight / dayMilliseconds / 7);
  const all = members.flatMap((member, place): [number, number][] =>
    member.pace > 0 && isThere(member, from, to) ? [[place, member.pace]] : [],
  );
  const there = all.filter(
    ([place]) => !randomOf(`${seed} ${members[place]?.accountNumber} ${week}`).chance(0.09),
  );
  return there.length > 0 ? there : all;
}

/** How much is used on a day beside others. */
function weightOf(story: Story, day: Day, clock: ZoneClock): number {
  const { seed, trial, quarters } = story;
  const [first, own] = [quarterOfDay(story.from), quarterOfDay(day)];
  const place = (own.year - first.year) * 4 + own.number - first.number;
  const people = present(story, day, clock).reduce((sum, [, pace]) => sum + pace, 0);
  const noise = randomOf(`${seed} mood of ${day}`).around(1, 0.16);
  const tried = trial !== null && trial.from <= day && day <= trial.to;
  // A trial knows no weekend.
  const rush = tried ? Math.max(busyness(day) * 1.6, 0.4) : busyness(day);
  return rush * people * noise * (quarters?.[place] ?? 1 + place * 0.012);
}

/** Gives each day its part of all uses; parts are rounded so that together they are all. */
export function busyDays(story: Story, clock: ZoneClock): BusyDay[] {
  const lastDay = clock.dayAt(story.until);
  const passedOfLast = story.until - clock.instantOf(Date.parse(lastDay));
  const days = Array.from({ length: daysBetween(story.from, lastDay) + 1 }, (_, i) => {
    const day = addDays(story.from, i);
    const passed = day === lastDay ? Math.min(passedOfLast, dayMilliseconds) : dayMilliseconds;
    return { day, passed, weight: weightOf(story, day, clock) * usualHours.shareBefore(passed) };
  });
  const total = days.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return [];
  let before = 0;
  let given = 0;
  return days.map(({ day, passed, weight }) => {
    before += weight;
    const uses = Math.round((before / total) * story.uses) - given;
    given += uses;
    return { day, midnight: Date.parse(day), passed, uses };
  });
}
