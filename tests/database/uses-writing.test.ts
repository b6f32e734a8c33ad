import { systemActor } from '@countersign/server/platform/actor';
import { LinkagesChanged, writeUses } from '@countersign/server/usage/write-uses';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { plainSql, stateOf } from '../support/sql';
import { openUsageSite, type TestPayer, type UsageSite } from './usage-site';
import { wrongBatches, wrongTotals } from './usage-sums';

let db: UsageSite;
let ada: string;
let ben: string;
let firm: TestPayer;
beforeAll(async () => {
  db = await openUsageSite();
  [ada = '', ben = ''] = db.accounts;
});
beforeEach(async () => {
  await db.superuser`truncate uses, use_sightings, usage_batches, usage_batch_quarters, usage_totals, usage_total_deltas, linkages`;
  firm = await db.firm([ada, ben]);
});
afterAll(() => db.close());

const stored = () => db.superuser`select * from uses order by at, use_id`;
const sightings = () => db.superuser`select batch_id as batch, line from use_sightings order by line`;
async function expectSums() {
  expect(await wrongTotals(db.superuser)).toEqual([]);
  expect(await wrongBatches(db.superuser)).toEqual([]);
}

test('a large list takes no longer for each row where the quarter has uses already', async () => {
  await db.write(firm, db.made([{ account: ada }]));
  const rows = Array.from({ length: 30_000 }, (_, n) => ({ account: ada, caseNumber: `4:24-cv-${n + 200}` }));
  // Compared with all there are, these would take minutes.
  const written = await db.write(firm, db.made(rows), {}, { rowsAtOnce: 5000 });
  expect(written).toMatchObject({ uses: 30_000, known: 0 });
}, 60_000);

describe('uses that are written', () => {
  test('are all there with everything that was told of them', async () => {
    const text = 'a\ttab, a \\ backslash, \\N, “quotes” and 𝔸\u00a0é';
    const uses = db.made([
      {
        account: ada,
        description: text,
        search: text,
        clientCode: 'B\\2',
        transactionId: '77',
        costCenter: 'Tax',
      },
      {
        account: ben,
        at: '2024-05-16T05:30:00.000Z',
        timeKnown: false,
        courtId: null,
        caseNumber: null,
        description: null,
        kind: 'SEARCH',
        format: null,
        pages: null,
        bytes: 3_000_000_000,
        chargeCents: 70,
        clientCode: null,
        exempt: true,
        exemptReason: 'CJA\nappointed',
      },
    ]);
    const written = await db.write(firm, uses);
    expect(written).toMatchObject({ uses: 2, known: 0, chargeCents: 100 });
    const [first, second] = await stored();
    expect(first).toMatchObject({
      payer_id: firm.payer.id,
      account_id: ada,
      court_id: 'mowd',
      at: new Date('2024-05-15T18:00:00Z'),
      time_known: true,
      kind: 'DOCUMENT',
      given_client_code: 'B\\2',
      client_code: 'B\\2',
      cost_center: 'Tax',
      case_number: '4:24-cv-00123',
      case_key: '4:24-cv-00123',
      description: text,
      search: text,
      format: 'PDF',
      pages: 3,
      bytes: null,
      billable_pages: 3,
      charge_cents: 30,
      expected_cents: 30,
      schedule_id: 'epa-2020-01-01',
      verdict: 'EQUAL',
      cause: null,
      exempt: null,
      authority: 'UPLOADED',
      batch_id: written.batchId,
      source: 'TRANSACTION',
      transaction_id: '77',
    });
    expect(first?.source_key).toHaveLength(16);
    expect(second).toMatchObject({
      court_id: null,
      time_known: false,
      case_key: null,
      bytes: '3000000000',
      client_code: '',
      verdict: 'OVER',
      exempt: 'CJA',
      exempt_note: 'CJA\nappointed',
      source: 'CONTENT',
      transaction_id: null,
    });
    expect(second?.source_key).toEqual(second?.content_key);
    await expectSums();
  });

  test('go into the quarter of their day in the service center’s zone', async () => {
    await db.write(
      firm,
      db.made([
        { account: ada, at: '2024-04-01T04:59:59Z' },
        { account: ada, at: '2024-04-01T05:00:00Z' },
        { account: ada, at: '2021-01-01T05:59:59Z' },
      ]),
    );
    const rows =
      await db.superuser`select quarter::text, day::text, tableoid::regclass::text as part from uses order by at`;
    expect(rows.map((row) => [row.quarter, row.day, row.part])).toEqual([
      ['2020-10-01', '2020-12-31', 'usage_quarters.uses_2020q4'],
      ['2024-01-01', '2024-03-31', 'usage_quarters.uses_2024q1'],
      ['2024-04-01', '2024-04-01', 'usage_quarters.uses_2024q2'],
    ]);
    await expectSums();
  });

  test('leave a batch, an entry in the payer’s trail, a notice and a job', async () => {
    const listener = plainSql(db.db.superuserUrl);
    const heard: string[] = [];
    await listener.listen('usage', (payload) => void heard.push(payload));
    const { batchId } = await db.write(firm, db.made([{ account: ada }, { account: ada, pages: 40 }]));
    const [batch] = await db.superuser`select * from usage_batches`;
    expect(batch).toMatchObject({
      payer_id: firm.payer.id,
      batch_id: batchId,
      authority: 'UPLOADED',
      origin: 'FILE',
      file_name: 'list.csv',
      uses: 2,
      known: 0,
      charge_cents: '60',
    });
    const entries = await db.superuser`
      select stream_id, details from audit_entries where action = 'usage.uses.imported' and stream_id = ${firm.payer.id}`;
    expect(entries).toMatchObject([
      {
        stream_id: firm.payer.id,
        details: {
          batchId,
          uses: 2,
          known: 0,
          chargeCents: 60,
          digest: '07'.repeat(32),
          quarters: ['2024-04-01'],
        },
      },
    ]);
    await expect.poll(() => heard).toEqual([JSON.stringify({ payerId: firm.payer.id, kind: 'uses' })]);
    const jobs =
      await db.superuser`select key from graphile_worker.jobs where task_identifier = 'usage:fold-totals'`;
    expect(jobs.map((job) => job.key)).toContain(`usage:fold-totals ${firm.payer.id}`);
    await listener.end();
  });

  test('of a person who pays for himself are his, and the trail is his account’s', async () => {
    const person = db.person(db.accounts[2] ?? '');
    await db.write(person, db.made([{ account: person.payer.id }]));
    expect(await stored()).toMatchObject([{ payer_id: person.payer.id, account_id: person.payer.id }]);
    const entries = await db.superuser`
      select stream_kind from audit_entries where action = 'usage.uses.imported' and stream_id = ${person.payer.id}`;
    expect(entries).toEqual([{ stream_kind: 'account' }]);
    await expectSums();
  });

  test('may be none at all', async () => {
    expect(await db.write(firm, [])).toMatchObject({ uses: 0, known: 0, chargeCents: 0, quarters: [] });
    expect(await db.superuser`select uses from usage_batches`).toEqual([{ uses: 0 }]);
    await expectSums();
  });

  test('are the same however few are written at a time', async () => {
    const rows = Array.from({ length: 23 }, (_, i) => ({
      account: i % 3 ? ada : ben,
      at: new Date(Date.UTC(2024, i % 5, 3 + i, 18)).toISOString(),
      transactionId: i % 4 ? String(1000 + (i % 17)) : null,
    }));
    const whole = await db.write(firm, db.made(rows), {}, { rowsAtOnce: 1000 });
    const before =
      await db.superuser`select day, transaction_id, content_key from uses order by at, content_key`;
    await db.superuser`truncate uses, usage_batches, usage_batch_quarters, usage_total_deltas`;
    const small = await db.write(firm, db.made(rows), {}, { rowsAtOnce: 2 });
    expect({ ...small, batchId: '' }).toEqual({ ...whole, batchId: '' });
    expect(
      await db.superuser`select day, transaction_id, content_key from uses order by at, content_key`,
    ).toEqual(before);
    await expectSums();
  });
});

describe('a use that is found again', () => {
  test('in the same file sent twice is not written twice, and is told to be in both', async () => {
    const rows = [
      { account: ada, transactionId: '1' },
      { account: ada, transactionId: '2', pages: 9 },
      { account: ben, at: '2024-02-01T18:00:00Z' },
    ];
    await db.write(firm, db.made(rows));
    const again = await db.write(firm, db.made(rows));
    expect(again).toMatchObject({ uses: 0, known: 3, chargeCents: 0 });
    expect(await stored()).toHaveLength(3);
    expect(await sightings()).toEqual([2, 3, 4].map((line) => ({ batch: again.batchId, line })));
    await expectSums();
  });

  test('in a file that overlaps: only what is new is written', async () => {
    const rows = Array.from({ length: 9 }, (_, i) => ({ account: ada, at: `2024-05-0${i + 1}T18:00:00Z` }));
    await db.write(firm, db.made(rows.slice(0, 6)));
    expect(await db.write(firm, db.made(rows.slice(4)))).toMatchObject({ uses: 3, known: 2 });
    expect(await stored()).toHaveLength(9);
    await expectSums();
  });

  test('two true purchases in one second both stay, and both are found again', async () => {
    const twice = [{ account: ada }, { account: ada }];
    expect(await db.write(firm, db.made(twice))).toMatchObject({ uses: 2, known: 0 });
    expect(await db.write(firm, db.made(twice))).toMatchObject({ uses: 0, known: 2 });
    expect(await db.write(firm, db.made([...twice, ...twice]))).toMatchObject({ uses: 2, known: 2 });
    await expectSums();
  });

  test.each([1, 1000])(
    'the same number twice in a file is one use, %i rows at a time',
    async (rowsAtOnce) => {
      const rows = ['5', '6', '5', '5'].map((transactionId) => ({ account: ada, transactionId }));
      expect(await db.write(firm, db.made(rows), {}, { rowsAtOnce })).toMatchObject({ uses: 2, known: 2 });
      expect(await sightings()).toEqual([]);
      expect(await db.write(firm, db.made(rows), {}, { rowsAtOnce })).toMatchObject({ uses: 0, known: 4 });
      await expectSums();
    },
  );

  test('the credit for a use bears its number, and is another use', async () => {
    const rows = [
      { account: ada, transactionId: '5' },
      { account: ada, transactionId: '5', chargeCents: -30 },
    ];
    expect(await db.write(firm, db.made(rows))).toMatchObject({ uses: 2, known: 0, chargeCents: 0 });
    await expectSums();
  });

  test('in a source without numbers, after one with them, is known by what it was', async () => {
    await db.write(firm, db.made([{ account: ada, transactionId: '5' }]));
    expect(await db.write(firm, db.made([{ account: ada }]))).toMatchObject({ uses: 0, known: 1 });
    await expectSums();
  });

  test('in a source with numbers, after one without: it gets the number and is known by it', async () => {
    const plain = [{ account: ada }, { account: ada }];
    const numbered = plain.map((row, i) => ({ ...row, transactionId: String(5 + i) }));
    await db.write(firm, db.made(plain));
    expect(await db.write(firm, db.made(numbered))).toMatchObject({ uses: 0, known: 2 });
    expect((await stored()).map((row) => row.transaction_id).sort()).toEqual(['5', '6']);
    const mended = numbered.map((row) => ({ ...row, description: 'told otherwise' }));
    expect(await db.write(firm, db.made(mended))).toMatchObject({ uses: 0, known: 2 });
    expect(await db.write(firm, db.made(plain))).toMatchObject({ uses: 0, known: 2 });
    await expectSums();
  });

  test.each([1, 1000])('with a number that comes twice, %i rows at a time', async (rowsAtOnce) => {
    await db.write(firm, db.made([{ account: ada }]));
    const twice = ['5', '5'].map((transactionId) => ({ account: ada, transactionId }));
    expect(await db.write(firm, db.made(twice), {}, { rowsAtOnce })).toMatchObject({ uses: 0, known: 2 });
    await expectSums();
  });

  test('two numbers are two uses, though they were the same', async () => {
    await db.write(firm, db.made([{ account: ada, transactionId: '5' }]));
    const other = await db.write(firm, db.made([{ account: ada, transactionId: '6' }]));
    expect(other).toMatchObject({ uses: 1, known: 0 });
    await expectSums();
  });

  test('another payer’s is never it', async () => {
    const person = db.person(db.accounts[3] ?? '');
    await db.write(firm, db.made([{ account: ada, transactionId: '5' }]));
    const row = { account: person.payer.id, transactionId: '5' };
    expect(await db.write(person, db.made([row]))).toMatchObject({ uses: 1, known: 0 });
  });
});

test('rows are looked for in a quarter that Postgres has counted, or each of them would read all of it', async () => {
  const counted = async () => {
    const [part] = await db.superuser<{ rows: number }[]>`
      select reltuples::int as rows from pg_class where relname = 'uses_2022q2'`;
    return part?.rows;
  };
  const uses = db.made([{ account: ada, at: '2022-05-15T18:00:00Z' }]);
  await db.write(firm, uses);
  expect(await counted()).toBe(-1);
  await db.write(firm, uses);
  expect(await counted()).toBe(1);
});

describe('what is recorded', () => {
  const recorded = { authority: 'RECORDED', origin: 'RECEIPTS' } as const;

  test('takes the place of the payer’s own upload: the charge that is billed, the code given since, one use', async () => {
    const upload = await db.write(
      firm,
      db.made([
        { account: ada, transactionId: '5' },
        { account: ada, pages: 8 },
      ]),
    );
    await db.superuser`update uses set client_code = 'Z-9' where transaction_id = '5'`;
    await db.superuser`delete from usage_total_deltas`;
    const [before] = await db.superuser`select use_id from uses where transaction_id = '5'`;
    const record = await db.write(
      firm,
      db.made([{ account: ada, transactionId: '5', chargeCents: 20, clientCode: 'A-2' }]),
      recorded,
    );
    expect(record).toMatchObject({ uses: 1, known: 0, chargeCents: 20 });
    const [use] = await db.superuser`select * from uses where transaction_id = '5'`;
    expect(use).toMatchObject({
      use_id: before?.use_id,
      authority: 'RECORDED',
      batch_id: record.batchId,
      charge_cents: 20,
      verdict: 'UNDER',
      given_client_code: 'A-2',
      client_code: 'Z-9',
    });
    expect(await sightings()).toEqual([{ batch: upload.batchId, line: null }]);
    expect(
      await db.superuser`select uses, charge_cents::int as cents from usage_batches where batch_id = ${upload.batchId}`,
    ).toEqual([{ uses: 1, cents: 30 }]);
    expect(await wrongBatches(db.superuser)).toEqual([]);
    const [moved] = await db.superuser`
      select sum(uses)::int as uses, sum(charge_cents)::int as cents, sum(recorded_cents)::int as recorded
      from usage_total_deltas where grouping = 'NONE' and period = 'QUARTER'`;
    expect(moved).toEqual({ uses: 0, cents: -10, recorded: 20 });
  });

  test('keeps the number that the upload had, where it has none', async () => {
    await db.write(firm, db.made([{ account: ada, transactionId: '5' }]));
    await db.write(firm, db.made([{ account: ada }]), recorded);
    expect(await stored()).toMatchObject([
      { transaction_id: '5', source: 'TRANSACTION', authority: 'RECORDED' },
    ]);
    await expectSums();
  });

  test.each([1, 1000])(
    'is found in a later upload and stays recorded, %i rows at a time',
    async (rowsAtOnce) => {
      await db.write(firm, db.made([{ account: ada, transactionId: '5' }]), recorded, { rowsAtOnce });
      await db.write(
        firm,
        db.made([{ account: ada, transactionId: '5', chargeCents: 10 }]),
        {},
        { rowsAtOnce },
      );
      expect(await stored()).toMatchObject([{ authority: 'RECORDED', charge_cents: 30 }]);
      await expectSums();
    },
  );

  test('once more is known, and changes nothing', async () => {
    const rows = ['5', '6', '5'].map((transactionId) => ({ account: ada, transactionId }));
    await db.write(firm, db.made(rows));
    expect(await db.write(firm, db.made(rows), recorded, { rowsAtOnce: 2 })).toMatchObject({
      uses: 2,
      known: 1,
    });
    expect(await db.write(firm, db.made(rows), recorded)).toMatchObject({ uses: 0, known: 3 });
    await expectSums();
  });

  test('is booked as what the payer owes for the quarter; what is uploaded is not', async () => {
    const payer = await db.firm([db.accounts[4] ?? '']);
    const rows = [
      { account: db.accounts[4] ?? '' },
      { account: db.accounts[4] ?? '', at: '2024-02-01T18:00:00Z' },
    ];
    await db.write(payer, db.made([rows[0] as (typeof rows)[number]]));
    const accrued = () => db.superuser`
      select quarter::text, sum(cents)::int as cents from ledger_entries
      where payer_id = ${payer.payer.id} and account = 'ACCRUED' group by 1 order by 1`;
    expect(await accrued()).toEqual([]);
    await db.write(payer, db.made(rows), recorded);
    expect(await accrued()).toEqual([
      { quarter: '2024-01-01', cents: 30 },
      { quarter: '2024-04-01', cents: 30 },
    ]);
  });
});

describe('all or nothing', () => {
  const some = () =>
    db.made(Array.from({ length: 30 }, (_, i) => ({ account: ada, at: `2024-05-15T18:00:${10 + i}Z` })));
  const nothingIsThere = async () => {
    const [row] = await db.superuser`select (select count(*)::int from uses) as uses,
      (select count(*)::int from usage_batches) as batches, (select count(*)::int from usage_total_deltas) as deltas,
      (select count(*)::int from audit_entries where stream_id = ${firm.payer.id}) as entries`;
    expect(row).toEqual({ uses: 0, batches: 0, deltas: 0, entries: 0 });
  };

  test('when it is cancelled between two chunks', async () => {
    const cancel = new AbortController();
    const seen: number[] = [];
    const writing = db.write(
      firm,
      some(),
      {},
      {
        signal: cancel.signal,
        rowsAtOnce: 10,
        onProgress: ({ uses }) => {
          seen.push(uses);
          if (uses === 20) cancel.abort(new Error('not wanted any more'));
        },
      },
    );
    await expect(writing).rejects.toThrow('not wanted any more');
    expect(seen).toEqual([10, 20]);
    await nothingIsThere();
    expect(await db.write(firm, some())).toMatchObject({ uses: 30 });
  });

  test('when it is cancelled while it waits for another import of the payer', async () => {
    const cancel = new AbortController();
    const writing = await db.superuser.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(hashtextextended(${`usage ${firm.payer.id}`}, 0))`;
      const waiting = db.write(firm, some(), {}, { signal: cancel.signal });
      const outcome = expect(waiting).rejects.toThrow('not wanted any more');
      const locked = () => tx`select 1 as yes from pg_locks where not granted and locktype = 'advisory'`;
      await expect.poll(locked).toHaveLength(1);
      cancel.abort(new Error('not wanted any more'));
      await outcome;
      return 'cancelled while the other still went on';
    });
    expect(writing).toContain('cancelled');
    await nothingIsThere();
  });

  test('when reading the rows fails in the middle', async () => {
    const { site } = db;
    async function* failing() {
      yield some().slice(0, 20);
      throw new Error('the file ends in the middle');
    }
    const batch = {
      ...firm,
      authority: 'UPLOADED',
      origin: 'FILE',
      fileName: null,
      digest: null,
      importedBy: null,
    } as const;
    await expect(writeUses(site, firm.actor, batch, failing(), { rowsAtOnce: 5 })).rejects.toThrow(
      'the file ends in the middle',
    );
    await nothingIsThere();
  });

  test('when a row cannot be stored', async () => {
    const uses = some();
    const [first, ...rest] = uses;
    if (!first) throw new Error('no uses');
    const late = { ...first, day: '1999-05-01' };
    expect(await stateOf(db.write(firm, [...rest, late], {}, { rowsAtOnce: 7 }))).toBe('22023');
    await nothingIsThere();
  });
});

describe('a use must be of the payer at its instant', () => {
  test.each([
    ['before the link', "starts_at = '2024-05-15T18:00:00.001Z'"],
    ['after the link', "ends_at = '2024-05-15T18:00:00Z'"],
    ['of an account of another firm', 'payer_id = gen_random_uuid()'],
  ])('%s: nothing is written', async (_, change) => {
    await db.superuser.unsafe(`update linkages set ${change} where account_id = '${ada}'`);
    await expect(db.write(firm, db.made([{ account: ben }, { account: ada }]))).rejects.toThrow(
      LinkagesChanged,
    );
    expect(await stored()).toEqual([]);
  });

  test('from the first instant of the link to the last', async () => {
    await db.superuser`update linkages set starts_at = '2024-05-15T18:00:00Z', ends_at = '2024-05-15T18:00:00.001Z'
      where account_id = ${ada}`;
    expect(await db.write(firm, db.made([{ account: ada }]))).toMatchObject({ uses: 1 });
  });

  test('a person’s that a firm answers for, or another’s, is not his', async () => {
    await expect(db.write(db.person(ada), db.made([{ account: ada }]))).rejects.toThrow(LinkagesChanged);
    const other = db.person(db.accounts[3] ?? '');
    await expect(db.write(other, db.made([{ account: db.accounts[4] ?? '' }]))).rejects.toThrow(
      LinkagesChanged,
    );
    await db.superuser`update linkages set ends_at = '2024-05-15T18:00:00Z' where account_id = ${ada}`;
    expect(await db.write(db.person(ada), db.made([{ account: ada }]))).toMatchObject({ uses: 1 });
  });

  test('whoever does not act for the payer writes nothing for him', async () => {
    const stranger = { payer: firm.payer, actor: db.person(ben).actor };
    const state = await stateOf(db.write(stranger, db.made([{ account: ada }])));
    expect(state).toMatch(/42501|LinkagesChanged|Who answers/);
    expect(await stored()).toEqual([]);
    const site = { payer: firm.payer, actor: systemActor };
    expect(await db.write(site, db.made([{ account: ada }]))).toMatchObject({ uses: 1 });
  });
});

describe('at the same time', () => {
  test('the same rows twice for one payer: one import writes them, the other knows them', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => ({ account: ada, transactionId: String(i) }));
    const written = await Promise.all(
      [1, 2, 3].map(() => db.write(firm, db.made(rows), {}, { rowsAtOnce: 9 })),
    );
    expect(written.map(({ uses }) => uses).sort()).toEqual([0, 0, 40]);
    expect(written.map(({ known }) => known).sort()).toEqual([0, 40, 40]);
    await expectSums();
  });

  test('many payers in a quarter that is new to all of them', async () => {
    const people = db.accounts.slice(2).map((account) => db.person(account));
    await Promise.all(
      people.map((person) =>
        db.write(person, db.made([{ account: person.payer.id, at: '2019-08-01T18:00:00Z' }])),
      ),
    );
    expect(await stored()).toHaveLength(people.length);
    await expectSums();
  });
});
