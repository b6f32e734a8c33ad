/** An account of a payer's ledger. */
interface LedgerAccountEntry {
  /** The side on which it grows: what is owed or lost is a debit, what is earned or owed to the payer a credit. */
  readonly side: 'DEBIT' | 'CREDIT';
  /** Whether its entries belong to a quarter. */
  readonly byQuarter: boolean;
  readonly about: string;
}

/**
 * The chart of accounts; each payer has one of each, seen from the service's books. RECEIVABLE and CREDIT are his
 * position: what he owes on statements, or what he has paid ahead, and never both.
 */
export const ledgerAccountEntries = {
  ACCRUED: { side: 'DEBIT', byQuarter: true, about: 'Recorded charges that no statement has billed yet.' },
  RECEIVABLE: { side: 'DEBIT', byQuarter: false, about: 'Billed and not yet paid.' },
  CREDIT: { side: 'CREDIT', byQuarter: false, about: 'Paid ahead or credited, for what will be billed.' },
  CASH_CLEARING: { side: 'DEBIT', byQuarter: false, about: 'Payments received, less those that came back.' },
  REFUNDS: { side: 'CREDIT', byQuarter: false, about: 'Paid back to the payer.' },
  USAGE_REVENUE: { side: 'CREDIT', byQuarter: true, about: 'Recorded charges, billed or not.' },
  RETURNED_PAYMENT_FEES: { side: 'CREDIT', byQuarter: false, about: 'Fees for payments that came back.' },
  WAIVED: { side: 'DEBIT', byQuarter: true, about: 'Recorded charges that the quarterly waiver forgives.' },
  CREDITS_GRANTED: { side: 'DEBIT', byQuarter: false, about: 'Charges given back as a credit.' },
  TRANSFERS: { side: 'CREDIT', byQuarter: false, about: 'Taken over from other payers, less given to them.' },
} as const satisfies Record<string, LedgerAccountEntry>;

export type LedgerAccount = keyof typeof ledgerAccountEntries;

export const ledgerAccounts = Object.keys(ledgerAccountEntries) as LedgerAccount[];

/** The accounts whose entries belong to a quarter. */
export const accountsByQuarter = ledgerAccounts.filter((account) => ledgerAccountEntries[account].byQuarter);

/** A sum of entries as people read it: what the account has grown by on its own side, in cents. */
export function figureOf(account: LedgerAccount, sum: number): number {
  return ledgerAccountEntries[account].side === 'CREDIT' && sum !== 0 ? -sum : sum;
}
