import { isAccess, type UseFormat, type UseKind, useKindLabels, useKinds } from '../use';
import type { CourtFinder } from './court-of';
import { type DateOrder, type InstantFault, type ReadInstant, readInstant } from './instants';
import { formatOf, type KindFinder } from './kind-of';
import { type DecimalMark, readCents, readCount } from './money';
import { cellOf, type Draft, report } from './row-draft';
import type { RowProblemCode } from './row-problem';
import type { ZoneClock } from './zone-clock';

/** What rows are read by, the same for all of a file. */
export interface RowContext {
  readonly courts: CourtFinder;
  readonly kinds: KindFinder;
  /** Of the service center’s zone. */
  readonly clock: ZoneClock;
  /** Null where no date of the file needs it. */
  readonly dateOrder: DateOrder | null;
  readonly decimalMark: DecimalMark;
  /** Uses after this instant, in milliseconds, are refused; left out, none is. */
  readonly notAfter?: number;
}

/** The most pages and bytes of one use, as for pricing it. */
const mostOf = { pages: 1_000_000, billablePages: 1_000_000, bytes: 4_320_000_000 };

/** A seven-digit number that does not begin with 0, or -1. */
function sevenDigits(text: string): number {
  if (text.length !== 7) return -1;
  let value = 0;
  for (let i = 0; i < 7; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value >= 1_000_000 ? value : -1;
}

/** The seven-digit account number. */
export function accountOf(draft: Draft): number | null {
  const text = cellOf(draft, 'accountNumber');
  if (text === '') return null;
  const number = sevenDigits(text);
  if (number >= 0) return number;
  const message = 'An account number has seven digits; write it as on the bill.';
  return report(draft, 'BAD_ACCOUNT_NUMBER', 'accountNumber', text, message);
}

const instantProblems: Record<InstantFault, readonly [RowProblemCode, string]> = {
  NOT_A_DATE: ['BAD_DATE', 'This is not a day that exists; write it as 2025-01-31 or 01/31/2025.'],
  NOT_A_TIME: ['BAD_DATE', 'The time cannot be read; write it as 15:04:05 or 3:04:05 PM.'],
  TIME_TWICE: [
    'BAD_DATE',
    'There is a time beside the date and another in a column of its own; leave one out.',
  ],
  ORDER_UNKNOWN: [
    'DATE_ORDER_UNKNOWN',
    'Whether the month or the day comes first is not known; choose that for the file, or write 2025-01-31.',
  ],
  OUT_OF_BOUNDS: ['DATE_OUT_OF_BOUNDS', 'PACER had no uses in that year; correct it.'],
};

/** When the use was, from one column or from two. */
export function instantOf(draft: Draft, { dateOrder, clock, notAfter }: RowContext): ReadInstant | null {
  const whole = cellOf(draft, 'instant');
  const column = whole === '' && draft.at.date >= 0 ? 'date' : 'instant';
  const date = whole === '' ? cellOf(draft, 'date') : whole;
  if (date === '') return report(draft, 'MISSING', column, '', 'The day of the use is not given; write it.');
  const time = whole === '' ? cellOf(draft, 'time') : '';
  const read = readInstant(date, time, dateOrder, clock);
  const shown = time === '' ? date : `${date} ${time}`;
  if (typeof read === 'string') {
    const [code, message] = instantProblems[read];
    return report(draft, code, column, shown, message);
  }
  if (notAfter === undefined || read.instant <= notAfter) return read;
  return report(
    draft,
    'DATE_OUT_OF_BOUNDS',
    column,
    shown,
    'The use would be in the future; correct the date.',
  );
}

/** The kind of the use, from its own column or else from the description. */
export function kindOf(draft: Draft, { kinds }: RowContext): UseKind | null {
  const named = cellOf(draft, 'kind');
  const text = named === '' ? cellOf(draft, 'description') : named;
  const column = named !== '' || draft.at.description < 0 ? 'kind' : 'description';
  if (text === '') {
    return report(
      draft,
      'MISSING',
      draft.at.kind < 0 ? column : 'kind',
      '',
      'What was used is not given; write its kind.',
    );
  }
  const kind = kinds(text);
  if (kind !== null) return kind;
  const known = useKinds.map((one) => useKindLabels[one]).join(', ');
  const message = `No kind of use is known by that; say for the file what it means, or write one of: ${known}.`;
  return report(draft, 'UNKNOWN_KIND', column, text, message);
}

/** The court’s id; null without a problem for what is used in no court. */
export function courtOf(draft: Draft, { courts }: RowContext, kind: UseKind | null): string | null {
  const text = cellOf(draft, 'court');
  if (text === '') {
    if (kind === null || !isAccess(kind)) return null;
    const message = 'The court is not given; write its code such as mowd, or PCL for the case locator.';
    return report(draft, 'MISSING', 'court', '', message);
  }
  const found = courts(text);
  if (found.ok) return found.courtId;
  if (found.code === 'UNKNOWN_COURT') {
    return report(
      draft,
      'UNKNOWN_COURT',
      'court',
      text,
      'No court is known by that; write its code, such as mowd.',
    );
  }
  const message = `Several courts are called so; write the code of one: ${found.courtIds.join(', ')}.`;
  return report(draft, 'AMBIGUOUS_COURT', 'court', text, message);
}

/** The format. */
export function formatOfRow(draft: Draft): UseFormat | null {
  const text = cellOf(draft, 'format');
  if (text === '') return null;
  return (
    formatOf(text) ??
    report(
      draft,
      'UNKNOWN_FORMAT',
      'format',
      text,
      'No format is known by that; write HTML, PDF, AUDIO or PAPER.',
    )
  );
}

/** The charge in cents. */
export function chargeOf(draft: Draft, mark: DecimalMark): number | null {
  const text = cellOf(draft, 'charge');
  if (text === '') return null;
  const cents = readCents(text, mark);
  if (typeof cents === 'number') return cents;
  const message =
    cents === 'TOO_FINE'
      ? 'A charge has at most two decimals; round it to cents.'
      : cents === 'OUT_OF_BOUNDS'
        ? 'No charge is above $1,000,000.00; correct it.'
        : `This is not an amount; write it as ${mark === 'POINT' ? '1234.50' : '1234,50'}, a credit with a minus.`;
  return report(draft, 'BAD_AMOUNT', 'charge', text, message);
}

/** A count; less than nothing only in a correction. */
export function countOf(
  draft: Draft,
  column: keyof typeof mostOf,
  mark: DecimalMark,
  correction: boolean,
): number | null {
  const text = cellOf(draft, column);
  if (text === '') return null;
  const count = readCount(text, mark, mostOf[column]);
  if (typeof count === 'number' && (count >= 0 || correction)) return count;
  const message =
    typeof count === 'number'
      ? 'Less than nothing is taken only with a negative charge; correct one of the two.'
      : count === 'OUT_OF_BOUNDS'
        ? `One use has at most ${mostOf[column]}; correct it.`
        : 'This is not a whole number; write one such as 12.';
  return report(draft, 'BAD_COUNT', column, text, message);
}

const yesAndNo: ReadonlyMap<string, boolean> = new Map([
  ...['y', 'yes', 'true', 't', '1', 'x', 'exempt', 'e'].map((word) => [word, true] as const),
  ...['n', 'no', 'false', 'f', '0', 'nonexempt', 'non-exempt', 'not exempt'].map(
    (word) => [word, false] as const,
  ),
]);

/** Whether the use is exempt; a reason alone says so too. */
export function exemptOf(draft: Draft, reason: string | null): boolean | null {
  const text = cellOf(draft, 'exempt');
  if (text === '') return reason === null ? null : true;
  const exempt = yesAndNo.get(text.length > 20 ? '' : text.toLowerCase());
  if (exempt === undefined) {
    return report(
      draft,
      'BAD_EXEMPT',
      'exempt',
      text,
      'Whether the use is exempt is written Y or N; correct it.',
    );
  }
  if (exempt || reason === null) return exempt;
  return report(
    draft,
    'BAD_EXEMPT',
    'exempt',
    text,
    'A reason for an exemption is given beside N; correct one of the two.',
  );
}
