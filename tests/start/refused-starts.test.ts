import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import {
  ensureBuilt,
  processesOn,
  runCommand,
  type Settings,
  temporaryDataDir,
  tryToStart,
} from '../support/program';
import { cloneDatabase, type TestDatabase } from '../support/test-database';

let db: TestDatabase;
let folder: Awaited<ReturnType<typeof temporaryDataDir>>;
let busy: Server;
let busyPort: number;
beforeAll(async () => {
  await ensureBuilt();
  db = await cloneDatabase();
  folder = await temporaryDataDir();
  busy = createServer();
  await new Promise<void>((resolve) => busy.listen(0, '::', resolve));
  busyPort = (busy.address() as AddressInfo).port;
});
afterAll(async () => {
  await new Promise((resolve) => busy.close(resolve));
  await folder.remove();
  await db.drop();
});

/** Starts, and gives the one sentence it ends with. */
async function sentenceOf(settings: Settings): Promise<string> {
  const { code, stdout, stderr } = await tryToStart(settings);
  expect(code).toBe(1);
  expect(stdout).toBe('');
  const lines = stderr.trimEnd().split('\n');
  expect(lines, stderr).toHaveLength(1);
  expect(stderr).not.toMatch(/\n\s+at |Error:|node:internal/);
  return lines[0] as string;
}
const at = (change: (url: URL) => void) => {
  const url = new URL(db.applicationUrl);
  change(url);
  return url.toString();
};

describe('a setting that cannot be used is named, with what is wrong', () => {
  test.each<[string, string, RegExp]>([
    ['PORT', 'abc', /number/],
    ['PORT', '70000', /65535/],
    ['DATABASE_URL', 'mysql://127.0.0.1/countersign', /must begin with postgres:\/\//],
    ['DATABASE_CONNECTIONS', '1', /2/],
    ['DEMONSTRATION', 'yes', /"on"\|"off"/],
    ['PUBLIC_URL', 'countersign.test', /URL/],
    ['SMTP_URL', 'http://mail', /must begin with smtp:\/\//],
    ['LOG_LEVEL', 'loud', /"warn"/],
    ['PROCESS', 'web', /"worker"/],
  ])('%s=%s', async (name, value, why) => {
    const sentence = await sentenceOf({ [name]: value });
    expect(sentence).toMatch(new RegExp(`^The setting ${name}=${value} cannot be used: `));
    expect(sentence).toMatch(why);
    expect(sentence).toMatch(/Correct it or leave it out\.$/);
  });

  test('a login of one’s own Postgres without the Postgres', async () => {
    expect(await sentenceOf({ DATABASE_OWNER_URL: db.ownerUrl })).toContain('set DATABASE_URL too');
  });

  test('and no password is printed', async () => {
    const sentence = await sentenceOf({ DATABASE_URL: 'mysql://me:secret@127.0.0.1/countersign' });
    expect(sentence).not.toContain('secret');
    expect(sentence).toContain('DATABASE_URL=mysql://me:');
  });
});

describe('a Postgres of one’s own that cannot be used', () => {
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
    const sentence = await sentenceOf({ DATABASE_URL: at((url) => (url.password = 'wrong')) });
    expect(sentence).toMatch(/refused the login .*correct the user and password in DATABASE_URL\.$/);
    expect(sentence).not.toContain('wrong)');
  });

  test('the user is unknown', async () => {
    expect(await sentenceOf({ DATABASE_URL: at((url) => (url.username = 'stranger')) })).toContain(
      'refused the login',
    );
  });

  test('the database is missing', async () => {
    expect(await sentenceOf({ DATABASE_URL: at((url) => (url.pathname = '/missing')) })).toMatch(
      /has no such database: create it, or correct DATABASE_URL\.$/,
    );
  });

  test('the login may not bring it to the present shape', async () => {
    const { name, drop } = await cloneDatabase('template0');
    const sentence = await sentenceOf({ DATABASE_URL: at((url) => (url.pathname = `/${name}`)) });
    await drop();
    expect(sentence).toMatch(/DATABASE_OWNER_URL/);
  });
});

describe('a port that is in use', () => {
  test('is named, and what was opened is closed again', async () => {
    const sentence = await sentenceOf({
      DATABASE_URL: db.applicationUrl,
      DATABASE_OWNER_URL: db.ownerUrl,
      PORT: String(busyPort),
    });
    expect(sentence).toBe(`Port ${busyPort} is in use: end what uses it, or choose another with PORT.`);
  });

  test('leaves no embedded database running', async () => {
    const sentence = await sentenceOf({ DATA_DIR: folder.path, PORT: String(busyPort) });
    expect(sentence).toContain(`Port ${busyPort} is in use`);
    expect(await processesOn(folder.path)).toEqual([]);
  });
});

describe('a data folder that cannot be used', () => {
  test('of another version of Postgres: says which it is, which it needs, and leaves it as it is', async () => {
    const versionFile = join(folder.path, 'postgres', 'PG_VERSION');
    const before = await readFile(versionFile, 'utf8');
    await writeFile(versionFile, '14\n');
    const sentence = await sentenceOf({ DATA_DIR: folder.path });
    const command = await runCommand(['db:check'], { DATA_DIR: folder.path });
    await writeFile(versionFile, before);
    expect(sentence).toMatch(/is of Postgres 14 and this Countersign brings Postgres 18: .*DATA_DIR/);
    expect(command).toEqual({ code: 1, stdout: '', stderr: `${sentence}\n` });
    expect(await processesOn(folder.path)).toEqual([]);
  });

  test('that lost its password: says so', async () => {
    const lost = await temporaryDataDir();
    await mkdir(join(lost.path, 'postgres'));
    await writeFile(join(lost.path, 'postgres', 'PG_VERSION'), '18\n');
    const sentence = await sentenceOf({ DATA_DIR: lost.path });
    await lost.remove();
    expect(sentence).toContain('DATA_DIR');
  });

  test('that is a file: says so', async () => {
    const file = join(folder.path, 'a-file');
    await writeFile(file, '');
    expect(await sentenceOf({ DATA_DIR: file })).toMatch(/could not be created in .*DATA_DIR\.$/);
  });
});

describe('a command', () => {
  test.each<[string[], RegExp]>([
    [['no:such'], /^There is no command no:such\. There are: courts:import, /],
    [['role:give', '--nonsense'], /^Unknown option '--nonsense'.*Usage: pnpm role:give /],
    [['courts:import'], /^Name the file: pnpm courts:import FILE/],
    [['courts:import', '/no/such/file'], /^\/no\/such\/file cannot be read \(ENOENT\)/],
    [['role:give', '--account', '2000006', '--role', 'KING'], /^--role must be one of /],
    [['role:give', '--role', 'OPERATOR'], /^--account is missing\./],
    [
      ['role:give', '--account', '9999999', '--role', 'OPERATOR'],
      /^--account: nothing is known by 9999999\./,
    ],
    [
      ['role:give', '--account', '2000006', '--role', 'CLERK', '--court', 'nowhere'],
      /^--court: nothing is known by nowhere\./,
    ],
    [['role:end', '--account', '2000006', '--role', 'OPERATOR'], /^This person has no such role in force\./],
    [
      ['role:end', '--account', '2000001', '--role', 'OPERATOR'],
      /^This is the last operator without an until-date/,
    ],
  ])('%j ends with one sentence', async (line, sentence) => {
    const { code, stdout, stderr } = await runCommand(line, {
      DATABASE_URL: db.applicationUrl,
      DATABASE_OWNER_URL: db.ownerUrl,
    });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr.trimEnd().split('\n'), stderr).toHaveLength(1);
    expect(stderr).toMatch(sentence);
  });

  test('that cannot reach the database says so', async () => {
    const { code, stderr } = await runCommand(['db:check'], {
      DATABASE_URL: 'postgres://127.0.0.1:1/countersign',
    });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^The database at 127\.0\.0\.1:1\/countersign cannot be reached .*\n$/);
  });
});

test('the test cluster is not the data folder of a start', () => {
  expect(inject('cluster').superuserUrl).not.toContain(folder.path);
});
