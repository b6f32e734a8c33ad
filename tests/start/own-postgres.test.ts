import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { readConfiguration } from '@countersign/server/platform/configuration';
import { StartFault } from '@countersign/server/platform/fault';
import { type OpenSite, openSite } from '@countersign/server/platform/open-site';
import { serve } from '@countersign/server/serve';
import type postgres from 'postgres';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { ApiClient } from '../support/api-client';
import { freeFolder } from '../support/places';
import { ensureBuilt, runCommand, startServer } from '../support/program';
import { plainSql } from '../support/sql';
import { cloneDatabase, type TestDatabase } from '../support/test-database';

let empty: TestDatabase;
let superuser: postgres.Sql;
const logins: string[] = [];
beforeAll(() => {
  superuser = plainSql(inject('cluster').superuserUrl);
});
beforeEach(async () => {
  empty = await cloneDatabase('template0');
});
afterEach(() => empty.drop());
afterAll(async () => {
  for (const login of logins) await superuser.unsafe(`drop role ${login}`);
  await superuser.end();
});

/** A login of its own that owns the empty database, as an administrator would make it. */
async function ownerLogin(options: string): Promise<{ name: string; url: string }> {
  const name = `login_${randomBytes(4).toString('hex')}`;
  await superuser.unsafe(`create role ${name} login password 'own' ${options}`);
  await superuser.unsafe(`alter database ${empty.name} owner to ${name}`);
  logins.push(name);
  const url = Object.assign(new URL(empty.ownerUrl), { username: name, password: 'own' }).toString();
  return { name, url };
}

const configurationOf = (settings: Record<string, string>) =>
  readConfiguration({ PORT: '0', LOG_LEVEL: 'silent', ...settings });

/** Who the application is on its connections, and what it could see of passwords with no actor set. */
async function standing(site: OpenSite) {
  const [row] = await site.database.machine(
    "select current_user as name, session_user as login, row_security_active('credentials') as walled",
    [],
  );
  return row;
}

describe('an empty Postgres of one’s own', () => {
  test('is brought to the present shape and gets the courts, and no demonstration', async () => {
    const { url } = await ownerLogin('in role countersign_app');
    const server = await serve(configurationOf({ DATABASE_URL: url }));
    const visitor = new ApiClient(`http://localhost:${server.port}`);
    const { courts } = await visitor.data('{ courts(first: 1) { totalCount } }');
    expect(courts.totalCount).toBe(207);
    expect((await visitor.signIn('operator.demo')).__typename).toBe('SignInRefused');
    await server.close();
    const again = await serve(
      configurationOf({ DATABASE_URL: url, DEMONSTRATION: 'on', DEMONSTRATION_USES: '0' }),
    );
    const guest = new ApiClient(`http://localhost:${again.port}`);
    expect((await guest.signIn('operator.demo')).__typename).toBe('SignedIn');
    await again.close();
  });

  test('is brought there once when three processes start at the same time', async () => {
    const settings = { DATABASE_URL: empty.applicationUrl, DATABASE_OWNER_URL: empty.ownerUrl };
    const sites = await Promise.all(
      [1, 2, 3].map(() => openSite(configurationOf(settings), { join: false })),
    );
    for (const site of sites) await site.close();
    const owner = plainSql(empty.ownerUrl);
    const [run] =
      await owner`select count(*)::int as migrations, count(distinct hash)::int as distinct from drizzle.__drizzle_migrations`;
    await owner.end();
    expect(run?.migrations).toBe(run?.distinct);
  });
});

describe('whatever its login may do, the application may not', () => {
  test('a login that owns the database takes on the application’s role', async () => {
    const { name, url } = await ownerLogin('in role countersign_app');
    const site = await openSite(configurationOf({ DATABASE_URL: url }), { join: false });
    expect(await standing(site)).toEqual({ name: 'countersign_app', login: name, walled: true });
    await site.close();
  });

  test('a superuser takes it on too', async () => {
    const site = await openSite(configurationOf({ DATABASE_URL: empty.superuserUrl }), { join: false });
    expect(await standing(site)).toEqual({ name: 'countersign_app', login: 'postgres', walled: true });
    await site.close();
    const unguarded = plainSql(empty.superuserUrl);
    const [{ walled } = { walled: true }] =
      await unguarded`select row_security_active('credentials') as walled`;
    await unguarded.end();
    expect(walled, 'what a superuser would be without it').toBe(false);
  });

  test('the application’s own login beside an owner’s needs no role', async () => {
    const settings = { DATABASE_URL: empty.applicationUrl, DATABASE_OWNER_URL: empty.ownerUrl };
    const site = await openSite(configurationOf(settings), { join: false });
    expect(await standing(site)).toEqual({ name: 'countersign_app', login: 'countersign_app', walled: true });
    await site.close();
  });

  test.each(['', 'createrole'])(
    'a login (%s) that nobody made a member is told whom to ask',
    async (options) => {
      const { name, url } = await ownerLogin(options);
      const opening = openSite(configurationOf({ DATABASE_URL: url }), { join: false });
      await expect(opening).rejects.toThrow(`have an administrator run "grant countersign_app to ${name};"`);
      await expect(opening).rejects.toBeInstanceOf(StartFault);
      await superuser.unsafe(`grant countersign_app to ${name}`);
      const site = await openSite(configurationOf({ DATABASE_URL: url }), { join: false });
      expect(await standing(site)).toMatchObject({ name: 'countersign_app', walled: true });
      await site.close();
    },
  );
});

test('a server on it starts no embedded one, and its first operator comes by a command', async () => {
  await ensureBuilt();
  const folder = await freeFolder();
  const { url } = await ownerLogin('in role countersign_app');
  const settings = { DATABASE_URL: url, DATA_DIR: folder.path };
  const server = await startServer(settings);
  const line = [
    'operator:create',
    '--username',
    'first.operator',
    '--first-name',
    'Fay',
    '--last-name',
    'Ross',
    '--email',
    'fay@countersign.test',
  ];
  const created = await runCommand(line, { ...settings, OPERATOR_PASSWORD: 'fifteen letters and more' });
  expect(created).toMatchObject({ code: 0, stderr: '' });
  const client = new ApiClient(server.url);
  await client.signIn('first.operator', 'fifteen letters and more');
  const { viewer } = await client.data('{ viewer { areas } }');
  expect(viewer.areas).toContain('OPERATOR');
  expect(server.stdout()).not.toContain('demonstration');
  expect(await server.end()).toBe(0);
  expect(server.stderr()).toBe('');
  expect(await readdir(folder.path)).toEqual([]);
  await folder.remove();
});
