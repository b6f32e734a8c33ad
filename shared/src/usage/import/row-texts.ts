import { type CardWriting, holdsCardNumber } from '../../payments/card-number';
import { clientCodeProblem } from './client-code';
import type { ImportColumn } from './column-names';
import { cellOf, type Draft, report } from './row-draft';
import { hasBadCharacter } from './text-cell';

type TextColumn =
  | 'transactionId'
  | 'loginId'
  | 'userName'
  | 'costCenter'
  | 'caseNumber'
  | 'search'
  | 'description'
  | 'exemptReason';

/** The most characters of each text. */
export const textLimits: Record<TextColumn, number> = {
  transactionId: 100,
  loginId: 100,
  userName: 200,
  costCenter: 100,
  caseNumber: 100,
  search: 4000,
  description: 4000,
  exemptReason: 200,
};

/** Numbers with a meaning of their own, which may look like a card’s by chance. */
const cardExempt: ReadonlySet<ImportColumn> = new Set(['transactionId', 'accountNumber', 'caseNumber']);

/** How a card number must be written in a column to be taken for one; null where nothing is. */
export function cardWritingIn(column: ImportColumn | null): CardWriting | null {
  if (column === 'clientCode') return 'AS_PRINTED';
  return column !== null && cardExempt.has(column) ? null : 'ANY';
}

/** A text, or null where it is not given or cannot be kept. */
export function textOf(draft: Draft, column: TextColumn): string | null {
  const text = cellOf(draft, column);
  if (text === '') return null;
  const most = textLimits[column];
  if (text.length > most) {
    return report(
      draft,
      'TOO_LONG',
      column,
      text,
      `It has ${text.length} characters; shorten it to at most ${most}.`,
    );
  }
  if (hasBadCharacter(text)) return badCharacter(draft, column, text);
  if (!cardExempt.has(column) && holdsCardNumber(text)) return cardNumber(draft, column, text);
  return text;
}

function badCharacter(draft: Draft, column: ImportColumn, text: string): null {
  return report(draft, 'BAD_CHARACTER', column, text, 'It has a control character; take that out.');
}

function cardNumber(draft: Draft, column: ImportColumn, text: string): null {
  const message = 'It looks like the number of a payment card, which is never kept; write something else.';
  return report(draft, 'CARD_NUMBER', column, text, message);
}

/** The client code as typed. */
export function clientCodeOf(draft: Draft): string | null {
  const code = cellOf(draft, 'clientCode');
  if (code === '') return null;
  const problem = clientCodeProblem(code);
  if (problem !== null) return report(draft, 'TOO_LONG', 'clientCode', code, problem);
  if (hasBadCharacter(code)) return badCharacter(draft, 'clientCode', code);
  return holdsCardNumber(code, 'AS_PRINTED') ? cardNumber(draft, 'clientCode', code) : code;
}
