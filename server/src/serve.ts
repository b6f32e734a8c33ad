import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createHttpServer } from './api/http-server';
import { buildApiSchema } from './api/schema';
import { loadReferenceCourts } from './courts/load-reference';
import { loadDemonstration } from './demonstration/load-demonstration';
import { loadDemonstrationUses } from './demonstration/load-uses';
import { progressLines } from './demonstration/progress';
import { jobHandlers } from './jobs';
import { mailTransport } from './notices/deliver-mail';
import { startMailCatcher } from './notices/mail-catcher';
import { systemActor } from './platform/actor';
import type { Configuration } from './platform/configuration';
import { StartFault } from './platform/fault';
import { addJob, startJobs } from './platform/jobs';
import { openSite } from './platform/open-site';
import { projectRoot } from './platform/project-root';
import { loadFeeSchedules } from './usage/load-fee-schedules';

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

function listenFault(cause: unknown, port: number): unknown {
  const { code } = cause as { code?: string };
  if (code === 'EADDRINUSE')
    return new StartFault(`Port ${port} is in use: end what uses it, or choose another with PORT.`);
  if (code === 'EACCES')
    return new StartFault(`Port ${port} may not be opened by this user: choose one above 1023 with PORT.`);
  return cause;
}

export interface Starting {
  /** Told what takes a while. */
  readonly say?: (line: string) => void;
  /** Gives the start up. */
  readonly signal?: AbortSignal;
}

/** Opens the parts in order and serves; when one fails, those already open are closed again. */
export async function serve(
  configuration: Configuration,
  { say = () => {}, signal }: Starting = {},
): Promise<RunningServer> {
  const closing: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const end of closing.splice(0).reverse()) await end();
  };
  try {
    const site = await openSite(configuration, { join: false });
    closing.push(() => site.close());
    await loadReferenceCourts(site);
    await loadFeeSchedules(site);
    if (configuration.demonstration) {
      await loadDemonstration(site);
      const onProgress = progressLines(say, configuration.demonstrationUses);
      await loadDemonstrationUses(site, { onProgress, signal });
    }
    signal?.throwIfAborted();

    const clientFolder = join(projectRoot, 'client', 'dist');
    const http = await createHttpServer({
      site,
      schema: buildApiSchema(),
      clientFolder: existsSync(join(clientFolder, 'index.html')) ? clientFolder : null,
    });
    closing.push(() => http.close());

    if (configuration.process !== 'api') {
      const catcher =
        configuration.demonstration && !configuration.smtpUrl ? await startMailCatcher(site) : null;
      if (catcher) closing.push(() => catcher.stop());
      const transport = mailTransport(configuration.smtpUrl ?? catcher?.smtpUrl);
      closing.push(async () => transport.close());
      const jobs = await startJobs(site, {
        connectionString: site.place.directUrl,
        handlers: jobHandlers(transport),
        log: http.log,
      });
      closing.push(() => jobs.stop());
      await site.database.write(systemActor, (tx) => addJob(tx, 'billing:post-accruals', {}));
    }
    if (configuration.process !== 'worker') {
      await http.listen({ port: configuration.port, host: configuration.host }).catch((cause) => {
        throw listenFault(cause, configuration.port);
      });
    }
    const port = (http.server.address() as AddressInfo | null)?.port ?? configuration.port;
    return { port, url: configuration.publicUrl ?? `http://localhost:${port}`, close };
  } catch (cause) {
    await close();
    throw cause;
  }
}
