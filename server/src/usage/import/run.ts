import type { BulkTransaction } from '../../platform/bulk';
import type { Site } from '../../platform/site';
import { LinkagesChanged, type NewBatch, type UsesWritten, writeUsesIn } from '../write-uses';
import { endAttempt } from './attempt';
import type { ImportKey } from './import-key';
import { rememberSettings } from './remembered-settings';
import { ImportRefused, type Workplace, workOnImport } from './work';

function batchOf({ payer, attempt: { row } }: Workplace): NewBatch {
  const { authority, fileName, digest, createdBy } = row;
  return {
    payer,
    authority: authority === 'RECORDED' ? 'RECORDED' : 'UPLOADED',
    origin: 'FILE',
    fileName,
    digest,
    importedBy: createdBy,
  };
}

async function write(bulk: BulkTransaction, place: Workplace): Promise<UsesWritten> {
  const { site, actor, attempt, run, watch } = place;
  const uses = run.uses(attempt.row.fileKey, watch.stopped);
  try {
    return await writeUsesIn(site, bulk, actor, batchOf(place), uses, { signal: watch.stopped });
  } catch (cause) {
    throw cause instanceof LinkagesChanged ? new ImportRefused(cause.message) : cause;
  }
}

function refuseBadRows({ attempt, run }: Workplace): void {
  const { bad } = run.progress();
  if (!attempt.row.allOrNothing || bad === 0) return;
  const rows = bad === 1 ? 'One row is' : `${bad} rows are`;
  throw new ImportRefused(`${rows} bad, and nothing was imported: it was to be all or nothing.`);
}

/** Writes the uses and ends the import in one transaction: both happen or neither does. */
async function importFile(place: Workplace): Promise<void> {
  const { site, actor, payer, attempt, beginning, run, watch } = place;
  const { mapping, badRowsKey: before } = attempt.row;
  await site.database.writeBulk(
    actor,
    async (bulk) => {
      const written = await write(bulk, place);
      refuseBadRows(place);
      const badRowsKey = await run.badRows.finish();
      await watch.end();
      watch.stopped.throwIfAborted();
      const now = site.clock.now();
      await rememberSettings(bulk.tx, payer.id, beginning, mapping, now);
      await endAttempt(bulk.tx, attempt, 'IMPORTED', run.progress(), {
        dialect: beginning,
        findings: run.findings(written.known),
        batchId: written.batchId,
        badRowsKey,
        changedAt: now,
      });
    },
    watch.stopped,
  );
  if (before) await site.files.delete(before);
}

/** Imports a file: all its good rows that are no uses yet, or nothing. */
export function runImport(site: Site, key: ImportKey, ending: AbortSignal): Promise<void> {
  return workOnImport(site, key, { state: 'IMPORTING', finish: importFile }, ending);
}
