import { StartFault } from '../platform/fault';

/** The key of what an option names; null only when the option was left out. */
export async function keyGiven<T>(
  option: string,
  given: string | undefined,
  find: (id: string) => Promise<T | null>,
): Promise<T | null> {
  if (given === undefined) return null;
  const key = await find(given);
  if (key === null) throw new StartFault(`--${option}: nothing is known by ${given}.`);
  return key;
}
