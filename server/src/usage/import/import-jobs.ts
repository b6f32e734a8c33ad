import type { Transaction } from '../../platform/database';
import { addJob } from '../../platform/jobs';
import type { ImportKey } from './import-key';

/** The job that does the work of each state. */
const jobs = { CHECKING: 'usage:check-import', IMPORTING: 'usage:import' } as const;

/** Enqueues the work on an import, in so many seconds; however often it is asked for, one job of it waits. */
export async function enqueueWork(
  tx: Transaction,
  { payerId, importId }: ImportKey,
  state: keyof typeof jobs,
  afterSeconds = 0,
): Promise<void> {
  const name = jobs[state];
  await addJob(tx, name, { payerId, importId }, { key: `${name} ${importId}`, afterSeconds });
}
