import type { Transaction } from '../platform/database';
import { type Booked, book } from './book';

export interface BatchToAccrue {
  readonly payerId: string;
  readonly batchId: string;
  readonly at: Date;
  /** What the batch added to the recorded charges of each quarter it touched. */
  readonly quarters: readonly { readonly quarter: string; readonly cents: number }[];
}

/**
 * Books what a batch recorded for a payer: one journal for each quarter, in the transaction that writes the uses.
 * What is only uploaded is never booked.
 */
export function postAccruals(tx: Transaction, batch: BatchToAccrue): Promise<Booked[]> {
  const { payerId, batchId, at, quarters } = batch;
  return book(
    tx,
    quarters.map(({ quarter, cents }) => ({
      payerId,
      sourceId: batchId,
      at,
      event: { kind: 'ACCRUAL', quarter, cents },
    })),
  );
}
