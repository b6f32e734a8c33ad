import { usageImports } from '@countersign/drizzle/tables/usage';
import { type ImportProgress, noProgress } from '@countersign/shared/usage/import/import-findings';
import {
  type ImportEvent,
  type ImportState,
  importStateAfter,
} from '@countersign/shared/usage/import-states';
import { and, eq, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../platform/actor';
import type { Transaction } from '../../platform/database';
import type { Site } from '../../platform/site';
import { tellImportChanged } from './import-changed';
import type { ImportKey } from './import-key';
import type { ImportRow } from './queries';

/** An attempt that has not told for so long that it lives has died with its process. */
export const longestSilence = 30_000;
/** An import that killed so many processes does not get another. */
const mostAttempts = 4;

export const thisImport = ({ payerId, importId }: ImportKey) =>
  and(eq(usageImports.payerId, payerId), eq(usageImports.importId, importId));

const thisAttempt = (attempt: Attempt) =>
  and(thisImport(attempt.row), eq(usageImports.attemptId, attempt.attemptId));

/** One attempt to check or to import a file; nobody else is at it while it tells that it lives. */
export interface Attempt {
  readonly row: ImportRow;
  readonly attemptId: string;
}

/** Somebody else has taken the import over, or it was discarded: what this attempt did must not count. */
export class AttemptLost extends Error {}

type Change = Partial<typeof usageImports.$inferInsert>;

/** Why an attempt does not begin: it is over, somebody is at it, or another import of the payer must end first. */
export type NotBegun = 'OVER' | 'TAKEN' | 'LATER';

function isAlive({ attemptId, changedAt }: Pick<ImportRow, 'attemptId' | 'changedAt'>, now: Date): boolean {
  return attemptId !== null && now.getTime() - changedAt.getTime() < longestSilence;
}

/** Whether another import of the payer is being written; two at once would only wait for each other. */
async function isOtherWriting(
  tx: Transaction,
  { payerId, importId }: ImportKey,
  now: Date,
): Promise<boolean> {
  const writing = await tx
    .select()
    .from(usageImports)
    .where(and(eq(usageImports.payerId, payerId), eq(usageImports.state, 'IMPORTING')));
  return writing.some((row) => row.importId !== importId && isAlive(row, now));
}

/** Begins an attempt at an import that is in the state of the work. */
export async function beginAttempt(
  site: Site,
  actor: Actor,
  key: ImportKey,
  state: 'CHECKING' | 'IMPORTING',
): Promise<Attempt | NotBegun> {
  const now = site.clock.now();
  return site.database.write(actor, async (tx) => {
    const [row] = await tx.select().from(usageImports).where(thisImport(key)).for('update');
    if (row?.state !== state) return 'OVER';
    if (isAlive(row, now)) return 'TAKEN';
    if (row.cancelAskedAt) {
      await move(tx, row, 'CANCELLED', { changedAt: now });
      return 'OVER';
    }
    if (state === 'IMPORTING' && (await isOtherWriting(tx, key, now))) return 'LATER';
    if (row.attempts >= mostAttempts) {
      const failure = 'It was begun several times and broke off each time. Nothing was imported.';
      await move(tx, row, 'FAILED', { failure, changedAt: now });
      return 'OVER';
    }
    const attemptId = uuidv7();
    await tx
      .update(usageImports)
      .set({ attemptId, attempts: row.attempts + 1, progress: noProgress, changedAt: now })
      .where(thisImport(key));
    return { row, attemptId };
  });
}

/** Moves an import by an event; the caller holds its row. */
export async function move(
  tx: Transaction,
  row: ImportRow,
  event: ImportEvent,
  change: Change,
): Promise<void> {
  const state = importStateAfter(row.state as ImportState, event);
  if (!state) throw new Error(`An import that is ${row.state} cannot become ${event}.`);
  await tx
    .update(usageImports)
    .set({
      ...change,
      state,
      attemptId: null,
      attempts: 0,
      cancelAskedAt: null,
      version: sql`${usageImports.version} + 1`,
    })
    .where(thisImport(row));
  await tellImportChanged(tx, row);
}

/** Tells that an attempt lives and how far it is; answers whether it was asked to give up. */
export async function tellProgress(
  site: Site,
  actor: Actor,
  attempt: Attempt,
  progress: ImportProgress,
): Promise<{ cancelled: boolean }> {
  return site.database.write(actor, async (tx) => {
    const [row] = await tx
      .update(usageImports)
      .set({ progress, changedAt: site.clock.now() })
      .where(thisAttempt(attempt))
      .returning({ cancelAskedAt: usageImports.cancelAskedAt });
    if (!row) throw new AttemptLost();
    await tellImportChanged(tx, attempt.row);
    return { cancelled: row.cancelAskedAt !== null };
  });
}

/** Ends an attempt in the transaction of its outcome: only one that was not taken over may. */
export async function endAttempt(
  tx: Transaction,
  attempt: Attempt,
  event: ImportEvent,
  progress: ImportProgress,
  change: Change,
): Promise<void> {
  const [row] = await tx.select().from(usageImports).where(thisAttempt(attempt)).for('update');
  if (!row) throw new AttemptLost();
  await move(tx, row, event, { ...change, progress });
}

/** Gives an attempt back, to be begun anew; it does not count. */
export async function giveBack(tx: Transaction, attempt: Attempt, at: Date): Promise<void> {
  await tx
    .update(usageImports)
    .set({ attemptId: null, attempts: attempt.row.attempts, changedAt: at })
    .where(thisAttempt(attempt));
}
