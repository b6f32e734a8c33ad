import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { instant } from './columns';

/**
 * Something that happened to a payer's money, booked once. Journals and their entries are only ever added, and by
 * the function ledger_post alone.
 */
export const ledgerJournals = pgTable(
  'ledger_journals',
  {
    payerId: uuid('payer_id').notNull(),
    journalId: uuid('journal_id').notNull(),
    kind: text('kind').notNull(),
    /** What it was booked from: a batch, payment, refund, credit, transfer, statement or change of an interval. */
    sourceId: uuid('source_id').notNull(),
    /** First day of the quarter, where the source has one journal for each. */
    quarter: date('quarter', { mode: 'string' }),
    /** Shared by the journals of all payers between whom something moved. */
    commonId: uuid('common_id'),
    /** The payment that came back or was paid back. */
    paymentId: uuid('payment_id'),
    /** What it is about, without the fee it brings. */
    cents: bigint('cents', { mode: 'number' }).notNull(),
    /** When it happened; when it was booked is in the id. */
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.payerId, t.journalId] }),
    unique('ledger_journals_once').on(t.payerId, t.kind, t.sourceId, t.quarter).nullsNotDistinct(),
    index('ledger_journals_of_payment').on(t.payerId, t.paymentId).where(sql`${t.paymentId} is not null`),
    check(
      'ledger_journals_kind',
      sql`${t.kind} in ('ACCRUAL', 'REATTRIBUTION', 'WAIVER', 'STATEMENT', 'PAYMENT', 'RETURNED_PAYMENT', 'REFUND',
        'CREDIT', 'TRANSFER')`,
    ),
    check(
      'ledger_journals_quarter',
      sql`(${t.quarter} is not null) = (${t.kind} in ('ACCRUAL', 'WAIVER', 'STATEMENT'))`,
    ),
    check(
      'ledger_journals_common',
      sql`(${t.commonId} is not null) = (${t.kind} in ('REATTRIBUTION', 'TRANSFER'))`,
    ),
  ],
);

/** A line of a journal: debits are positive cents, credits negative ones, and those of a journal come to 0. */
export const ledgerEntries = pgTable(
  'ledger_entries',
  {
    payerId: uuid('payer_id').notNull(),
    journalId: uuid('journal_id').notNull(),
    line: integer('line').notNull(),
    account: text('account').notNull(),
    /** First day of the quarter, for the accounts that are kept by quarter. */
    quarter: date('quarter', { mode: 'string' }),
    cents: bigint('cents', { mode: 'number' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.payerId, t.journalId, t.line] }),
    foreignKey({
      name: 'ledger_entries_of_journal',
      columns: [t.payerId, t.journalId],
      foreignColumns: [ledgerJournals.payerId, ledgerJournals.journalId],
    }),
    // Holds all that a sum needs, so that a balance reads no row of the table.
    index('ledger_entries_sums').on(t.payerId, t.account, t.quarter, t.cents),
    index('ledger_entries_by_account').on(t.payerId, t.account, t.journalId, t.line),
    check(
      'ledger_entries_account',
      sql`${t.account} in ('ACCRUED', 'RECEIVABLE', 'CREDIT', 'CASH_CLEARING', 'REFUNDS', 'USAGE_REVENUE',
        'RETURNED_PAYMENT_FEES', 'WAIVED', 'CREDITS_GRANTED', 'TRANSFERS')`,
    ),
    check(
      'ledger_entries_quarter',
      sql`(${t.quarter} is not null) = (${t.account} in ('ACCRUED', 'USAGE_REVENUE', 'WAIVED'))
        and (${t.quarter} is null or extract(day from ${t.quarter}) = 1 and extract(month from ${t.quarter}) in (1, 4, 7, 10))`,
    ),
    check('ledger_entries_not_nothing', sql`${t.cents} <> 0`),
  ],
);
