import { jobHandlers } from '@countersign/server/jobs';
import { mailTransport } from '@countersign/server/notices/deliver-mail';
import { startMailCatcher } from '@countersign/server/notices/mail-catcher';
import { type JobsOptions, startJobs } from '@countersign/server/platform/jobs';
import type { TestSite } from './test-site';

const loud = (message: unknown) => process.stderr.write(`${message}\n`);
const log = { error: loud, warn: loud, debug: () => {} } as unknown as JobsOptions['log'];

/** Works off the jobs of a test's site and catches its mail, as the running site does; the answer ends both. */
export async function startTestJobs(site: TestSite): Promise<() => Promise<void>> {
  const catcher = await startMailCatcher(site);
  const transport = mailTransport(catcher.smtpUrl);
  const jobs = await startJobs(site, {
    connectionString: site.db.applicationUrl,
    handlers: jobHandlers(transport),
    log,
  });
  return async () => {
    await jobs.stop();
    transport.close();
    await catcher.stop();
  };
}
