import { badCharacter, type TextProblem, textProblem } from './text-problem';

/** The most characters of a client code (PACER, “Can I use one account to track charges separately”). */
export const mostClientCodeCharacters = 32;

export interface ClientCodeProblem<Code = TextProblem['code'] | 'TOO_LONG'> {
  readonly code: Code;
  /** What is wrong and how to mend it. */
  readonly message: string;
}

function lengthOf(code: string): number {
  // A character outside the basic plane is two units of text, so only a longer text needs the exact count.
  return code.length <= mostClientCodeCharacters ? code.length : [...code].length;
}

/** Why a client code of the past cannot be kept; null where it can. It is kept as typed, since its format is the firm’s. */
export function clientCodeProblem(code: string): ClientCodeProblem | null {
  const length = lengthOf(code);
  if (length <= mostClientCodeCharacters) return textProblem(code, 'AS_PRINTED');
  const message = `The client code has ${length} characters; shorten it to at most ${mostClientCodeCharacters}.`;
  return { code: 'TOO_LONG', message };
}

/**
 * Why a client code cannot be given to a use today; null where it can. Since 14 April 2024 PACER takes none with a
 * space or a comma.
 */
export function newClientCodeProblem(
  code: string,
): ClientCodeProblem<ClientCodeProblem['code'] | 'SPACE' | 'COMMA'> | null {
  if (/\s/.test(code)) {
    return { code: 'SPACE', message: 'A client code has no spaces; write a dash or a dot instead.' };
  }
  if (code.includes(',')) {
    return { code: 'COMMA', message: 'A client code has no commas; write a dash or a dot instead.' };
  }
  return /[\p{Cc}\p{Cf}]/u.test(code) ? badCharacter : clientCodeProblem(code);
}
