import type { Day } from '../usage/day';

/** What becomes a journal, by the name of its kind. Money in cents; a payer's own side of it. */
export type LedgerEvent =
  /** Recorded uses of a batch in a quarter. */
  | { readonly kind: 'ACCRUAL'; readonly quarter: Day; readonly cents: number }
  /** Recorded uses that came to the payer (positive) or left him, after an interval was corrected. */
  | { readonly kind: 'REATTRIBUTION'; readonly parts: readonly QuarterPart[] }
  /** What the waiver forgives of a quarter; negative where it is taken back. */
  | { readonly kind: 'WAIVER'; readonly quarter: Day; readonly cents: number }
  /** What a statement bills of a quarter; negative where corrections left a credit. */
  | { readonly kind: 'STATEMENT'; readonly quarter: Day; readonly cents: number }
  | { readonly kind: 'PAYMENT'; readonly cents: number }
  /** A payment that came back, with the fee for it. */
  | { readonly kind: 'RETURNED_PAYMENT'; readonly cents: number; readonly feeCents: number }
  | { readonly kind: 'REFUND'; readonly cents: number }
  | { readonly kind: 'CREDIT'; readonly cents: number }
  /** A balance taken over (positive: a debt) or given away. */
  | { readonly kind: 'TRANSFER'; readonly cents: number };

export interface QuarterPart {
  readonly quarter: Day;
  readonly cents: number;
}

export type JournalKind = LedgerEvent['kind'];

/** What each kind of journal is for. */
export const journalKindTexts: Record<JournalKind, string> = {
  ACCRUAL: 'Recorded uses of one batch in one quarter.',
  REATTRIBUTION: 'Recorded uses that another payer turned out to be responsible for.',
  WAIVER: 'The quarterly waiver.',
  STATEMENT: 'A quarter’s charges billed by a statement.',
  PAYMENT: 'A payment received.',
  RETURNED_PAYMENT: 'A payment that came back, with its fee.',
  REFUND: 'Money paid back.',
  CREDIT: 'A credit for charges given back.',
  TRANSFER: 'A balance that moved to another payer.',
};

export const journalKinds = Object.keys(journalKindTexts) as JournalKind[];

/** The kinds that change what a payer owes or has as a credit, and so depend on how he stands. */
const settling: readonly JournalKind[] = [
  'STATEMENT',
  'PAYMENT',
  'RETURNED_PAYMENT',
  'REFUND',
  'CREDIT',
  'TRANSFER',
];

export const isSettling = ({ kind }: LedgerEvent): boolean => settling.includes(kind);

/** The quarter an event is of; null for one that is of none or of several. */
export function quarterOfEvent(event: LedgerEvent): Day | null {
  return 'quarter' in event ? event.quarter : null;
}

/** What an event is about in cents, without the fee it brings. */
export function amountOfEvent(event: LedgerEvent): number {
  return 'parts' in event ? event.parts.reduce((sum, { cents }) => sum + cents, 0) : event.cents;
}
