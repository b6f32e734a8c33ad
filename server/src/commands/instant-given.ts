import { isDay } from '@countersign/shared/usage/day';
import { zoneClock } from '@countersign/shared/usage/import/zone-clock';
import { StartFault } from '../platform/fault';

const written = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/** The instant an option names: a day stands for its first instant at the service center, a time says its zone. */
export function instantGiven(option: string, given: string, zone: string): Date {
  if (isDay(given)) return new Date(zoneClock(zone).instantOf(Date.parse(`${given}T00:00:00Z`)));
  const instant = new Date(given);
  if (written.test(given) && !Number.isNaN(instant.getTime())) return instant;
  throw new StartFault(
    `--${option} must be a day such as 2026-04-01 (its first instant in ${zone}) or an instant with its zone such as 2026-04-01T15:30:00-05:00.`,
  );
}
