/** What uses are searched for: a case by the beginning of its number, or words. */
export interface UseSearch {
  /** The beginning of a case number as cases are kept; null where the text is none. */
  readonly caseKey: string | null;
  /** In lower case; all of them must be in the description, the search or the transaction’s number. */
  readonly words: readonly string[];
}

/** The most characters a search may have. */
export const mostSearchCharacters = 200;

/** Words a search may have; more would only make it slower. */
const mostWords = 6;

/** A case number in the form it is compared in: lower case, without spaces. */
export function caseKeyOf(caseNumber: string): string {
  return caseNumber.toLowerCase().replace(/\s+/g, '');
}

/** Case numbers have a digit, and between digits and letters only these. */
const caseNumber = /^[\da-z:./-]*\d[\da-z:./-]*$/;

/** What a person looks for; null for an empty text. */
export function readUseSearch(text: string): UseSearch | null {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean).slice(0, mostWords);
  if (words.length === 0) return null;
  const key = caseKeyOf(text);
  return { caseKey: key.length > 1 && caseNumber.test(key) ? key : null, words };
}
