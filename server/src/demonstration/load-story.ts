import { usageBatches, usageBatchQuarters } from '@countersign/drizzle/tables/usage';
import type { Day } from '@countersign/shared/usage/day';
import type { FeeSchedule } from '@countersign/shared/usage/fee-schedule';
import { and, eq } from 'drizzle-orm';
import { jobActor } from '../platform/actor';
import type { BulkTransaction } from '../platform/bulk';
import type { Transaction } from '../platform/database';
import type { Site } from '../platform/site';
import { foldTotals } from '../usage/fold-totals';
import { lockUsage } from '../usage/lock-usage';
import type { NewUse } from '../usage/new-use';
import type { Payer } from '../usage/payer';
import { useMaker } from '../usage/use-maker';
import { writeUsesIn } from '../usage/write-uses';
import { QuarterReader } from './by-quarter';
import { findKeys, type KeyOf } from './keys';
import type { PayerStory } from './stories';
import type { StoryUse } from './story/story';
import { usesOf } from './story/uses-of';

export interface StoryLoading {
  readonly schedules: readonly FeeSchedule[];
  /** Told after each chunk how many uses of the story were written so far. */
  readonly onProgress?: (uses: number) => void;
  /** Ends the loading; what was written before is kept. */
  readonly signal?: AbortSignal;
}

const usesAtOnce = 1000;

/** Prices uses as those of a file are, and hands them on some at a time. */
async function* madeOf(
  uses: Iterable<StoryUse>,
  keyOf: KeyOf,
  schedules: readonly FeeSchedule[],
): AsyncGenerator<readonly NewUse[]> {
  const make = useMaker(schedules);
  let some: NewUse[] = [];
  for (const use of uses) {
    const { accountNumber, costCenter } = use;
    const made = make(use, { accountId: keyOf(accountNumber), accountNumber, costCenter }, null);
    if (!made.ok) throw new Error(made.message);
    some.push(made.use);
    if (some.length < usesAtOnce) continue;
    yield some;
    some = [];
  }
  yield some;
}

async function isLoaded(tx: Transaction, payerId: string, quarter: Day): Promise<boolean> {
  const found = await tx
    .select({ batchId: usageBatches.batchId })
    .from(usageBatches)
    .innerJoin(
      usageBatchQuarters,
      and(
        eq(usageBatchQuarters.payerId, usageBatches.payerId),
        eq(usageBatchQuarters.batchId, usageBatches.batchId),
      ),
    )
    .where(
      and(
        eq(usageBatches.payerId, payerId),
        eq(usageBatches.origin, 'DEMONSTRATION'),
        eq(usageBatchQuarters.quarter, quarter),
      ),
    )
    .limit(1);
  return found.length > 0;
}

const recorded = {
  authority: 'RECORDED',
  origin: 'DEMONSTRATION',
  fileName: null,
  digest: null,
  importedBy: null,
} as const;

/**
 * Writes the uses of a story as recorded ones, those of a firm in a batch for each quarter, and passes over what was
 * written before: ended anywhere and begun again, it comes to the same. How many were written.
 */
export async function loadStory(
  site: Site,
  { firm, account, story }: PayerStory,
  { schedules, onProgress, signal }: StoryLoading,
): Promise<number> {
  const number = firm ?? account;
  if (number === null) throw new Error('A story without a payer cannot be loaded.');
  const keyOf = await findKeys(site, [number, ...story.members.map(({ accountNumber }) => accountNumber)]);
  const payer: Payer = { kind: firm === null ? 'account' : 'firm', id: keyOf(number) };
  const actor = jobActor(payer.id, firm === null ? payer.id : null);
  const reader = new QuarterReader(usesOf(story, schedules));
  let written = 0;
  for (let quarter = reader.quarter(); quarter !== null; quarter = reader.quarter()) {
    const day = quarter;
    // A person's few hundred uses are not worth a transaction for each quarter.
    const uses = firm === null ? reader.all() : reader.rest();
    const work = async (bulk: BulkTransaction) => {
      await lockUsage(bulk.tx, [payer.id]);
      if (await isLoaded(bulk.tx, payer.id, day)) return;
      const made = madeOf(uses, keyOf, schedules);
      const batch = await writeUsesIn(site, bulk, actor, { payer, ...recorded }, made, {
        signal,
        onProgress: (sofar) => onProgress?.(written + sofar.uses),
      });
      written += batch.uses;
    };
    await site.database.writeBulk(actor, work, signal);
    // What was loaded before is passed over.
    for (const _ of uses);
  }
  await foldTotals(site, payer.id);
  return written;
}
