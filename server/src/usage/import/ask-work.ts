import { usageImports } from '@countersign/drizzle/tables/usage';
import { sightOf } from '@countersign/shared/usage/import/beginning';
import { noProgress } from '@countersign/shared/usage/import/import-findings';
import { settingsProblems } from '@countersign/shared/usage/import/import-settings';
import type { Actor } from '../../platform/actor';
import { refused } from '../../platform/refusal';
import type { Site } from '../../platform/site';
import { move, thisImport } from './attempt';
import { changeImport, type ImportWish } from './change-import';
import { tellImportChanged } from './import-changed';
import { enqueueWork } from './import-jobs';
import type { ImportKey } from './import-key';
import type { ImportRow } from './queries';

function refuseUnsettled({ dialect, mapping }: ImportRow): void {
  const problems = settingsProblems(sightOf(dialect), mapping);
  if (problems.length === 0) return;
  throw refused('NOT_NOW', 'import', problems.map(({ message }) => message).join(' '));
}

export interface WorkWish extends ImportWish {
  /** Whether the caller does the work himself, and no job is to. */
  readonly byCaller?: boolean;
}

/** Has a file checked from its first row to its last; nothing is imported. */
export function askCheck(site: Site, actor: Actor, wish: WorkWish): Promise<ImportKey> {
  const change = { action: 'CHECK', noted: 'usage.import.checked' } as const;
  return changeImport(site, actor, wish, change, async (tx, row, now) => {
    refuseUnsettled(row);
    await move(tx, row, 'CHECK', { progress: noProgress, failure: null, changedAt: now });
    if (wish.byCaller) return;
    await enqueueWork(tx, row, 'CHECKING');
  });
}

export interface RunWish extends WorkWish {
  /** Whether one bad row is to stop it; otherwise the good ones are taken. */
  readonly allOrNothing: boolean;
  /** Null for a command, which a person runs once. */
  readonly idempotencyKey: string | null;
}

/** Has a file imported: all its uses are written, or none. */
export function askRun(site: Site, actor: Actor, wish: RunWish): Promise<ImportKey> {
  const { allOrNothing, idempotencyKey } = wish;
  const change = {
    action: 'RUN',
    noted: 'usage.import.begun',
    details: { allOrNothing },
    idempotencyKey,
  } as const;
  return changeImport(site, actor, wish, change, async (tx, row, now) => {
    refuseUnsettled(row);
    await move(tx, row, 'RUN', { allOrNothing, progress: noProgress, failure: null, changedAt: now });
    if (wish.byCaller) return;
    await enqueueWork(tx, row, 'IMPORTING');
  });
}

/** Asks whoever checks or imports a file to give up; it is given up within a second or two. */
export function askCancel(site: Site, actor: Actor, key: ImportKey | null): Promise<ImportKey> {
  const change = { action: 'CANCEL', noted: 'usage.import.cancelled' } as const;
  return changeImport(site, actor, { key, expectedVersion: null }, change, async (tx, row, now) => {
    await tx.update(usageImports).set({ cancelAskedAt: now }).where(thisImport(row));
    await tellImportChanged(tx, row);
  });
}

/** Forgets an import from which nothing was taken, with its file. */
export async function discardImport(site: Site, actor: Actor, wish: ImportWish): Promise<ImportKey> {
  let keys: (string | null)[] = [];
  const change = { action: 'DISCARD', noted: 'usage.import.discarded' } as const;
  const key = await changeImport(site, actor, wish, change, async (tx, row) => {
    await tx.delete(usageImports).where(thisImport(row));
    await tellImportChanged(tx, row);
    keys = [row.fileKey, row.badRowsKey];
  });
  for (const fileKey of keys) if (fileKey) await site.files.delete(fileKey);
  return key;
}
