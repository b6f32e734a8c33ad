import type { Day } from '../usage/day';
import type { LedgerAccount } from './ledger-accounts';

/** One line of a journal: debits are positive cents, credits negative ones. */
export interface LedgerEntry {
  readonly account: LedgerAccount;
  /** First day of the quarter, for the accounts that are kept by quarter. */
  readonly quarter: Day | null;
  readonly cents: number;
}

/** Entries without those of nothing, which no journal has. */
export function entriesOf(...entries: readonly LedgerEntry[]): LedgerEntry[] {
  return entries.filter(({ cents }) => cents !== 0);
}

/** What entries come to: a journal balances when it is 0. */
export function sumOf(entries: readonly Pick<LedgerEntry, 'cents'>[]): number {
  return entries.reduce((sum, { cents }) => sum + cents, 0);
}
