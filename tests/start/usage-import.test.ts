import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '@countersign/server/command';
import { StartFault } from '@countersign/server/platform/fault';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { link } from '../support/imports';
import { withoutLinkages } from '../support/linkages';
import { type Folder, freeFolder } from '../support/places';
import { ensureBuilt, runCommand as runProgram } from '../support/program';
import { plainSql } from '../support/sql';
import { openTestSite, type TestSite } from '../support/test-site';

let site: TestSite;
let folder: Folder;
let superuser: ReturnType<typeof plainSql>;
beforeAll(async () => {
  await ensureBuilt();
  site = await openTestSite();
  folder = await freeFolder();
  superuser = plainSql(site.db.superuserUrl);
  await withoutLinkages(site.db);
  await link(site, 2000006, 1000001, '2020-01-01');
});
afterAll(async () => {
  await superuser.end();
  await folder.remove();
  await site.close();
});

const settings = () => ({
  DATABASE_URL: site.db.applicationUrl,
  DATABASE_OWNER_URL: site.db.ownerUrl,
  DATA_DIR: folder.path,
});

/** The command as a process of its own; its answer in lines. */
async function runAlone(...args: string[]) {
  const { code, stdout, stderr } = await runProgram(['usage:import', ...args], settings());
  return { code, lines: stdout.trim().split('\n'), stderr };
}
/** The same within this process; the sentence it ends with where it is refused. */
async function run(...args: string[]) {
  try {
    return { code: 0, lines: await runCommand('usage:import', args, settings()), stderr: '' };
  } catch (cause) {
    if (!(cause instanceof StartFault)) throw cause;
    return { code: 1, lines: [], stderr: cause.message };
  }
}
async function written(name: string, ...lines: string[]): Promise<string> {
  const path = join(folder.path, name);
  await writeFile(path, lines.join('\n'));
  return path;
}
const usesOf = async (day: string) => {
  const [row] = await superuser`select count(*)::int as uses from uses where day = ${day}`;
  return row?.uses;
};
const filesLeft = () => readdir(join(folder.path, 'files', 'usage-imports')).catch(() => []);

const header = 'Account Number,Date,Court,Type,Pages,Charge';
const firm = ['--firm', '1000001'];

test('a dry run says what would come of it and writes nothing; the import writes it, and again nothing', async () => {
  const day = '2025-06-02';
  const file = await written(
    'june.csv',
    header,
    `2000006,${day},mowd,Document,3,0.30`,
    `2000006,${day},mowd,Document,4,$0.50`,
    `2000006,${day},atlantis,Document,4,0.40`,
    `1234567,${day},mowd,Document,4,0.40`,
  );
  const dry = await runAlone(file, ...firm, '--dry-run');
  expect(dry).toMatchObject({ code: 0, stderr: '' });
  expect(dry.lines).toEqual([
    '4 rows: 2 good, 2 bad.',
    '1 row charged otherwise than by the fee schedule, $0.10 too high in all; kept as charged.',
    'Bad rows:',
    expect.stringMatching(/^ {2}line 4 {2}Court: “atlantis” /),
    expect.stringMatching(/^ {2}line 5 {2}Account number: “1234567” /),
    'Accounts that are not the payer’s:',
    '  1234567  1 row',
    'Courts that are not known:',
    '  atlantis  1 row',
    'Name a file with --bad-rows to get the bad rows with line and reason.',
    'Nothing was written: this was a dry run. There would be 2 uses for $0.80.',
  ]);
  expect(await usesOf(day)).toBe(0);
  expect(await filesLeft()).toEqual([]);

  const bad = join(folder.path, 'bad.csv');
  const imported = await runAlone(file, ...firm, '--bad-rows', bad);
  expect(imported.lines.slice(-2)).toEqual([
    `The bad rows are in ${bad}: mend and import it.`,
    'Imported: 2 uses for $0.80.',
  ]);
  expect(await usesOf(day)).toBe(2);

  const again = await runAlone(file, ...firm);
  expect(again.lines.at(-1)).toBe('Imported: 2 uses for $0.80, 2 of them there already.');
  expect(await usesOf(day)).toBe(2);

  await writeFile(
    bad,
    (await readFile(bad, 'utf8')).replace('atlantis', 'mowb').replace('1234567', '2000006'),
  );
  const mended = await runAlone(bad, ...firm);
  expect(mended.lines).toEqual(['2 rows: 2 good, 0 bad.', 'Imported: 2 uses for $0.80.']);
  expect(await usesOf(day)).toBe(4);
}, 120_000);

test('columns, words and orders that are not recognized are named on the line', async () => {
  const day = '2025-07-06';
  const file = await written('odd.csv', 'Wer,Wann,Wo,Was,Wieviel', '2000006,06/07/2025,mowd,Blatt,"1,20"');
  const refused = await run(file, ...firm);
  expect(refused.code).toBe(1);
  expect(refused.stderr).not.toContain('    at ');
  const maps = ['accountNumber=Wer', 'date=Wann', 'court=Wo', 'kind=Was', 'charge=Wieviel'];
  expect(refused.stderr).toContain('Account number or Login ID');
  const imported = await run(
    file,
    ...firm,
    '--header-row',
    '1',
    ...maps.flatMap((map) => ['--map', map]),
    ...['--kind', 'Blatt=DOCUMENT', '--date-order', 'DMY', '--decimal-mark', 'COMMA'],
  );
  expect(imported.stderr).toBe('');
  expect(imported.lines.at(-1)).toBe('Imported: 1 use for $1.20.');
  expect(await usesOf(day)).toBe(1);
});

test('recorded uses are billed, and the trail says that a command wrote them', async () => {
  const day = '2025-08-04';
  const file = await written('recorded.csv', header, `2000006,${day},mowd,Document,3,0.30`);
  expect((await run(file, ...firm, '--recorded')).code).toBe(0);
  const entries = await superuser`select actor_account_id from audit_entries
    where action like 'usage.%' and details ->> 'fileName' = 'recorded.csv'`;
  expect(entries.length).toBeGreaterThan(1);
  expect(entries.every((entry) => entry.actor_account_id === null)).toBe(true);
  const [batch] =
    await superuser`select authority, imported_by from usage_batches where file_name = 'recorded.csv'`;
  expect(batch).toEqual({ authority: 'RECORDED', imported_by: null });
  const [journal] =
    await superuser`select sum(cents)::int as cents from ledger_entries where account = 'ACCRUED'`;
  expect(journal?.cents).toBe(30);
});

test('all or nothing writes nothing where a row is bad, and says which', async () => {
  const day = '2025-08-05';
  const file = await written(
    'mixed.csv',
    header,
    `2000006,${day},mowd,Document,3,0.30`,
    `2000006,${day},mowd,Document,3,free`,
  );
  const { code, stderr } = await run(file, ...firm, '--all-or-nothing');
  expect(code).toBe(1);
  expect(stderr).toMatch(/^One row is bad, and nothing was imported/);
  expect(stderr).toContain('line 3  Charge: “free”');
  expect(await usesOf(day)).toBe(0);
});

test.each([
  [['nowhere.csv', ...firm], /nowhere\.csv cannot be read/],
  [[], /Name the file/],
  [['a.csv'], /Name who pays/],
  [['a.csv', ...firm, '--account', '2000006'], /Name who pays/],
  [['a.csv', ...firm, '--map', 'Charge'], /--map has the form NAME=VALUE/],
  [['a.csv', ...firm, '--map', 'nonsense=Charge'], /--map: there is no column nonsense/],
  [['a.csv', ...firm, '--header-row', 'first'], /--header-row is the number of a row, or 0 for none/],
  [['a.csv', ...firm, '--kind', 'Blatt=LEAF'], /--kind: there is no kind LEAF/],
  [['a.csv', ...firm, '--date-order', 'YMD'], /--date-order must be one of MDY, DMY/],
])('%j ends with a sentence', async (args, sentence) => {
  const { code, stderr } = await run(...args);
  expect(code).toBe(1);
  expect(stderr).toMatch(sentence);
  expect(stderr).not.toContain('    at ');
});

test('nobody pays under an unknown number', async () => {
  const file = await written('someone.csv', header, '2000006,2025-08-06,mowd,Document,3,0.30');
  expect((await run(file, '--firm', '1999999')).stderr).toContain('Nobody pays under the number 1999999');
});
