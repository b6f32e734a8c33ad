import type { Beginning } from '@countersign/shared/usage/import/beginning';
import { noProgress } from '@countersign/shared/usage/import/import-findings';
import { type Actor, jobActor } from '../../platform/actor';
import { isConnectionFault } from '../../platform/connection-fault';
import type { Site } from '../../platform/site';
import { findPayer } from '../find-payer';
import type { Payer } from '../payer';
import { type Attempt, AttemptLost, beginAttempt, endAttempt, giveBack } from './attempt';
import { NotUtf8 } from './decode';
import { FileRun } from './file-run';
import { enqueueWork } from './import-jobs';
import type { ImportKey } from './import-key';
import { loadFileJudgment } from './judgment';
import { importByKey } from './queries';
import { Cancelled, SiteEnds, type Watch, watchAttempt } from './watch';

/** Ends an attempt for a reason the person can mend; what was found is kept, and nothing else. */
export class ImportRefused extends Error {}

/** What an attempt works with. */
export interface Workplace {
  readonly site: Site;
  readonly actor: Actor;
  readonly payer: Payer;
  readonly attempt: Attempt;
  readonly beginning: Beginning;
  readonly run: FileRun;
  readonly watch: Watch;
}

/** A kind of work on an import. */
export interface Work {
  readonly state: 'CHECKING' | 'IMPORTING';
  /** Does it to the end, the last move of the import included. */
  finish(workplace: Workplace): Promise<void>;
}

/** Seconds until it is looked again whether another import of the payer has ended. */
const pause = 2;
const ours = 'Something went wrong on our side, and nothing was imported. Try again.';
const unfitting = 'The columns no longer fit the file, and nothing was imported. Map them anew.';

/** The import's payer, and the job that works for him: by whoever uploaded the file, for a person by himself. */
async function findParties(site: Site, { payerId, importId }: ImportKey): Promise<[Payer, Actor]> {
  const job = jobActor(payerId);
  const payer = await findPayer(site, job, payerId);
  const [[row]] = await site.database.read(job, [importByKey({ payerId, importId })]);
  return [payer, jobActor(payerId, payer.kind === 'account' ? payerId : (row?.createdBy ?? null))];
}

/** Ends an attempt that did not come to its end. */
async function endEarly(workplace: Workplace, work: Work, cause: unknown): Promise<void> {
  const { site, actor, attempt, beginning: dialect, run, watch } = workplace;
  const why = watch.stopped.aborted ? watch.stopped.reason : cause;
  const changedAt = site.clock.now();
  const end = (event: 'CANCELLED' | 'FAILED', change: object) =>
    site.database.write(actor, (tx) =>
      endAttempt(tx, attempt, event, run.progress(), { changedAt, dialect, ...change }),
    );
  if (why instanceof AttemptLost) return;
  if (why instanceof Cancelled) return end('CANCELLED', {});
  if (why instanceof SiteEnds) {
    return site.database.write(actor, async (tx) => {
      await giveBack(tx, attempt, changedAt);
      await enqueueWork(tx, attempt.row, work.state);
    });
  }
  // The connection may be lost for longer than this job waits; another attempt begins when this one is silent.
  if (isConnectionFault(why)) throw why;
  if (!(why instanceof ImportRefused)) {
    await end('FAILED', { failure: ours });
    throw why;
  }
  const badRowsKey = await run.badRows.finish();
  await end('FAILED', { failure: why.message, findings: run.findings(null), badRowsKey });
  if (attempt.row.badRowsKey) await site.files.delete(attempt.row.badRowsKey);
}

type Place = Pick<Workplace, 'site' | 'actor' | 'payer' | 'attempt' | 'beginning'>;

/** Reads the file once; ends with NotUtf8 where it must be read again as Windows-1252. */
async function readOnce(place: Place, work: Work, ending: AbortSignal): Promise<void> {
  const { site, actor, payer, attempt, beginning } = place;
  const judgment = await loadFileJudgment(site, actor, payer, beginning, attempt.row.mapping);
  if (!judgment) {
    const change = { failure: unfitting, changedAt: site.clock.now() };
    return site.database.write(actor, (tx) => endAttempt(tx, attempt, 'FAILED', noProgress, change));
  }
  const run = new FileRun(site.files, beginning, judgment);
  const watch = watchAttempt(site, actor, attempt, ending, () => run.progress());
  const workplace = { ...place, run, watch };
  try {
    await work.finish(workplace);
  } catch (cause) {
    await watch.end();
    if (!(cause instanceof ImportRefused)) await run.badRows.abandon();
    if (cause instanceof NotUtf8 && !watch.stopped.aborted) throw cause;
    await endEarly(workplace, work, cause);
  } finally {
    await watch.end();
  }
}

/** Works on an import until it is done, cancelled or failed, or leaves it to another attempt. */
export async function workOnImport(
  site: Site,
  key: ImportKey,
  work: Work,
  ending: AbortSignal,
): Promise<void> {
  const [payer, actor] = await findParties(site, key);
  const attempt = await beginAttempt(site, actor, key, work.state);
  if (attempt === 'LATER') {
    await site.database.write(actor, (tx) => enqueueWork(tx, key, work.state, pause));
  }
  if (typeof attempt === 'string') return;
  const place = { site, actor, payer, attempt, beginning: attempt.row.dialect };
  try {
    await readOnce(place, work, ending);
  } catch (cause) {
    if (!(cause instanceof NotUtf8)) throw cause;
    // All that was seen of it when it came was ASCII.
    const beginning: Beginning = { ...place.beginning, encoding: 'windows-1252', certain: true };
    await readOnce({ ...place, beginning }, work, ending);
  }
}
