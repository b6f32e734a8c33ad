import { execFile, fork, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const dist = new URL('../../server/dist/', import.meta.url).pathname;

const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

/** Starts the built server on a database of its own; resolves when it has said where it is. */
async function startServer(dataDir, port, settings) {
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    PORT: String(port),
    DATA_DIR: dataDir,
    API_COST_BUCKET: '1000000000',
    API_COST_PER_SECOND: '1000000000',
    ...settings,
  };
  const child = spawn(process.execPath, [join(dist, 'main.js')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve, reject) => {
    child.stdout.on('data', (said) => String(said).includes('Countersign is at') && resolve());
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}.`)));
  });
  return child;
}

async function endChild(child) {
  child.removeAllListeners('exit');
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  await ended;
}

async function databaseUrl(dataDir, user, passwordFile) {
  const password = (await readFile(join(dataDir, passwordFile), 'utf8')).trim();
  const port = (await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[3];
  return `postgres://${user}:${password}@127.0.0.1:${port}/countersign`;
}

/** Starts the floor on the site's database; its address. */
function startFloor(site) {
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: site.applicationUrl,
    OWNER_URL: site.ownerUrl,
    DATA_DIR: site.dataDir,
  };
  const child = fork(join(dist, 'load', 'floor-server.js'), { env });
  site.children.push(child);
  return new Promise((resolve, reject) => {
    child.once('message', ({ port }) => resolve(`http://127.0.0.1:${port}`));
    child.once('exit', (code) => reject(new Error(`The floor ended with ${code}.`)));
  });
}

/** Runs a command of the house on the site's database; what it says. */
async function runCommand(dataDir, args) {
  const env = { ...process.env, NODE_ENV: 'production', DATA_DIR: dataDir };
  const { stdout } = await promisify(execFile)(process.execPath, [join(dist, 'command.js'), ...args], {
    env,
    maxBuffer: 10_000_000,
  });
  return stdout;
}

/** Runs work with the built server on a new database, which is thrown away afterwards. */
export async function withSite(work, settings = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), 'countersign-bench-'));
  const children = [];
  try {
    const port = await freePort();
    const server = await startServer(dataDir, port, settings);
    children.push(server);
    const site = {
      dataDir,
      children,
      server,
      url: `http://127.0.0.1:${port}`,
      applicationUrl: await databaseUrl(dataDir, 'countersign_app', 'application-password'),
      ownerUrl: await databaseUrl(dataDir, 'postgres', 'superuser-password'),
    };
    await work({
      ...site,
      startFloor: () => startFloor(site),
      command: (...args) => runCommand(dataDir, args),
    });
  } finally {
    for (const child of children.reverse()) await endChild(child);
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** The session cookie of one of the demonstration's people. */
export async function signIn(url, username) {
  const query = `mutation { signIn(input: { username: "${username}", password: "demonstration only" }) { __typename } }`;
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const session = answer.headers.getSetCookie().find((cookie) => cookie.includes('session='));
  if (!session) throw new Error(`Signing in failed: ${await answer.text()}`);
  return session.split(';')[0];
}

/** What an operation answers; an error ends the benchmark. */
export async function ask({ url, cookie }, query, variables = {}) {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await answer.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}
