import { journalOf } from '@countersign/shared/billing/journal-of';
import {
  amountOfEvent,
  isSettling,
  type LedgerEvent,
  quarterOfEvent,
} from '@countersign/shared/billing/ledger-event';
import { evenPosition, type Position } from '@countersign/shared/billing/position';
import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '../platform/database';
import {
  type BookedJournal,
  findBooked,
  type Journal,
  type JournalSource,
  lockLedger,
  postJournals,
  readPositions,
} from './ledger';

/** Something that happened to a payer's money, with what it is known by. */
export interface Booking {
  readonly payerId: string;
  /** A second booking of the same kind from the same source changes nothing. */
  readonly sourceId: string;
  readonly at: Date;
  readonly event: LedgerEvent;
  /** Shared by the bookings of payers between whom something moved. */
  readonly commonId?: string;
  /** The payment that came back or was paid back. */
  readonly paymentId?: string;
}

export interface Booked {
  /** Null where there was nothing to book. */
  readonly journalId: string | null;
  /** False where it had been booked before. */
  readonly posted: boolean;
}

const sourceOf = ({ payerId, sourceId, event }: Booking): JournalSource => ({
  payerId,
  kind: event.kind,
  sourceId,
  quarter: quarterOfEvent(event),
});

const keyOf = ({ payerId, kind, sourceId, quarter }: JournalSource) =>
  [payerId, kind, sourceId, quarter].join(' ');

function refuseOtherAmount(stands: Pick<BookedJournal, 'journalId' | 'cents'>, cents: number): void {
  if (stands.cents !== cents)
    throw new Error(
      `Booked before with ${stands.cents} cents, not ${cents}, as journal ${stands.journalId}.`,
    );
}

/** How the payers stand and what of the bookings stands already, once nobody else settles with them. */
async function lockAndRead(tx: Transaction, settling: readonly Booking[]) {
  if (settling.length === 0)
    return { positions: new Map<string, Position>(), stands: new Map<string, BookedJournal>() };
  const payerIds = [...new Set(settling.map((booking) => booking.payerId))];
  await lockLedger(tx, payerIds);
  const booked = await findBooked(tx, settling.map(sourceOf));
  return {
    positions: await readPositions(tx, payerIds),
    stands: new Map(booked.map((journal) => [keyOf(journal), journal])),
  };
}

/** Books what happened, in the order given, with one statement for all; what was booked before is left out. */
export async function book(tx: Transaction, bookings: readonly Booking[]): Promise<Booked[]> {
  const { positions, stands } = await lockAndRead(
    tx,
    bookings.filter(({ event }) => isSettling(event)),
  );
  const journals: Journal[] = [];
  const planned = bookings.map((booking) => {
    const { payerId, event, at, commonId = null, paymentId = null } = booking;
    const source = sourceOf(booking);
    const cents = amountOfEvent(event);
    const before = stands.get(keyOf(source));
    if (before) {
      refuseOtherAmount(before, cents);
      return { journalId: before.journalId, isNew: false };
    }
    const { entries, position } = journalOf(event, positions.get(payerId) ?? evenPosition);
    if (entries.length === 0) return { journalId: null, isNew: false };
    const journal = { ...source, journalId: uuidv7(), commonId, paymentId, cents, at, entries };
    positions.set(payerId, position);
    stands.set(keyOf(source), journal);
    journals.push(journal);
    return { journalId: journal.journalId, isNew: true };
  });
  const kept = journals.length === 0 ? [] : await postJournals(tx, journals);
  const byGiven = new Map(kept.map((one) => [one.givenId, one]));
  return planned.map(({ journalId, isNew }) => {
    const one = journalId === null ? undefined : byGiven.get(journalId);
    return { journalId: one?.journalId ?? journalId, posted: isNew && one?.posted === true };
  });
}
