import { ledgerEntries, ledgerJournals } from '@countersign/drizzle/tables/billing';
import type { LedgerEntry } from '@countersign/shared/billing/entry';
import type { LedgerAccount } from '@countersign/shared/billing/ledger-accounts';
import type { JournalKind } from '@countersign/shared/billing/ledger-event';
import type { Position } from '@countersign/shared/billing/position';
import { and, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '../platform/database';

/** What a journal is booked from: one of a kind for each payer, source and quarter. */
export interface JournalSource {
  readonly payerId: string;
  readonly kind: JournalKind;
  readonly sourceId: string;
  readonly quarter: string | null;
}

export interface Journal extends JournalSource {
  readonly journalId: string;
  readonly commonId: string | null;
  readonly paymentId: string | null;
  readonly cents: number;
  readonly at: Date;
  readonly entries: readonly LedgerEntry[];
}

/** A journal that stands in the ledger, by its source. */
export interface BookedJournal extends JournalSource {
  readonly journalId: string;
  readonly cents: number;
}

/** Makes whoever else settles with these payers wait until the transaction ends; what is read after it stays so. */
export async function lockLedger(tx: Transaction, payerIds: readonly string[]): Promise<void> {
  await tx.execute(sql`select ledger_lock(${sql.param(payerIds)}::uuid[])`);
}

const sumOfAccount = (account: LedgerAccount) =>
  sql`coalesce(sum(${ledgerEntries.cents}) filter (where ${ledgerEntries.account} = ${account}), 0)::bigint`.mapWith(
    Number,
  );

/** How payers stand; one without a booking that settles is missing. */
export async function readPositions(
  tx: Transaction,
  payerIds: readonly string[],
): Promise<Map<string, Position>> {
  const rows = await tx
    .select({
      payerId: ledgerEntries.payerId,
      due: sumOfAccount('RECEIVABLE'),
      credit: sumOfAccount('CREDIT'),
    })
    .from(ledgerEntries)
    .where(
      and(inArray(ledgerEntries.payerId, payerIds), inArray(ledgerEntries.account, ['RECEIVABLE', 'CREDIT'])),
    )
    .groupBy(ledgerEntries.payerId);
  return new Map(rows.map(({ payerId, due, credit }) => [payerId, { dueCents: due, creditCents: -credit }]));
}

/** The journals that stand for any of the sources. */
export async function findBooked(
  tx: Transaction,
  sources: readonly JournalSource[],
): Promise<BookedJournal[]> {
  const rows = await tx
    .select({
      payerId: ledgerJournals.payerId,
      kind: ledgerJournals.kind,
      sourceId: ledgerJournals.sourceId,
      quarter: ledgerJournals.quarter,
      journalId: ledgerJournals.journalId,
      cents: ledgerJournals.cents,
    })
    .from(ledgerJournals)
    .where(
      and(
        inArray(ledgerJournals.payerId, [...new Set(sources.map((source) => source.payerId))]),
        inArray(ledgerJournals.kind, [...new Set(sources.map((source) => source.kind))]),
        inArray(ledgerJournals.sourceId, [...new Set(sources.map((source) => source.sourceId))]),
      ),
    );
  return rows as BookedJournal[];
}

/** Posts journals through the one function that may; those whose source stands already are left out. */
export async function postJournals(
  tx: Transaction,
  journals: readonly Journal[],
): Promise<{ givenId: string; journalId: string; posted: boolean }[]> {
  const posting = journals.map(({ payerId, journalId, kind, sourceId, quarter, commonId, ...rest }) => ({
    payer_id: payerId,
    journal_id: journalId,
    kind,
    source_id: sourceId,
    quarter,
    common_id: commonId,
    payment_id: rest.paymentId,
    cents: rest.cents,
    at: rest.at,
    entries: rest.entries,
  }));
  return tx.execute<{ givenId: string; journalId: string; posted: boolean }>(sql`
    select given_id as "givenId", journal_id as "journalId", posted from ledger_post(${JSON.stringify(posting)}::jsonb)`);
}
