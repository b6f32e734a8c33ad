import { hasBadCharacter } from '../usage/import/text-cell';

export const longestFirmName = 200;

/** Why a firm cannot be called so; null when it can. */
export function firmNameProblem(name: string): string | null {
  if (name === '') return 'Enter the name of the firm.';
  if ([...name].length > longestFirmName) return `A firm’s name has at most ${longestFirmName} characters.`;
  return hasBadCharacter(name) ? 'The name has a character that cannot be printed: take it out.' : null;
}
