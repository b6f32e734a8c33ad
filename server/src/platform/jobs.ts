import { sql } from 'drizzle-orm';
import type { FastifyBaseLogger } from 'fastify';
import { Logger, parseCrontab, type Runner, run } from 'graphile-worker';
import type { Transaction } from './database';
import type { Site } from './site';

/** The jobs there are and what each is told. */
export interface JobPayloads {
  'notices:send-mail': { mailId: string };
  'audit:seal': Record<string, never>;
  'billing:post-accruals': Record<string, never>;
  'signin:clean': Record<string, never>;
  'usage:fold-totals': { payerId: string };
  'usage:check-import': { payerId: string; importId: string };
  'usage:import': { payerId: string; importId: string };
  'usage:revive-imports': Record<string, never>;
  'usage:clean-files': Record<string, never>;
}

export type JobName = keyof JobPayloads;

/** Does a job; one that takes long gives up when the site ends, and leaves itself to be done again. */
type JobHandler<Name extends JobName> = (
  site: Site,
  payload: JobPayloads[Name],
  ending: AbortSignal,
) => Promise<void>;

export type JobHandlers = { [Name in JobName]: JobHandler<Name> };

/** What takes minutes has workers of its own, so that mail does not wait for it. */
const longJobs: ReadonlySet<JobName> = new Set(['usage:check-import', 'usage:import']);

export interface JobOptions {
  readonly maxAttempts?: number;
  /** Of jobs with the same key that wait, there is one; it runs when the first of them would have. */
  readonly key?: string;
  readonly afterSeconds?: number;
}

/** Enqueues a job with the transaction: it runs when, and only when, the transaction commits. */
export async function addJob<Name extends JobName>(
  tx: Transaction,
  name: Name,
  payload: JobPayloads[Name],
  { maxAttempts = 12, key, afterSeconds }: JobOptions = {},
) {
  await tx.execute(sql`
    select from graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json, max_attempts := ${maxAttempts}::int,
      job_key := ${key ?? null}::text, job_key_mode := 'preserve_run_at',
      run_at := now() + ${afterSeconds ?? 0}::float8 * interval '1 second')`);
}

/** When the jobs that nobody enqueues run, in UTC. */
const crontab = [
  '* * * * * audit:seal',
  '* * * * * usage:revive-imports',
  '17 4 * * * signin:clean',
  '47 4 * * * usage:clean-files',
].join('\n');

export interface JobsOptions {
  connectionString: string;
  handlers: JobHandlers;
  log: FastifyBaseLogger;
}

export interface RunningJobs {
  /** Lets running jobs finish, and long ones give up. */
  stop(): Promise<void>;
}

/** Works off jobs in this process until stopped. */
export async function startJobs(site: Site, options: JobsOptions): Promise<RunningJobs> {
  const logger = new Logger(() => (level, message) => {
    if (level === 'error') options.log.error(message);
    else if (level === 'warning') options.log.warn(message);
    else options.log.debug(message);
  });
  const ending = new AbortController();
  const names = Object.keys(options.handlers) as JobName[];
  const work = (long: boolean, concurrency: number): Promise<Runner> =>
    run({
      connectionString: options.connectionString,
      concurrency,
      maxPoolSize: concurrency + 2,
      noHandleSignals: true,
      pollInterval: 2000,
      parsedCronItems: long ? [] : parseCrontab(crontab),
      logger,
      taskList: Object.fromEntries(
        names
          .filter((name) => longJobs.has(name) === long)
          .map((name) => [
            name,
            (payload: unknown) => options.handlers[name](site, payload as never, ending.signal),
          ]),
      ),
    });
  const runners = [await work(false, 2), await work(true, 2)];
  return {
    async stop() {
      ending.abort();
      await Promise.all(runners.map((runner) => runner.stop()));
    },
  };
}
