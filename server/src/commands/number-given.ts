import { StartFault } from '../platform/fault';

export interface NumberWanted {
  readonly least: number;
  readonly most: number;
  /** What it is where nothing is given. */
  readonly usual: number;
}

/** The whole number an option gives; a sentence where it is none, or too small or large. */
export function numberGiven(
  option: string,
  given: string | undefined,
  { least, most, usual }: NumberWanted,
): number {
  if (given === undefined) return usual;
  const number = /^\d+$/.test(given) ? Number(given) : Number.NaN;
  if (number >= least && number <= most) return number;
  const bounds = `${least.toLocaleString('en-US')} to ${most.toLocaleString('en-US')}`;
  throw new StartFault(`--${option} must be a whole number from ${bounds}, and ${given} is none.`);
}
