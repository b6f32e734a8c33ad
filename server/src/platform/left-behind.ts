import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import postgres from 'postgres';

const longestShutdown = 60_000;
const starterFile = (dataDir: string) => join(dataDir, 'started-by');

/** Notes that this process started the database of a folder and will end it. */
export function noteStarter(dataDir: string): Promise<void> {
  return writeFile(starterFile(dataDir), String(process.pid));
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (cause) {
    return (cause as { code?: string }).code === 'EPERM';
  }
}

/** Whether the server that answers is really the one on this folder: a number in a file alone proves nothing. */
async function answersFor(cluster: string, superuserUrl: string): Promise<boolean> {
  const client = postgres(superuserUrl, { max: 1, onnotice: () => {} });
  try {
    const [setting] = await client`select current_setting('data_directory') as folder`;
    return setting?.folder === cluster;
  } catch {
    return false;
  } finally {
    await client.end({ timeout: 1 });
  }
}

/** Ends a database whose starter was killed and could not end it. One whose starter lives is left alone. */
export async function endLeftBehind(dataDir: string, cluster: string, superuserUrl: string): Promise<void> {
  const starter = Number(await readFile(starterFile(dataDir), 'utf8').catch(() => ''));
  if (!starter || isAlive(starter) || !(await answersFor(cluster, superuserUrl))) return;
  const pidFile = join(cluster, 'postmaster.pid');
  const pid = Number.parseInt(await readFile(pidFile, 'utf8').catch(() => ''), 10);
  try {
    if (pid > 1) process.kill(pid, 'SIGINT');
  } catch {
    return;
  }
  for (const since = Date.now(); existsSync(pidFile) && Date.now() - since < longestShutdown; )
    await wait(50);
}
