import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { demonstrationPassword, demonstrationPeople } from '@countersign/server/demonstration/people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ApiClient } from '../support/api-client';
import {
  ensureBuilt,
  launch,
  processesOn,
  type RunningServer,
  runCommand,
  startServer,
  temporaryDataDir,
  tryToStart,
} from '../support/program';

/** One life of an embedded database, from its first start on; each test goes on where the one before ended. */
let folder: Awaited<ReturnType<typeof temporaryDataDir>>;
let server: RunningServer;
const settings = () => ({ DATA_DIR: folder.path, DEMONSTRATION_USES: '2000' });
const isThere = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
const pidFile = () => join(folder.path, 'postgres', 'postmaster.pid');
const totals = async () =>
  (await new ApiClient(server.url).data('{ courts(first: 1) { totalCount } }')).courts.totalCount;
const rolesOf = async (username: string) => {
  const client = new ApiClient(server.url);
  await client.signIn(username);
  const { viewer } = await client.data('{ viewer { roles { role court { code } } } }');
  return viewer.roles;
};

beforeAll(async () => {
  await ensureBuilt();
  folder = await temporaryDataDir();
});
afterAll(async () => {
  await server?.end('SIGKILL');
  await folder.remove();
});

test('a start that is ended while it loads the demonstration leaves nothing running', async () => {
  const starting = launch(settings());
  await expect.poll(() => starting.stdout(), { timeout: 30_000 }).toContain('Loading');
  expect(await starting.end()).toBe(0);
  expect(starting.stdout()).toMatch(/\nEnding …\n$/);
  expect(starting.stderr()).toBe('');
  expect(await processesOn(folder.path)).toEqual([]);
}, 60_000);

describe('the first start', () => {
  beforeAll(async () => {
    server = await startServer(settings());
  });

  test('says where the site is and who may sign in', async () => {
    await expect.poll(() => server.stdout()).toContain('Ctrl-C ends it');
    expect(server.stdout()).toContain(
      `Countersign is at ${server.url} and its API explorer at ${server.url}/explorer`,
    );
    expect(server.stdout()).toMatch(/^Loading about 2,000 uses of the demonstration …\n/);
    expect(server.stdout()).toContain(`"${demonstrationPassword}"`);
    for (const person of demonstrationPeople) expect(server.stdout()).toContain(`  ${person.username}`);
    expect(server.stderr()).toBe('');
  });

  test('serves every court, and is ready', async () => {
    expect(await totals()).toBe(207);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  });

  test('lets each person of the demonstration in', async () => {
    for (const { username } of demonstrationPeople) {
      const client = new ApiClient(server.url);
      expect((await client.signIn(username)).__typename, username).toBe('SignedIn');
    }
  });

  test('keeps the database to this machine and its passwords to its user', async () => {
    for (const name of ['superuser', 'owner', 'application'])
      expect(statSync(join(folder.path, `${name}-password`)).mode & 0o077, name).toBe(0);
    const [postgres] = (await processesOn(folder.path)).filter((line) => line.includes('-D'));
    expect(postgres).toContain('listen_addresses=127.0.0.1');
    expect(postgres, 'what is committed is on the disk').not.toMatch(/fsync|synchronous_commit/);
  });
});

describe('beside the running server', () => {
  test('a second server on the same folder says that it is in use', async () => {
    const second = await tryToStart(settings());
    expect(second.code).toBe(1);
    expect(second.stderr).toMatch(
      /^The database in \S+ did not start: another Countersign is using it: .*DATA_DIR\.\n$/,
    );
    expect(await totals()).toBe(207);
  });

  test('commands work on its database', async () => {
    const give = ['role:give', '--account', '2000006', '--role', 'CLERK', '--court', 'mowd'];
    expect(await runCommand(give, settings())).toEqual({
      code: 0,
      stdout: '2000006 is now CLERK of mowd.\n',
      stderr: '',
    });
    expect(await rolesOf('attorney.demo')).toEqual([{ role: 'CLERK', court: { code: 'mowd' } }]);
    const check = await runCommand(['db:check'], settings());
    expect(check.code).toBe(0);
    expect(check.stdout).toMatch(/All \d+ checks passed\.\n$/);
    const demo = await runCommand(['demo'], settings());
    expect(demo.stdout).toBe('The demonstration was loaded before; nothing was changed.\n');
  });

  test('mail that the API caused is caught', async () => {
    const client = new ApiClient(server.url);
    await client.signIn('operator.demo');
    const caught = async () =>
      (await client.data('{ caughtMails(first: 10) { nodes { to subject } } }')).caughtMails.nodes;
    await expect
      .poll(caught, { timeout: 10_000 })
      .toEqual([{ to: ['ada.quist@hawthornereyes.test'], subject: 'You are now clerk at Countersign' }]);
  });
});

describe('Ctrl-C', () => {
  test('ends everything in order', async () => {
    expect(existsSync(pidFile())).toBe(true);
    expect(await server.end('SIGINT')).toBe(0);
    expect(server.stdout()).toMatch(/\nEnding …\n$/);
    expect(server.stderr()).toBe('');
    expect(existsSync(pidFile())).toBe(false);
    expect(await processesOn(folder.path)).toEqual([]);
  });

  test('a command without a server starts the database for itself and ends it again', async () => {
    const check = await runCommand(['db:check'], settings());
    expect(check.code).toBe(0);
    expect(await processesOn(folder.path)).toEqual([]);
  });
});

describe('the second start', () => {
  test('keeps the data, and takes seconds', async () => {
    const before = Date.now();
    server = await startServer(settings());
    expect(Date.now() - before).toBeLessThan(15_000);
    expect(server.stdout()).not.toContain('Loading');
    expect(await totals()).toBe(207);
    expect(await rolesOf('attorney.demo')).toEqual([{ role: 'CLERK', court: { code: 'mowd' } }]);
  });

  test('ends in order on SIGTERM too, with requests under way', async () => {
    const requests = Array.from({ length: 20 }, () => fetch(`${server.url}/readyz`).catch(() => null));
    expect(await server.end('SIGTERM')).toBe(0);
    await Promise.all(requests);
    expect(await processesOn(folder.path)).toEqual([]);
  });
});

describe('after a crash', () => {
  test('the next start takes the database over from a server that was killed, and has the data', async () => {
    server = await startServer(settings());
    await server.end('SIGKILL');
    expect(await processesOn(folder.path)).not.toEqual([]);
    server = await startServer(settings());
    expect(await rolesOf('attorney.demo')).toEqual([{ role: 'CLERK', court: { code: 'mowd' } }]);
  });

  test('the next start recovers a database that was killed as well, and has what was committed', async () => {
    const client = new ApiClient(server.url);
    await client.signIn('operator.demo');
    const give = 'mutation ($input: RoleGiveInput!) { roleGive(input: $input) { userErrors { code } } }';
    const input = { account: '2000007', role: 'CLERK', court: 'mowb', idempotencyKey: 'before the crash' };
    await client.data(give, { input });
    const [pid] = readFileSync(pidFile(), 'utf8').split('\n');
    process.kill(Number(pid), 'SIGKILL');
    await expect.poll(() => isThere(Number(pid))).toBe(false);
    await server.end('SIGKILL');
    expect(existsSync(pidFile())).toBe(true);
    server = await startServer(settings());
    expect(await rolesOf('legacy.demo')).toEqual([{ role: 'CLERK', court: { code: 'mowb' } }]);
    expect((await runCommand(['db:check'], settings())).code).toBe(0);
    expect(await server.end()).toBe(0);
  });
});
