import { evenPosition, netOf } from '@countersign/shared/billing/position';
import { recordAudit } from '../audit/record';
import type { Actor } from '../platform/actor';
import type { Transaction } from '../platform/database';
import { authorize, refused } from '../platform/refusal';
import { book } from './book';
import { findBooked, lockLedger, readPositions } from './ledger';
import { streamOfPayer } from './payer-stream';
import type { Clocked } from './record-booking';

export interface BalanceToTransfer {
  /** A balance moves once by it. */
  readonly transferId: string;
  readonly fromPayerId: string;
  readonly toPayerId: string;
}

/**
 * Moves all that a payer owes, or his credit, to another, as when an account joins a firm; returns the cents moved,
 * negative for a credit. What he used and no statement has billed stays his.
 */
export async function transferBalance(
  site: Clocked,
  tx: Transaction,
  actor: Actor,
  { transferId, fromPayerId, toPayerId }: BalanceToTransfer,
): Promise<number> {
  authorize(actor, 'billing.balance.transfer');
  if (fromPayerId === toPayerId)
    throw refused('ONESELF', 'payer', 'A balance moves to another payer, not to the same one.');
  const [from, to] = [await streamOfPayer(tx, fromPayerId), await streamOfPayer(tx, toPayerId)];
  await lockLedger(tx, [fromPayerId, toPayerId]);
  const source = { payerId: fromPayerId, kind: 'TRANSFER', sourceId: transferId, quarter: null } as const;
  const [before] = await findBooked(tx, [source]);
  if (before) return -before.cents;
  const position = (await readPositions(tx, [fromPayerId])).get(fromPayerId) ?? evenPosition;
  const cents = netOf(position);
  if (cents === 0) return 0;
  const at = site.clock.now();
  const shared = { sourceId: transferId, commonId: transferId, at };
  const [given, taken] = await book(tx, [
    { ...shared, payerId: fromPayerId, event: { kind: 'TRANSFER', cents: -cents } },
    { ...shared, payerId: toPayerId, event: { kind: 'TRANSFER', cents } },
  ]);
  await recordAudit(tx, actor, {
    stream: to,
    action: 'billing.balance.transferred',
    details: {
      transferId,
      fromPayerId,
      toPayerId,
      cents,
      journalId: taken?.journalId,
      givenJournalId: given?.journalId,
    },
    subjects: [from],
    at,
  });
  return cents;
}
