import type { Site } from '../../platform/site';
import { endAttempt } from './attempt';
import type { ImportKey } from './import-key';
import { type Workplace, workOnImport } from './work';

async function check({ site, actor, attempt, beginning, run, watch }: Workplace): Promise<void> {
  const { fileKey, badRowsKey: before } = attempt.row;
  for await (const _ of run.uses(fileKey, watch.stopped));
  const badRowsKey = await run.badRows.finish();
  await watch.end();
  watch.stopped.throwIfAborted();
  await site.database.write(actor, (tx) =>
    endAttempt(tx, attempt, 'CHECKED', run.progress(), {
      dialect: beginning,
      findings: run.findings(null),
      badRowsKey,
      failure: null,
      changedAt: site.clock.now(),
    }),
  );
  if (before) await site.files.delete(before);
}

/** Reads all of a file and tells what would come of importing it; nothing is imported. */
export function checkImport(site: Site, key: ImportKey, ending: AbortSignal): Promise<void> {
  return workOnImport(site, key, { state: 'CHECKING', finish: check }, ending);
}
