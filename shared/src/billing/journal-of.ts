import { entriesOf, type LedgerEntry } from './entry';
import type { LedgerAccount } from './ledger-accounts';
import type { LedgerEvent } from './ledger-event';
import { type Position, type Settled, settle } from './position';

const entry = (account: LedgerAccount, cents: number, quarter: string | null = null): LedgerEntry => ({
  account,
  quarter,
  cents,
});

/** Charges recorded, or taken back: earned in their quarter, and billed by a later statement. */
const recorded = (quarter: string, cents: number) =>
  entriesOf(entry('ACCRUED', cents, quarter), entry('USAGE_REVENUE', -cents, quarter));

/** What stands against the change of a position, and by how much that changes. */
function counterEntries(event: LedgerEvent): { against: readonly LedgerEntry[]; owedMore: number } {
  switch (event.kind) {
    case 'ACCRUAL':
      return { against: recorded(event.quarter, event.cents), owedMore: 0 };
    case 'REATTRIBUTION':
      return { against: event.parts.flatMap(({ quarter, cents }) => recorded(quarter, cents)), owedMore: 0 };
    case 'WAIVER': {
      const { quarter, cents } = event;
      return {
        against: [entry('ACCRUED', -cents, quarter), entry('WAIVED', cents, quarter)],
        owedMore: 0,
      };
    }
    case 'STATEMENT':
      return { against: [entry('ACCRUED', -event.cents, event.quarter)], owedMore: event.cents };
    case 'PAYMENT':
      return { against: [entry('CASH_CLEARING', event.cents)], owedMore: -event.cents };
    case 'RETURNED_PAYMENT': {
      const { cents, feeCents } = event;
      return {
        against: [entry('CASH_CLEARING', -cents), entry('RETURNED_PAYMENT_FEES', -feeCents)],
        owedMore: cents + feeCents,
      };
    }
    case 'REFUND':
      return { against: [entry('REFUNDS', -event.cents)], owedMore: event.cents };
    case 'CREDIT':
      return { against: [entry('CREDITS_GRANTED', event.cents)], owedMore: -event.cents };
    case 'TRANSFER':
      return { against: [entry('TRANSFERS', -event.cents)], owedMore: event.cents };
  }
}

/** The entries of an event for a payer in a position, and the position after it. They come to 0. */
export function journalOf(event: LedgerEvent, before: Position): Settled {
  const { against, owedMore } = counterEntries(event);
  const { entries, position } = settle(before, owedMore);
  return { entries: [...entriesOf(...against), ...entries], position };
}
