import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { readConfiguration } from '@countersign/server/platform/configuration';
import { StartFault } from '@countersign/server/platform/fault';
import { applicationRole, connectTo } from '@countersign/server/platform/migrate';
import { serve } from '@countersign/server/serve';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Folder, freeFolder, listenOn } from '../support/places';
import { plainSql } from '../support/sql';
import { cloneDatabase, type TestDatabase } from '../support/test-database';

let db: TestDatabase;
let folder: Folder;
beforeAll(async () => {
  db = await cloneDatabase();
  folder = await freeFolder();
});
afterAll(async () => {
  await folder.remove();
  await db.drop();
});

/** Starts the server with settings and gives the one sentence it refuses with. */
async function sentenceOf(settings: Record<string, string>): Promise<string> {
  const refusal = await serve(readConfiguration({ PORT: '0', LOG_LEVEL: 'silent', ...settings })).then(
    () => new Error('It started.'),
    (cause: unknown) => cause,
  );
  expect(refusal).toBeInstanceOf(StartFault);
  const { message } = refusal as StartFault;
  expect(message).not.toContain('\n');
  expect(message).toMatch(/[.;]"?\.?$/);
  return message;
}
const at = (change: Partial<Pick<URL, 'username' | 'password' | 'pathname'>>) =>
  Object.assign(new URL(db.applicationUrl), change).toString();

describe('a Postgres of one’s own that cannot be used: the sentence says why', () => {
  test('nothing answers there', async () => {
    const sentence = await sentenceOf({ DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/countersign' });
    expect(sentence).toMatch(
      /^The database at 127\.0\.0\.1:1\/countersign cannot be reached \(ECONNREFUSED\): .*DATABASE_URL/,
    );
    expect(sentence).not.toContain('secret');
  });

  test('the host does not exist', async () => {
    const sentence = await sentenceOf({ DATABASE_URL: 'postgres://me@nowhere.invalid/countersign' });
    expect(sentence).toMatch(/^The database at nowhere\.invalid:5432\/countersign cannot be reached/);
  });

  test('the password is wrong', async () => {
    const sentence = await sentenceOf({ DATABASE_URL: at({ password: 'a-wrong-one' }) });
    expect(sentence).toMatch(/refused the login .*correct the user and password in DATABASE_URL\.$/);
    expect(sentence).not.toContain('a-wrong-one');
  });

  test('the user is unknown', async () => {
    expect(await sentenceOf({ DATABASE_URL: at({ username: 'stranger' }) })).toContain('refused the login');
  });

  test('the database is missing', async () => {
    const sentence = await sentenceOf({ DATABASE_URL: at({ pathname: '/missing' }) });
    expect(sentence).toMatch(/has no such database: create it, or correct DATABASE_URL\.$/);
  });

  test('the login may not bring it to the present shape', async () => {
    const empty = await cloneDatabase('template0');
    const sentence = await sentenceOf({ DATABASE_URL: empty.applicationUrl });
    await empty.drop();
    expect(sentence).toMatch(
      /^The login countersign_app may not bring the database .*DATABASE_OWNER_URL to a login that owns it\.$/,
    );
  });

  test('the login may not act as the application', async () => {
    const sentence = await sentenceOf({ DATABASE_URL: db.ownerUrl });
    expect(sentence).toContain(`have an administrator run "grant ${applicationRole} to countersign_owner;"`);
  });

  test.each<[string, (socket: Socket) => void]>([
    ['never answers', () => {}],
    ['is not Postgres', (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')],
  ])('what listens there %s', async (_what, answer) => {
    const other = createServer((socket) => answer(socket.on('error', () => {})));
    const port = await listenOn(other);
    const refusal = connectTo(`postgres://me@127.0.0.1:${port}/countersign`, 300);
    await expect(refusal).rejects.toThrow(
      /^The database at 127\.0\.0\.1:\d+\/countersign cannot be reached \(no answer in 0\.3 seconds\)/,
    );
    await expect(refusal).rejects.toBeInstanceOf(StartFault);
    other.close();
  });
});

describe('a port that is in use', () => {
  test('is named, and every connection to the database is closed again', async () => {
    const busy = createServer();
    const port = await listenOn(busy, '::');
    const settings = { DATABASE_URL: db.applicationUrl, DATABASE_OWNER_URL: db.ownerUrl, PORT: String(port) };
    expect(await sentenceOf(settings)).toBe(
      `Port ${port} is in use: end what uses it, or choose another with PORT.`,
    );
    busy.close();
    const superuser = plainSql(db.superuserUrl);
    const open = () =>
      superuser`select application_name from pg_stat_activity where usename = ${applicationRole} and datname = ${db.name}`;
    await expect.poll(open).toEqual([]);
    await superuser.end();
  });
});

describe('a data folder that cannot be used', () => {
  const clusterIn = async (name: string, files: Record<string, string>) => {
    const cluster = join(folder.path, name, 'postgres');
    await mkdir(cluster, { recursive: true });
    for (const [file, text] of Object.entries(files)) await writeFile(join(cluster, file), text);
    return { cluster, settings: { DATA_DIR: join(folder.path, name) } };
  };

  test('of another version of Postgres: the sentence says which it is and which it must be', async () => {
    const { cluster, settings } = await clusterIn('older', { PG_VERSION: '14\n' });
    expect(await sentenceOf(settings)).toMatch(
      /is of Postgres 14 and this Countersign brings Postgres 18: .*DATA_DIR/,
    );
    expect(await readdir(cluster)).toEqual(['PG_VERSION']);
  });

  test('that lost its password', async () => {
    const { settings } = await clusterIn('locked', { PG_VERSION: '18\n' });
    expect(await sentenceOf(settings)).toMatch(/superuser-password .*cannot be read \(ENOENT\): put it back/);
  });

  test('that is a file', async () => {
    const file = join(folder.path, 'a-file');
    await writeFile(file, '');
    expect(await sentenceOf({ DATA_DIR: file })).toMatch(
      /^The database could not be created in .*DATA_DIR\.$/,
    );
  });

  test('that holds something else: nothing of it is taken away', async () => {
    const { cluster, settings } = await clusterIn('theirs', { 'precious.txt': 'kept' });
    expect(await sentenceOf(settings)).toMatch(/^The database could not be created in /);
    expect(await readdir(cluster)).toEqual(['precious.txt']);
  });
});
