const instant = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short' });
const instantUtc = new Intl.DateTimeFormat('en-US', {
  dateStyle: 'medium',
  timeStyle: 'long',
  timeZone: 'UTC',
});
const localDay = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium' });
const courtDayShort = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });
const courtDay = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });

const instantsIn = new Map<string, Intl.DateTimeFormat>();

/** An instant on the clock of a zone. */
export function showInstantIn(iso: string, zone: string): string {
  let format = instantsIn.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short', timeZone: zone });
    instantsIn.set(zone, format);
  }
  return format.format(new Date(iso));
}

export const showInstant = (iso: string) => instant.format(new Date(iso));
export const showInstantUtc = (iso: string) => instantUtc.format(new Date(iso));
export const showLocalDay = (iso: string) => localDay.format(new Date(iso));

/** A day of a court's calendar ("2018-04-23") has no time zone and must not slip to the day before. */
export const showCourtDayShort = (day: string) => courtDayShort.format(new Date(`${day}T00:00:00Z`));
export const showCourtDay = (day: string) => courtDay.format(new Date(`${day}T00:00:00Z`));

/** The last instant of a day picked in the browser's own zone, as the API takes it. */
export const endOfLocalDay = (day: string) => new Date(`${day}T23:59:59`).toISOString();
