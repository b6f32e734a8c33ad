import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '@countersign/server/command';
import { StartFault } from '@countersign/server/platform/fault';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { feedOf, newCourt, referenceWith } from '../database/court-feed';
import { type Folder, freeFolder } from '../support/places';
import { plainSql } from '../support/sql';
import { openTestSite, type TestSite } from '../support/test-site';
import { addUses, keysByNumber } from '../support/usage';

let site: TestSite;
let folder: Folder;
beforeAll(async () => {
  site = await openTestSite();
  folder = await freeFolder();
});
afterAll(async () => {
  await folder.remove();
  await site.close();
});

const run = (name: string, ...args: string[]) =>
  runCommand(name, args, { DATABASE_URL: site.db.applicationUrl, DATABASE_OWNER_URL: site.db.ownerUrl });
const courtsOfRoles = async (username: string) => {
  // The commands go by the machine's clock, this site by its own.
  site.clock.at = new Date();
  const { viewer } = await (await site.signedIn(username)).data(
    '{ viewer { roles { role court { code } until } } }',
  );
  return viewer.roles;
};

describe('role:give and role:end', () => {
  const clerk = ['--account', '2000006', '--role', 'CLERK', '--court'];

  test('give a role with an until-date and end it again', async () => {
    expect(await run('role:give', ...clerk, 'MOWDC', '--until', '2099-12-31', '--remark', 'by hand')).toEqual(
      ['2000006 is now CLERK of MOWDC.'],
    );
    expect(await courtsOfRoles('attorney.demo')).toEqual([
      { role: 'CLERK', court: { code: 'mowd' }, until: '2099-12-31T00:00:00.000Z' },
    ]);
    await expect(run('role:give', ...clerk, 'mowd')).rejects.toThrow('already has this role');
    expect(await run('role:end', ...clerk, 'mowd')).toEqual(['2000006 is no longer CLERK.']);
    expect(await courtsOfRoles('attorney.demo')).toEqual([]);
  });

  test('end nothing when the place named is unknown', async () => {
    await run('role:give', ...clerk, 'mowd');
    await expect(run('role:end', ...clerk, 'typo')).rejects.toThrow('--court: nothing is known by typo.');
    const atNoFirm = [...clerk.slice(0, 4), '--firm', '1999999'];
    await expect(run('role:end', ...atNoFirm)).rejects.toThrow('--firm: nothing is known by 1999999.');
    expect(await courtsOfRoles('attorney.demo')).toHaveLength(1);
    await run('role:end', ...clerk, 'mowd');
  });

  test('leave the site its last operator', async () => {
    const [olive, ada] = [
      ['--account', '2000001', '--role', 'OPERATOR'],
      ['--account', '2000006', '--role', 'OPERATOR'],
    ];
    await expect(run('role:end', ...olive)).rejects.toThrow('This is the last operator');
    await run('role:give', ...ada, '--until', '2099-12-31');
    await expect(run('role:end', ...olive)).rejects.toThrow(
      'This is the last operator without an until-date',
    );
    await run('role:end', ...ada);
  });

  test('ask which one where somebody has a role in several places', async () => {
    await run('role:give', ...clerk, 'mowd');
    await run('role:give', ...clerk, 'mowb');
    await expect(run('role:end', ...clerk.slice(0, 4))).rejects.toThrow('say which with --firm or --court');
    await run('role:end', ...clerk, 'mowb');
    expect(await run('role:end', ...clerk.slice(0, 4))).toEqual(['2000006 is no longer CLERK.']);
  });
});

describe('firm:create and linkage:set', () => {
  const firmOf = async (number: string) => {
    site.clock.at = new Date();
    const { firm } = await (await site.signedIn('operator.demo')).data(
      `{ firm(id: "${number}") { name administrators(first: 5) { nodes { account { accountNumber } } }
        linkages(first: 5) { nodes { from until costCenter remark account { accountNumber } setBy { id } } } } }`,
    );
    return firm;
  };
  const quillen = ['--name', 'Quillen & Ives PLLC', '--administrator', '2000006'];

  test('make a firm with its administrator and link an account for as long as is said', async () => {
    expect(await run('firm:create', ...quillen, '--number', '4100001')).toEqual([
      'Quillen & Ives PLLC has the number 4100001, and 2000006 administers it.',
    ]);
    const link = ['--firm', '4100001', '--account', '2000007', '--from', '2025-01-01'];
    const until = ['--until', '2025-07-01T09:30:00-05:00', '--cost-center', 'Tax', '--remark', 'by hand'];
    expect(await run('linkage:set', ...link, ...until)).toEqual(['Firm 4100001 answers for 2000007.']);
    expect(await firmOf('4100001')).toEqual({
      name: 'Quillen & Ives PLLC',
      administrators: { nodes: [{ account: { accountNumber: '2000006' } }] },
      linkages: {
        nodes: [
          {
            // A day begins at the service center, in Chicago.
            from: '2025-01-01T06:00:00.000Z',
            until: '2025-07-01T14:30:00.000Z',
            costCenter: 'Tax',
            remark: 'by hand',
            account: { accountNumber: '2000007' },
            setBy: null,
          },
        ],
      },
    });
    await expect(run('linkage:set', ...link)).rejects.toThrow('Quillen & Ives PLLC answers for this account');
  });

  test('tell what came with the account', async () => {
    const sql = plainSql(site.db.superuserUrl);
    const key = (await keysByNumber(sql))('2000004');
    await addUses(
      sql,
      ['2024-05-10', '2024-05-11'].map((day) => ({ payerId: key, accountId: key, at: `${day} 18:00Z`, day })),
    );
    await sql`insert into usage_batch_quarters (payer_id, batch_id, quarter, uses, charge_cents)
      select payer_id, batch_id, '2024-04-01', uses, charge_cents from usage_batches where payer_id = ${key}`;
    const link = [
      '--firm',
      '1000002',
      '--account',
      '2000004',
      '--from',
      '2024-05-01',
      '--until',
      '2024-06-01',
    ];
    expect(await run('linkage:set', ...link)).toEqual([
      'Firm 1000002 answers for 2000004.',
      'What it used before came with it: 2 uses ($0.20).',
    ]);
    expect(await sql`select distinct number from uses join firms using (payer_id)`).toEqual([
      { number: 1000002 },
    ]);
    await sql.end();
  });

  test('draw a number when none is given', async () => {
    const [line = ''] = await run('firm:create', ...quillen);
    expect(line).toMatch(/^Quillen & Ives PLLC has the number [1-9]\d{6}, and 2000006 administers it\.$/);
  });

  test.each([
    [['firm:create', '--administrator', '2000006'], '--name is missing.'],
    [['firm:create', '--name', 'X'], '--administrator is missing.'],
    [
      ['firm:create', '--name', 'X', '--administrator', '9999999'],
      '--administrator: nothing is known by 9999999.',
    ],
    [['firm:create', ...quillen, '--number', '1000001'], 'has this number already'],
    [['firm:create', ...quillen, '--number', '12'], 'seven digits'],
    [['linkage:set', '--account', '2000006', '--from', '2025-01-01'], '--firm is missing.'],
    [
      ['linkage:set', '--firm', '1000001', '--account', '2000006', '--from', '2025-02-30'],
      '--from must be a day',
    ],
    [
      ['linkage:set', '--firm', '1000001', '--account', '2000006', '--from', '2025-02-01T12:00'],
      'an instant with its zone',
    ],
    [
      ['linkage:set', '--firm', '2000006', '--account', '2000006', '--from', '2025-02-01'],
      '--firm: nothing is known',
    ],
  ])('refuse %j', async ([name = '', ...args], message) => {
    await expect(run(name, ...args)).rejects.toThrow(message);
  });
});

describe('courts:import', () => {
  const file = () => join(folder.path, 'feed.json');

  test('only tries with --dry-run, then says what it changed, and the second time that nothing was', async () => {
    await writeFile(
      file(),
      feedOf(referenceWith({ without: ['gud'], mowd: { title: 'Changed' }, more: [newCourt] })),
    );
    const tried = await run('courts:import', file(), '--dry-run');
    const done = await run('courts:import', file());
    expect(tried.slice(0, -1)).toEqual(done.slice(0, -1));
    expect(done).toEqual(
      expect.arrayContaining([
        'Feed of 2026-11-24T11:10:05.000Z:',
        '  added      zzd  Zembla District Court',
        '  changed    mowd  title: Missouri Western District Court -> Changed',
        '  retired    gud  Guam District Court',
        '1 added, 1 changed, 1 retired, 0 reinstated, 205 unchanged, 3 skipped.',
      ]),
    );
    expect((await run('courts:import', file())).at(-1)).toMatch(
      /^0 added, 0 changed, 0 retired, 0 reinstated, 207 unchanged/,
    );
  });

  test('asks for --force before it retires more than a tenth', async () => {
    await writeFile(file(), feedOf(referenceWith({}).slice(0, 100)));
    await expect(run('courts:import', file())).rejects.toThrow('Give --force if it is.');
    expect((await run('courts:import', file(), '--force', '--dry-run')).at(-1)).toContain('108 retired');
  });
});

describe('demo', () => {
  test('makes up a firm of so many people with so many uses, whose administrator signs in', async () => {
    const [said = ''] = await run('demo', '--people', '12', '--uses', '400');
    expect(said).toMatch(
      /^[A-Z]\S+( Dalen)? & .* has the number 1100001, 12 people and 400 uses, written in \d+ s \(.* a second\)\. Sign in as admin\.1100001 with the password "demonstration only"\.$/,
    );
    site.clock.at = new Date();
    const admin = await site.signedIn('admin.1100001');
    const { firm } = await admin.data('{ firm(id: "1100001") { linkages(first: 50) { nodes { from } } } }');
    expect(firm.linkages.nodes).toHaveLength(12);
    expect((await run('db:check')).at(-1)).toMatch(/^All \d+ checks passed\.$/);
  });

  test('makes up as many firms as are asked for, each with numbers of its own', async () => {
    const said = await run('demo', '--firms', '2', '--people', '1', '--uses', '20');
    expect(said.map((line) => /number (\d+), 1 people and 20 uses/.exec(line)?.[1])).toEqual([
      '1100002',
      '1100003',
    ]);
  });

  test.each([
    [['--firms', '0'], '--firms must be a whole number from 1 to 100, and 0 is none.'],
    [['--people', '40.5'], '--people must be a whole number from 1 to 5,000, and 40.5 is none.'],
    [['--uses', 'many'], '--uses must be a whole number from 1 to 20,000,000, and many is none.'],
    [['now'], 'Nothing is known by now: see pnpm demo --help.'],
  ])('refuses %j with a sentence that names it', async (args, sentence) => {
    await expect(run('demo', ...args)).rejects.toThrow(new StartFault(sentence));
  });
});

describe('demo:file', () => {
  test('writes a list of a firm’s transactions, the same each time', async () => {
    const [one, other] = [join(folder.path, 'one.csv'), join(folder.path, 'other.csv')];
    const [said = ''] = await run('demo:file', '--out', one, '--rows', '90', '--mistakes', '3');
    expect(said).toMatch(
      /one\.csv has 90 rows of firm 1000001, 3 of them with a mistake, in [\d,]+ bytes \(comma, /,
    );
    await run('demo:file', '--out', other, '--dialect', 'us-csv', '--rows', '90', '--mistakes', '3');
    const text = await readFile(one, 'utf8');
    expect(text).toMatch(/^Transaction ID,Date,Time,Account Number,/);
    expect(await readFile(other, 'utf8')).toBe(text);
  });

  test('writes one of another firm, also of one that was made up, and in another dialect', async () => {
    await run('demo', '--people', '3', '--uses', '30');
    for (const firm of ['1000002', '1100001']) {
      const out = join(folder.path, `${firm}.jsonl`);
      await run('demo:file', '--out', out, '--dialect', 'receipts', '--rows', '20', '--firm', firm);
      expect((await readFile(out, 'utf8')).trim().split('\n')).toHaveLength(20);
    }
  });

  test('refuses what it cannot do with a sentence that names it', async () => {
    const out = ['--out', join(folder.path, 'some.csv')];
    const refusal = async (...args: string[]) => run('demo:file', ...args).catch((cause) => cause.message);
    await run('demo:file', ...out, '--rows', '2');
    expect(await refusal()).toBe('--out is missing.');
    expect(await refusal(...out)).toMatch(/some\.csv is there already: name another file with --out\.$/);
    expect(await refusal('--out', '/no/such/folder/a.csv')).toContain('cannot be written (ENOENT)');
    expect(await refusal(...out, '--dialect', 'klingon')).toBe(
      '--dialect must be one of us-csv, semicolon, tsv, no-ids, receipts.',
    );
    expect(await refusal(...out, '--rows', '5', '--mistakes', '6')).toBe(
      '--mistakes must be a whole number from 0 to 5, and 6 is none.',
    );
    expect(await refusal(...out, '--firm', '1234567')).toBe(
      'The database has no firm 1234567 of the demonstration: pnpm demo loads it.',
    );
  });
});

describe('operator:create', () => {
  const person = [
    '--username',
    'First.Operator',
    '--first-name',
    'Fay',
    '--last-name',
    'Ross',
    '--email',
    'fay@countersign.test',
  ];

  test('makes an operator who can sign in', async () => {
    process.env.OPERATOR_PASSWORD = 'fifteen letters and more';
    const [said] = await run('operator:create', ...person);
    expect(said).toMatch(/^Operator First\.Operator has the account number \d{7} and may sign in\.$/);
    await expect(run('operator:create', ...person)).rejects.toThrow('is taken');
    delete process.env.OPERATOR_PASSWORD;
    site.clock.at = new Date();
    const client = site.visitor();
    await client.signIn('first.operator', 'fifteen letters and more');
    const { viewer } = await client.data('{ viewer { areas account { username } } }');
    expect(viewer).toEqual({
      areas: ['COURTS', 'ACCOUNT', 'OPERATOR'],
      account: { username: 'First.Operator' },
    });
    expect((await run('db:check')).at(-1)).toMatch(/^All \d+ checks passed\.$/);
  });

  test('refuses a short password and creates nobody', async () => {
    process.env.OPERATOR_PASSWORD = 'fourteen chars';
    await expect(run('operator:create', ...person.with(1, 'second.operator'))).rejects.toThrow(
      'at least 15 characters',
    );
    delete process.env.OPERATOR_PASSWORD;
    const refused = await site.visitor().signIn('second.operator', 'fourteen chars');
    expect(refused.__typename).toBe('SignInRefused');
  });
});

describe('a command that cannot be done ends with one sentence', () => {
  test.each<[string[], RegExp]>([
    [['no:such'], /^There is no command no:such\. There are: billing:post-accruals, courts:import, /],
    [['role:give', '--nonsense'], /^Unknown option '--nonsense'.*Usage: pnpm role:give /],
    [['courts:import'], /^Name the file: pnpm courts:import FILE/],
    [['courts:import', '/no/such/file'], /^\/no\/such\/file cannot be read \(ENOENT\)/],
    [['courts:import', '/'], /cannot be read \(EISDIR\)/],
    [['role:give', '--account', '2000006', '--role', 'KING'], /^--role must be one of /],
    [['role:give', '--role', 'OPERATOR'], /^--account is missing\./],
    [
      ['role:give', '--account', '9999999', '--role', 'OPERATOR'],
      /^--account: nothing is known by 9999999\./,
    ],
    [['role:give', '--account', '2000006', '--role', 'CLERK'], /^Name the court this clerk is for\./],
    [
      ['role:give', '--account', '2000006', '--role', 'CLERK', '--court', 'nowhere'],
      /^--court: nothing is known by nowhere\./,
    ],
    [
      ['role:give', '--account', '2000006', '--role', 'OPERATOR', '--until', 'soon'],
      /^--until must be a date/,
    ],
    [
      ['role:give', '--account', '2000006', '--role', 'OPERATOR', '--until', '2001-01-01'],
      /^The until-date must be in the future\./,
    ],
    [['role:end', '--account', '2000006', '--role', 'OPERATOR'], /^This person has no such role in force\./],
    [
      ['role:end', '--account', '2000001', '--role', 'CLERK', '--court', 'nowhere'],
      /^--court: nothing is known by nowhere\./,
    ],
    [['operator:create', '--username', 'another.one'], /^--first-name is missing\./],
    [['operator:create', '--username', 'x'], /^--username needs at least 8 characters\./],
  ])('%j', async ([name = '', ...args], sentence) => {
    const refusal = await run(name, ...args).catch((cause: unknown) => cause);
    expect(refusal).toBeInstanceOf(StartFault);
    expect((refusal as StartFault).message).toMatch(sentence);
    expect((refusal as StartFault).message).not.toContain('\n');
  });
});

test('--help says how a command is called, without a database', async () => {
  const [usage, about] = await runCommand('role:give', ['--help'], {
    DATABASE_URL: 'postgres://127.0.0.1:1/none',
  });
  expect(usage).toMatch(/^pnpm role:give --account NUMBER/);
  expect(about).toContain('OPERATOR (site)');
});
