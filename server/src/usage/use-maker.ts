import { hash } from 'node:crypto';
import type { FeeSchedule } from '@countersign/shared/usage/fee-schedule';
import { identityOf, transactionText } from '@countersign/shared/usage/import/identity';
import { type OrdinalCounter, ordinalCounter } from '@countersign/shared/usage/import/ordinals';
import type { UploadedUse } from '@countersign/shared/usage/import/uploaded-use';
import type { PriceRefusal } from '@countersign/shared/usage/price-refusal';
import { priceUploadedUse } from '@countersign/shared/usage/price-uploaded-use';
import type { NewUse } from './new-use';

/** Whose use it was. */
export interface UsedBy {
  readonly accountId: string;
  readonly accountNumber: number;
  /** The one of the row, or else of the interval in which the payer answers; '' for none. */
  readonly costCenter: string;
}

export type MadeUse = { readonly ok: true; readonly use: NewUse } | PriceRefusal;

const keyBytes = 16;

/** A canonical text of a use's identity as it is kept: enough of its SHA-256 that no two texts share it. */
function identityKey(text: string): Buffer {
  return hash('sha256', text, 'buffer').subarray(0, keyBytes);
}

/** A row that bears the number of an earlier one is the same use, and not another one of the same content. */
const notCounted: OrdinalCounter = { next: () => 0 };

/**
 * Makes uses of the rows of one file, or of one list of receipts, in their order: priced by the schedule of their day,
 * with the keys by which they are found again. A use of which neither charge nor price is known is refused.
 */
export function useMaker(
  schedules: readonly FeeSchedule[],
): (use: UploadedUse, by: UsedBy, line: number | null) => MadeUse {
  const contents = ordinalCounter();
  const numbers = ordinalCounter();
  return (use, { accountId, accountNumber, costCenter }, line) => {
    const price = priceUploadedUse(use, schedules);
    if (!price.ok) return price;
    const number = transactionText(use);
    const numberSeen = number !== null && numbers.next(number) > 0;
    const identity = identityOf(use, accountNumber, numberSeen ? notCounted : contents);
    return {
      ok: true,
      use: {
        accountId,
        courtId: use.courtId,
        instant: use.instant,
        timeKnown: use.timeKnown,
        day: use.day,
        kind: use.kind,
        clientCode: use.clientCode ?? '',
        costCenter,
        caseNumber: use.caseNumber,
        description: use.description,
        search: use.search,
        format: use.format,
        pages: use.pages,
        bytes: use.bytes,
        billablePages: price.billablePages,
        chargeCents: price.chargeCents,
        expectedCents: price.expectedCents,
        scheduleId: price.scheduleId,
        verdict: price.verdict,
        cause: price.cause,
        exempt: price.exempt,
        exemptNote: use.exemptReason,
        transactionId: use.transactionId,
        transactionKey: number === null ? null : identityKey(number),
        numberSeen,
        contentKey: identityKey(identity.byContent),
        line,
      },
    };
  };
}
