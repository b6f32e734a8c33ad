import { fork, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { operations } from './operations.mjs';

const connections = 50;
const seconds = 5;
const rounds = 3;

const dist = new URL('../../server/dist/', import.meta.url).pathname;

const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

/** Starts the built server on a database of its own; resolves when it has said where it is. */
async function startApi(dataDir, port) {
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    PORT: String(port),
    DATA_DIR: dataDir,
    API_COST_BUCKET: '1000000000',
    API_COST_PER_SECOND: '1000000000',
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

function startFloor(databaseUrl) {
  const env = { ...process.env, NODE_ENV: 'production', DATABASE_URL: databaseUrl };
  const child = fork(join(dist, 'load', 'floor-server.js'), { env });
  return new Promise((resolve, reject) => {
    child.once('message', ({ port }) => resolve({ child, url: `http://127.0.0.1:${port}` }));
    child.once('exit', (code) => reject(new Error(`The floor ended with ${code}.`)));
  });
}

async function applicationUrl(dataDir) {
  const password = (await readFile(join(dataDir, 'application-password'), 'utf8')).trim();
  const port = (await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[3];
  return `postgres://countersign_app:${password}@127.0.0.1:${port}/countersign`;
}

/** The session cookie of a demonstration's person. */
async function signIn(url) {
  const query =
    'mutation { signIn(input: { username: "attorney.demo", password: "demonstration only" }) { __typename } }';
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const session = answer.headers.getSetCookie().find((cookie) => cookie.includes('session='));
  if (!session) throw new Error(`Signing in failed: ${await answer.text()}`);
  return session.split(';')[0];
}

/** Requests a second over one run; an answer that is not 200 ends the benchmark. */
async function load(url, cookie, body) {
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(body),
  });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${url}: ${result.non2xx} answers were not 200, ${result.errors} failed.`);
  }
  return result.requests.average;
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function measure({ api, floor, cookie }) {
  for (const { name, floorPath, query, variables } of operations) {
    const rates = { api: [], floor: [], bare: [] };
    for (let round = 0; round < rounds; round += 1) {
      rates.api.push(await load(`${api}/graphql`, cookie, { query, variables }));
      rates.floor.push(await load(`${floor}${floorPath}`, cookie, {}));
      rates.bare.push(await load(`${floor}/bare${floorPath}`, cookie, {}));
    }
    const [ofApi, ofFloor, ofBare] = [rates.api, rates.floor, rates.bare].map(median);
    console.log(
      `${name.padEnd(20)} API ${ofApi.toFixed(0)}/s  floor ${ofFloor.toFixed(0)}/s  bare SQL ${ofBare.toFixed(0)}/s  ` +
        `API to floor ${(ofApi / ofFloor).toFixed(2)} (goal 0.45)  API to bare SQL ${(ofApi / ofBare).toFixed(2)}`,
    );
  }
}

const dataDir = await mkdtemp(join(tmpdir(), 'countersign-bench-'));
const children = [];
try {
  const port = await freePort();
  const server = await startApi(dataDir, port);
  children.push(server);
  const api = `http://127.0.0.1:${port}`;
  const floor = await startFloor(await applicationUrl(dataDir));
  children.push(floor.child);
  console.log(`${connections} connections, ${rounds} rounds of ${seconds} s in turn, medians\n`);
  await measure({ api, floor: floor.url, cookie: await signIn(api) });
} finally {
  for (const child of children.reverse()) {
    child.removeAllListeners('exit');
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGINT');
    await ended;
  }
  await rm(dataDir, { recursive: true, force: true });
}
