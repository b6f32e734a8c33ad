/** More distinct texts than a real column of words has; past that a file is answered without remembering. */
const mostRemembered = 5_000;
/** Longer texts are not worth their memory. */
const longestRemembered = 200;

/** A cell is a view of the chunk it was cut from, and would keep all of that; this is the cell alone. */
function copyOf(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}

/** The same function, remembering its answers: of a million rows only a few hundred texts differ. */
export function remembered<Answer extends object>(
  answer: (text: string) => Answer,
): (text: string) => Answer {
  const answers = new Map<string, Answer>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const found = answer(text);
    if (answers.size < mostRemembered && text.length <= longestRemembered) answers.set(copyOf(text), found);
    return found;
  };
}
