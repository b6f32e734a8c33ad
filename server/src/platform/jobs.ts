import { sql } from 'drizzle-orm';
import type { FastifyBaseLogger } from 'fastify';
import { Logger, type Runner, run } from 'graphile-worker';
import type { Transaction } from './database';
import type { Site } from './site';

/** The jobs there are and what each is told. */
export interface JobPayloads {
  'notices:send-mail': { mailId: string };
  'audit:seal': Record<string, never>;
  'billing:post-accruals': Record<string, never>;
  'signin:clean': Record<string, never>;
  'usage:fold-totals': { payerId: string };
}

export type JobName = keyof JobPayloads;

export type JobHandlers = { [Name in JobName]: (site: Site, payload: JobPayloads[Name]) => Promise<void> };

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
const crontab = ['* * * * * audit:seal', '17 4 * * * signin:clean'].join('\n');

export interface JobsOptions {
  connectionString: string;
  handlers: JobHandlers;
  log: FastifyBaseLogger;
}

/** Works off jobs in this process until stopped; running ones are let finish. */
export async function startJobs(site: Site, options: JobsOptions): Promise<Runner> {
  const logger = new Logger(() => (level, message) => {
    if (level === 'error') options.log.error(message);
    else if (level === 'warning') options.log.warn(message);
    else options.log.debug(message);
  });
  const names = Object.keys(options.handlers) as JobName[];
  return run({
    connectionString: options.connectionString,
    concurrency: 2,
    maxPoolSize: 4,
    noHandleSignals: true,
    pollInterval: 2000,
    crontab,
    logger,
    taskList: Object.fromEntries(
      names.map((name) => [name, (payload: unknown) => options.handlers[name](site, payload as never)]),
    ),
  });
}
