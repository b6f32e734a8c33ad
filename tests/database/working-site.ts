import { jobHandlers } from '@countersign/server/jobs';
import { mailTransport } from '@countersign/server/notices/deliver-mail';
import { readConfiguration } from '@countersign/server/platform/configuration';
import { type Database, openDatabase } from '@countersign/server/platform/database';
import { type JobsOptions, startJobs } from '@countersign/server/platform/jobs';
import type { Site } from '@countersign/server/platform/site';
import type postgres from 'postgres';
import { serviceCenter } from '../support/cluster';
import { plainSql } from '../support/sql';
import { cloneDatabase, type TestDatabase } from '../support/test-database';
import { TestClock } from '../support/test-site';

export interface WorkingSite {
  readonly site: Site;
  readonly db: TestDatabase;
  readonly superuser: postgres.Sql;
  /** Works off jobs with the real handlers and this SMTP until the returned function is called. */
  work(smtpUrl: string | undefined): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** A log that keeps what went wrong and drops the rest. */
export function keptLog(): { log: JobsOptions['log']; lines: string[] } {
  const lines: string[] = [];
  const keep = (line: unknown) => void lines.push(String(line));
  const drop = () => {};
  const log = {
    level: 'warn',
    error: keep,
    warn: keep,
    fatal: keep,
    info: drop,
    debug: drop,
    trace: drop,
    silent: drop,
  };
  const withChild: JobsOptions['log'] = { ...log, child: () => withChild };
  return { log: withChild, lines };
}

/** A database of its own with jobs that can be worked off, under the application's role. */
export async function openWorkingSite(): Promise<WorkingSite> {
  const db = await cloneDatabase();
  const superuser = plainSql(db.superuserUrl);
  const database: Database = openDatabase({ url: db.applicationUrl, max: 4, prepare: true });
  const site = {
    database,
    clock: new TestClock(),
    configuration: readConfiguration({ LOG_LEVEL: 'silent' }),
    serviceCenter,
    files: db.files,
  };
  return {
    site,
    db,
    superuser,
    async work(smtpUrl) {
      const transport = mailTransport(smtpUrl);
      const jobs = await startJobs(site, {
        connectionString: db.applicationUrl,
        handlers: jobHandlers(transport),
        log: keptLog().log,
      });
      return async () => {
        await jobs.stop();
        transport.close();
      };
    },
    async close() {
      await database.close();
      await superuser.end();
      await db.drop();
    },
  };
}
