import { entriesOf, type LedgerEntry } from './entry';

/** How a payer stands, in cents from 0: he owes what was billed, or has a credit, and never both. */
export interface Position {
  readonly dueCents: number;
  readonly creditCents: number;
}

export const evenPosition: Position = { dueCents: 0, creditCents: 0 };

/** What is owed less what was paid ahead; negative for a credit. */
export function netOf({ dueCents, creditCents }: Position): number {
  return dueCents - creditCents;
}

/** The position whose net it is. */
export function positionOf(netCents: number): Position {
  return { dueCents: Math.max(netCents, 0), creditCents: Math.max(-netCents, 0) };
}

export interface Settled {
  readonly entries: readonly LedgerEntry[];
  readonly position: Position;
}

/**
 * Moves a position by what a payer owes more (positive) or less: a credit is used before anything falls due, and what
 * is due is paid before anything becomes a credit.
 */
export function settle(before: Position, cents: number): Settled {
  const position = positionOf(netOf(before) + cents);
  const entries = entriesOf(
    { account: 'RECEIVABLE', quarter: null, cents: position.dueCents - before.dueCents },
    { account: 'CREDIT', quarter: null, cents: before.creditCents - position.creditCents },
  );
  return { entries, position };
}
