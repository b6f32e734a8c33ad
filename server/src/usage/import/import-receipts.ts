import { hash } from 'node:crypto';
import { readReceipt } from '@countersign/shared/usage/import/receipt';
import type { RowProblem } from '@countersign/shared/usage/import/row-problem';
import { sql } from 'drizzle-orm';
import type { Actor } from '../../platform/actor';
import type { BulkTransaction } from '../../platform/bulk';
import { once } from '../../platform/idempotency';
import { authorize, refused } from '../../platform/refusal';
import type { Site } from '../../platform/site';
import type { NewUse } from '../new-use';
import type { Payer } from '../payer';
import { LinkagesChanged, writeUsesIn } from '../write-uses';
import { judgeUse } from './judge-use';
import { loadJudgment } from './judgment';

/** The most receipts of one call. */
export const mostReceipts = 500;

export interface ReceiptsWish {
  /** Null for one for whom the actor may not import. */
  readonly payer: Payer | null;
  /** As the case locator gives them. */
  readonly receipts: readonly unknown[];
  /** Whether the uses are recorded and billed, and not only reconciled. */
  readonly recorded: boolean;
  readonly idempotencyKey: string;
}

export const receiptOutcomes = ['WRITTEN', 'KNOWN', 'REFUSED'] as const;

export interface ReceiptResult {
  readonly outcome: (typeof receiptOutcomes)[number];
  readonly problems: readonly RowProblem[];
}

export interface ReceiptsImported {
  readonly payerId: string;
  /** Null where no receipt was good. */
  readonly batchId: string | null;
  /** Of each receipt, in their order. */
  readonly results: readonly ReceiptResult[];
}

const written: ReceiptResult = { outcome: 'WRITTEN', problems: [] };
const known: ReceiptResult = { outcome: 'KNOWN', problems: [] };

/** Which of the uses that were just staged are known, by their places; all of them are in one chunk. */
async function placesKnown({ tx }: BulkTransaction): Promise<Set<number>> {
  const rows = await tx.execute<{ n: number }>(sql`select distinct n from known_uses`);
  return new Set(rows.map(({ n }) => n));
}

/** Writes uses of receipts, or what of them is not known yet, in one transaction; a key that came before changes nothing. */
export async function importReceipts(
  site: Site,
  actor: Actor,
  wish: ReceiptsWish,
): Promise<ReceiptsImported> {
  const { payer, receipts, recorded, idempotencyKey: key } = wish;
  if (!payer) throw refused('NOT_FOUND', 'payer', 'There is no such payer.');
  authorize(actor, 'usage.import.run', { payerId: payer.id });
  if (recorded) authorize(actor, 'usage.import.record');
  if (receipts.length === 0 || receipts.length > mostReceipts) {
    throw refused('INVALID', 'receipts', `Send 1 to ${mostReceipts} receipts at once.`);
  }
  const judgment = await loadJudgment(site, actor, payer);
  const judged = receipts.map((receipt) => judgeUse(readReceipt(receipt, judgment.context), null, judgment));
  const uses = judged.flatMap((one): NewUse[] => (one.ok ? [one.use] : []));
  const digest = hash('sha256', JSON.stringify(receipts), 'buffer');
  const batch = {
    payer,
    authority: recorded ? ('RECORDED' as const) : ('UPLOADED' as const),
    origin: 'RECEIPTS' as const,
    fileName: null,
    digest,
    importedBy: actor.accountId,
  };

  const write = async (bulk: BulkTransaction): Promise<ReceiptsImported> => {
    let batchId: string | null = null;
    let places = new Set<number>();
    if (uses.length > 0) {
      ({ batchId } = await writeUsesIn(site, bulk, actor, batch, chunksOf(uses)));
      places = await placesKnown(bulk);
    }
    let place = 0;
    const results = judged.map((one): ReceiptResult => {
      if (!one.ok) return { outcome: 'REFUSED', problems: one.problems };
      return places.has(place++) ? known : written;
    });
    return { payerId: payer.id, batchId, results };
  };
  try {
    return await site.database.writeBulk(actor, (bulk) => {
      if (actor.accountId === null) return write(bulk);
      const request = [payer.id, recorded, digest.toString('hex')];
      const at = site.clock.now();
      const call = { accountId: actor.accountId, operation: 'usageReceiptsImport', key, request, at };
      return once(bulk.tx, call, () => write(bulk));
    });
  } catch (cause) {
    throw cause instanceof LinkagesChanged ? refused('NOT_NOW', 'receipts', cause.message) : cause;
  }
}

async function* chunksOf(uses: readonly NewUse[]) {
  yield uses;
}
