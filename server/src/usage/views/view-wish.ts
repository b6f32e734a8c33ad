import { isUseColumn } from '@countersign/shared/usage/use-columns';
import { refused } from '../../platform/refusal';

/** The most views that a person keeps of one payer’s transactions. */
export const mostViews = 50;

const mostNameCharacters = 60;
const mostQueryCharacters = 2000;

/** The name as it is kept, or a refusal. */
export function viewName(given: string): string {
  const name = given.trim().replace(/\s+/g, ' ');
  if (name === '') throw refused('REQUIRED', 'name', 'Give the view a name.');
  if ([...name].length > mostNameCharacters || /\p{C}/u.test(name))
    throw refused('INVALID', 'name', `A name has at most ${mostNameCharacters} characters that can be seen.`);
  return name;
}

/** The address’s query as it is kept, or a refusal. */
export function viewQuery(given: string): string {
  const query = new URLSearchParams(given).toString();
  if (query.length > mostQueryCharacters)
    throw refused(
      'INVALID',
      'query',
      `The query has more than ${mostQueryCharacters} characters: choose less.`,
    );
  return query;
}

/** The columns as they are kept, each once, or a refusal. */
export function viewColumns(given: readonly string[]): readonly string[] {
  const columns = [...new Set(given)];
  const wrong = columns.find((name) => !isUseColumn(name));
  if (wrong !== undefined) throw refused('INVALID', 'columns', `There is no column “${wrong.slice(0, 20)}”.`);
  return columns;
}
