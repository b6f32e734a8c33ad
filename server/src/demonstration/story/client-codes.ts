import type { Random } from './random';

/** What people type instead of a code, each of which the firm has to put right afterwards. */
const typings: readonly ((code: string) => string)[] = [
  (code) => code.replace('-', ''),
  (code) => code.replace('-', '.'),
  (code) => code.replace('-0', '-'),
  (code) => code.replace('0', 'O'),
  (code) => code.replace('-', '/'),
  (code) => `${code.slice(0, 1)}${code.slice(2, 3)}${code.slice(1, 2)}${code.slice(3)}`,
  (code) => `CM${code}`,
];

/** Codes for what is no client's. */
const ownCodes = ['ADMIN', 'ADMIN', 'BUSDEV', 'BUSDEV', 'TRAINING'];

/** The code somebody gives: the matter's as a rule, another writing of it, or none. */
export function typedCode(random: Random, code: string | null, careless: number): string | null {
  if (random.chance(0.03 * careless)) return null;
  if (code === null) return random.chance(0.7) ? random.pick(ownCodes) : null;
  return random.chance(0.022 * careless) ? random.pick(typings)(code) : code;
}
