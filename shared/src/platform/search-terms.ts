/** Text in the form it is compared in: lower case, no accents, only letters, digits and single spaces. */
export function normalised(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The distinct words something is found by. */
export function searchTerms(...texts: (string | null | undefined)[]): string[] {
  return [...new Set(texts.flatMap((text) => normalised(text ?? '').split(' ')).filter(Boolean))];
}

/** Words a query may have; more would only make it slower. */
const most = 6;

/** The words of a query; each must begin a word of what is found. */
export function queryTerms(query: string): string[] {
  return searchTerms(query).slice(0, most);
}
