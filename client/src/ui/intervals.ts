import { zoneClock } from '@countersign/shared/usage/import/zone-clock';

/** An interval as the API tells it: `until` is the first instant that is no longer in it. */
export interface ApiInterval {
  readonly from: string;
  readonly until: string | null;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** The wall clock of a zone at an instant, as a day and a time. */
function wallOf(iso: string, zone: string): { day: string; time: string } {
  let formatter = formatters.get(zone);
  if (!formatter) {
    // Swedish writes days as forms do.
    formatter = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
    formatters.set(zone, formatter);
  }
  const [day = '', time = ''] = formatter.format(new Date(iso)).split(' ');
  return { day, time };
}

const shownDay = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });
const shownTime = new Intl.DateTimeFormat('en-US', { timeStyle: 'short', timeZone: 'UTC' });

const midnight = '00:00:00';
const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
const inWords = (day: string, time: string) =>
  `${shownDay.format(new Date(day))}${time === midnight ? '' : `, ${shownTime.format(new Date(`${day}T${time}Z`))}`}`;

/** When an interval begins, in the zone it is counted in; the time only where it is not the day’s first. */
export function showStart(iso: string, zone: string): string {
  const { day, time } = wallOf(iso, zone);
  return inWords(day, time);
}

/** When it ends: the last whole day, or the instant it ends at. */
export function showEnd(iso: string, zone: string): string {
  const { day, time } = wallOf(iso, zone);
  return time === midnight ? `through ${inWords(dayBefore(day), time)}` : `until ${inWords(day, time)}`;
}

/** The whole interval in words. */
export function showInterval({ from, until }: ApiInterval, zone: string): string {
  return `from ${showStart(from, zone)} ${until ? showEnd(until, zone) : 'on'}`;
}

/** An interval as it is typed: days, and times for where it begins or ends within one. */
export interface IntervalFields {
  readonly firstDay: string;
  readonly firstTime: string;
  readonly lastDay: string;
  readonly lastTime: string;
}

export function fieldsOf({ from, until }: ApiInterval, zone: string): IntervalFields {
  const start = wallOf(from, zone);
  const end = until === null ? null : wallOf(until, zone);
  const wholeDay = end?.time === midnight;
  const typed = (time: string) => (time.endsWith(':00') ? time.slice(0, 5) : time);
  return {
    firstDay: start.day,
    firstTime: start.time === midnight ? '' : typed(start.time),
    lastDay: end ? (wholeDay ? dayBefore(end.day) : end.day) : '',
    lastTime: end && !wholeDay ? typed(end.time) : '',
  };
}

const wallTime = (day: string, time: string) => Date.parse(`${day}T${time || '00:00'}Z`);

/** What was typed as the API takes it; a last day without a time is in it to its end. */
export function intervalOf(fields: IntervalFields, zone: string): ApiInterval {
  const { firstDay, firstTime, lastDay, lastTime } = fields;
  const clock = zoneClock(zone);
  const instant = (wall: number) => new Date(clock.instantOf(wall)).toISOString();
  const end = wallTime(lastDay, lastTime) + (lastTime === '' ? 86_400_000 : 0);
  return { from: instant(wallTime(firstDay, firstTime)), until: lastDay === '' ? null : instant(end) };
}
