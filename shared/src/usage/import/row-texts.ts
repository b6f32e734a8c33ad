import type { CardWriting } from '../../payments/card-number';
import { clientCodeProblem } from './client-code';
import type { ImportColumn } from './column-names';
import { cellOf, type Draft, report } from './row-draft';
import { textProblem } from './text-problem';

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

/**
 * How a card number must be written in a column to be taken for one; null in numbers with a meaning of their own,
 * which may look like a card’s by chance.
 */
export function cardWritingIn(column: ImportColumn | null): CardWriting | null {
  if (column === 'transactionId' || column === 'accountNumber' || column === 'caseNumber') return null;
  return column === 'clientCode' || column === 'costCenter' ? 'AS_PRINTED' : 'ANY';
}

/** A text, or null where it is not given or cannot be kept. */
export function textOf(draft: Draft, column: TextColumn): string | null {
  const text = cellOf(draft, column);
  if (text === '') return null;
  const most = textLimits[column];
  if (text.length > most) {
    const message = `It has ${text.length} characters; shorten it to at most ${most}.`;
    return report(draft, 'TOO_LONG', column, text, message);
  }
  const problem = textProblem(text, cardWritingIn(column));
  return problem === null ? text : report(draft, problem.code, column, text, problem.message);
}

/** A long number as spreadsheets show it, its last digits lost: 1.23457E+11. Different numbers become the same. */
const shortened = /^\d(?:[.,]\d+)?E\+\d+$/;

function unshortened(draft: Draft, column: ImportColumn, text: string | null): string | null {
  if (text === null || !shortened.test(text)) return text;
  const message = 'A spreadsheet shortened this number; format its column as text and save the file again.';
  return report(draft, 'SHORTENED_NUMBER', column, text, message);
}

/** The service center’s number of the use. */
export function transactionIdOf(draft: Draft): string | null {
  return unshortened(draft, 'transactionId', textOf(draft, 'transactionId'));
}

/** What tools write where there is no reason. */
const noReason = /^(?:none|no|n\/?a|-+)$/i;

/** Why the use is exempt. */
export function exemptReasonOf(draft: Draft): string | null {
  const reason = textOf(draft, 'exemptReason');
  return reason === null || noReason.test(reason) ? null : reason;
}

/** The client code as typed. */
export function clientCodeOf(draft: Draft): string | null {
  const code = cellOf(draft, 'clientCode');
  if (code === '') return null;
  const problem = clientCodeProblem(code);
  if (problem !== null) return report(draft, problem.code, 'clientCode', code, problem.message);
  return unshortened(draft, 'clientCode', code);
}
