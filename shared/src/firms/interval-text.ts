import type { Interval } from './interval';

const formatOf = (zone: string) =>
  new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  });

/** An instant as a person of that zone writes it. */
export const instantText = (at: Date, zone: string) => formatOf(zone).format(at);

/** An interval in words, in a zone. */
export function intervalText({ startsAt, endsAt }: Interval, zone: string): string {
  const from = `from ${instantText(startsAt, zone)}`;
  return endsAt ? `${from} until ${instantText(endsAt, zone)}` : `${from} on`;
}
