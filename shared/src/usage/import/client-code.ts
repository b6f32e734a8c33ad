/** The most characters of a client code (PACER, “Can I use one account to track charges separately”). */
export const mostClientCodeCharacters = 32;

/** Why a client code cannot be kept, in a sentence; null where it can. It is kept as typed, since its format is the firm’s. */
export function clientCodeProblem(code: string): string | null {
  // A character outside the basic plane is two units of text, so only a longer text needs the exact count.
  if (code.length <= mostClientCodeCharacters) return null;
  const { length } = [...code];
  if (length <= mostClientCodeCharacters) return null;
  return `The client code has ${length} characters; shorten it to at most ${mostClientCodeCharacters}.`;
}
