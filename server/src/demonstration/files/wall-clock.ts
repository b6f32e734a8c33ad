import type { ZoneClock } from '@countersign/shared/usage/import/zone-clock';
import type { StoryUse } from '../story/story';

/** What a clock on the wall of the service center shows at a use. */
export interface WallTime {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  /** From 0 to 23. */
  readonly hour: number;
  readonly minute: string;
  readonly second: string;
  /** As -06:00. */
  readonly offset: string;
}

const two = (value: number) => String(value).padStart(2, '0');

/** The wall time of a use, in milliseconds as if it were one of UTC. */
function wallOf({ day, instant }: StoryUse, clock: ZoneClock): number {
  const midnight = Date.parse(day);
  const wall = midnight + instant - clock.instantOf(midnight);
  // On the two days on which clocks are set, the hours since midnight are not those on the wall.
  return wall + instant - clock.instantOf(wall);
}

export function wallTime(use: StoryUse, clock: ZoneClock): WallTime {
  const wall = wallOf(use, clock);
  const text = new Date(wall).toISOString();
  const minutes = Math.round((wall - use.instant) / 60_000);
  const off = Math.abs(minutes);
  return {
    year: text.slice(0, 4),
    month: text.slice(5, 7),
    day: text.slice(8, 10),
    hour: Number(text.slice(11, 13)),
    minute: text.slice(14, 16),
    second: text.slice(17, 19),
    offset: `${minutes < 0 ? '-' : '+'}${two(Math.floor(off / 60))}:${two(off % 60)}`,
  };
}

export const isoDate = ({ year, month, day }: WallTime) => `${year}-${month}-${day}`;

export const isoTime = ({ hour, minute, second }: WallTime) => `${two(hour)}:${minute}:${second}`;

/** 3:04:05 PM. */
export const americanTime = ({ hour, minute, second }: WallTime) =>
  `${hour % 12 || 12}:${minute}:${second} ${hour < 12 ? 'AM' : 'PM'}`;
