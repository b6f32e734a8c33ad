import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiClient } from '../support/api-client';
import { ask, done, download, ended, importOf, link, upload, worked } from '../support/imports';
import { withoutLinkages } from '../support/linkages';
import { startTestJobs } from '../support/test-jobs';
import { openTestSite, type TestSite } from '../support/test-site';

let site: TestSite;
let administrator: ApiClient;
let endJobs: () => Promise<void>;
beforeAll(async () => {
  site = await openTestSite();
  await withoutLinkages(site.db);
  await link(site, 2000006, 1000001, '2020-01-01', null, 'Litigation');
  await link(site, 2000007, 1000001, '2020-01-01', '2024-01-01');
  endJobs = await startTestJobs(site);
  administrator = await site.signedIn('firmadmin.demo');
});
afterAll(async () => {
  await endJobs();
  await site.close();
});

const header = 'Account Number,Date,Time,Court,Case Number,Client Code,Type,Description,Pages,Charge';
const good = '2000006,2025-01-31,15:04:05,mowd,4:25-cv-00001,ACME.1,Document,Complaint,3,0.30';
const check = (file: string | Uint8Array) => worked(administrator, '1000001', file, 'Check');

describe('a check', () => {
  test('tells what the rows are, and imports nothing', async () => {
    const checked = await check(
      `${header}\n${good}\n\n2000006,2025-02-01,,PCL,,,Name search,Smith,1,$0.10\n`,
    );
    expect(checked).toMatchObject({
      state: 'CHECKED',
      failure: null,
      badRowsUrl: null,
      findings: { rows: 2, goodRows: 2, badRows: 0, problemCounts: [], firstProblems: [] },
    });
    expect(checked.progress).toEqual({ bytes: checked.bytes, rows: 2, goodRows: 2, badRows: 0 });
    expect(checked.findings.firstRows).toEqual([
      {
        line: 2,
        at: '2025-01-31T21:04:05.000Z',
        timeKnown: true,
        kind: 'DOCUMENT',
        caseNumber: '4:25-cv-00001',
        clientCode: 'ACME.1',
        costCenter: 'Litigation',
        description: 'Complaint',
        search: null,
        format: null,
        pages: 3,
        bytes: null,
        billablePages: 3,
        charge: { cents: 30 },
        exempt: false,
        transactionNumber: null,
        expectedCharge: { cents: 30 },
        verdict: 'EQUAL',
        cause: null,
        account: { accountNumber: '2000006' },
        court: { code: 'mowd' },
      },
      expect.objectContaining({
        line: 4,
        at: '2025-02-01T06:00:00.000Z',
        timeKnown: false,
        kind: 'SEARCH',
        court: null,
      }),
    ]);
  });

  test('tells every problem with its line, and names and counts what is unknown', async () => {
    const bad = [
      good,
      good.replace('mowd', 'xyzd'),
      good.replace('mowd', 'xyzd').replace('0.30', 'free'),
      good.replace('2000006', '1234567'),
      good.replace('2000006', '2000007'),
      good.replace('Document', 'Leaflet'),
      good.replace('Complaint', '"a\nb"').replace('2025-01-31', '2025-02-30'),
      good.replace('Complaint', '"open'),
      good.replace('2025-01-31', '1999-12-31'),
      good.replace('2025-01-31', '2099-12-31'),
    ];
    const { findings } = await check(`${header}\n${bad.join('\n')}\n`);
    expect(findings).toMatchObject({
      rows: 10,
      goodRows: 1,
      badRows: 9,
      unknownCourts: { named: [{ name: 'xyzd', rows: 2 }], otherRows: 0 },
      unknownAccounts: {
        named: [
          { name: '1234567', rows: 1 },
          { name: '2000007', rows: 1 },
        ],
        otherRows: 0,
      },
      unknownKinds: { named: [{ name: 'Leaflet', rows: 1 }], otherRows: 0 },
    });
    expect(
      findings.firstProblems.map(({ line, code, column }: Record<string, unknown>) => [line, code, column]),
    ).toEqual([
      [3, 'UNKNOWN_COURT', 'COURT'],
      [4, 'BAD_AMOUNT', 'CHARGE'],
      [4, 'UNKNOWN_COURT', 'COURT'],
      [5, 'UNKNOWN_ACCOUNT', 'ACCOUNT_NUMBER'],
      [6, 'NOT_LINKED', 'ACCOUNT_NUMBER'],
      [7, 'UNKNOWN_KIND', 'KIND'],
      [8, 'BAD_DATE', 'DATE'],
      [10, 'BAD_QUOTES', null],
      [11, 'DATE_OUT_OF_BOUNDS', 'DATE'],
      [12, 'DATE_OUT_OF_BOUNDS', 'DATE'],
    ]);
    expect(findings.problemCounts[0]).toEqual({ code: 'UNKNOWN_COURT', column: 'COURT', rows: 2 });
  });

  test('gives the bad rows as a file in the same columns, which is read again as the first was', async () => {
    const checked = await check(`${header}\n${good}\n${good.replace('mowd', 'xyzd')}\n`);
    const { status, type, disposition, text } = await download(administrator, checked.badRowsUrl);
    expect([status, type]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(disposition).toBe(`attachment; filename="list.bad-rows.csv"; filename*=UTF-8''list.bad-rows.csv`);
    const [first, second] = text.split('\r\n');
    expect(first).toBe(`\ufeff${header},Countersign line,Countersign reason`);
    expect(second).toMatch(/^2000006,2025-01-31,.*,xyzd,.*,0\.30,3,"Court: No court is known/);
    const mended = await check(text.replace('xyzd', 'mowd'));
    expect(mended).toMatchObject({ state: 'CHECKED', badRowsUrl: null, findings: { rows: 1, goodRows: 1 } });
  });
});

describe('the mapping', () => {
  const foreign = 'Wer,Wann,Wo,Was,Wieviel\n2000006,03/04/2025,mowd,Blatt,"0,30"\n';
  const mapped = [
    { column: 'DATE', header: 'Wann' },
    { column: 'ACCOUNT_NUMBER', header: 'Wer' },
    { column: 'COURT', header: 'Wo' },
    { column: 'KIND', header: 'Was' },
    { column: 'CHARGE', header: 'Wieviel' },
  ];

  test('is set by hand, and comes back with the next file that has the header', async () => {
    const { id } = await upload(administrator, '1000001', foreign);
    const before = await importOf(administrator, id ?? '');
    expect(before).toMatchObject({
      headerRow: 0,
      headers: ['Column 1', 'Column 2', 'Column 3', 'Column 4', 'Column 5'],
    });
    expect(before.allowedActions).toEqual(['MAP', 'DISCARD']);
    const refused = await ask(administrator, 'Check', id ?? '');
    expect(refused.data.usageImportCheck.userErrors).toMatchObject([{ code: 'NOT_NOW' }]);

    const withHeader = await done(administrator, 'Map', id ?? '', { headerRow: 1 });
    expect(withHeader).toMatchObject({
      headerRow: 1,
      headers: ['Wer', 'Wann', 'Wo', 'Was', 'Wieviel'],
      columns: [],
    });
    const withColumns = await done(administrator, 'Map', id ?? '', { columns: mapped });
    expect(withColumns.mappingProblems.map(({ code }: { code: string }) => code)).toEqual([
      'DATE_ORDER_UNKNOWN',
    ]);
    const settled = await done(administrator, 'Map', id ?? '', {
      dateOrder: 'DMY',
      kindWords: [{ text: 'Blatt', kind: 'DOCUMENT' }],
    });
    expect(settled).toMatchObject({ mappingProblems: [], decimalMark: 'COMMA', columns: mapped });

    const next = await upload(administrator, '1000001', foreign.replace('2000006', '2000007'));
    expect(await importOf(administrator, next.id ?? '')).toMatchObject({
      headerRow: 1,
      columns: mapped,
      dateOrder: 'DMY',
      decimalMark: 'COMMA',
      kindWords: [{ text: 'Blatt', kind: 'DOCUMENT' }],
      mappingProblems: [],
    });
    await done(administrator, 'Check', id ?? '');
    expect((await ended(administrator, id ?? '')).findings.firstRows).toMatchObject([
      { at: '2025-04-03T05:00:00.000Z', kind: 'DOCUMENT', charge: { cents: 30 } },
    ]);
  });

  test('is another payer’s own', async () => {
    const person = await site.signedIn('attorney.demo');
    const { id } = await upload(person, 'me', foreign);
    expect(await importOf(person, id ?? '')).toMatchObject({ headerRow: 0, columns: [] });
  });

  test.each<[string, Record<string, unknown>, string, string]>([
    ['a header there is not', { columns: [{ column: 'COURT', header: 'Nowhere' }] }, 'INVALID', 'columns'],
    ['a column twice', { columns: [mapped[0], { column: 'DATE', header: 'Wer' }] }, 'INVALID', 'columns'],
    ['a header row there is not', { headerRow: 26 }, 'INVALID', 'headerRow'],
    ['a word without letters', { kindWords: [{ text: ' ', kind: 'AUDIO' }] }, 'INVALID', 'kindWords'],
    ['a version that is gone', { expectedVersion: 99 }, 'STALE', 'expectedVersion'],
  ])('with %s is refused', async (_, input, code, field) => {
    const { id } = await upload(administrator, '1000001', foreign);
    const { data } = await ask(administrator, 'Map', id ?? '', input);
    expect(data.usageImportMap).toMatchObject({
      import: null,
      userErrors: [{ code, field: ['input', field] }],
    });
  });

  test('changes what is between the cells', async () => {
    const { id } = await upload(administrator, '1000001', 'a;b\n1;2\n');
    expect(await importOf(administrator, id ?? '')).toMatchObject({ separator: 'SEMICOLON' });
    const tabs = await done(administrator, 'Map', id ?? '', { separator: 'TAB' });
    expect(tabs).toMatchObject({ separator: 'TAB', firstLines: [['a;b'], ['1;2']], headers: ['Column 1'] });
  });

  test('makes what a check found worthless', async () => {
    const checked = await check(`${header}\n${good.replace('Document', 'Leaflet')}\n`);
    const { badRowsUrl } = checked;
    expect((await download(administrator, badRowsUrl)).status).toBe(200);
    const anew = await done(administrator, 'Map', checked.id, {
      kindWords: [{ text: 'leaflet', kind: 'DOCUMENT' }],
    });
    expect(anew).toMatchObject({ state: 'UPLOADED', findings: null, badRowsUrl: null });
    expect((await download(administrator, badRowsUrl)).status).toBe(404);
    await done(administrator, 'Check', checked.id);
    expect((await ended(administrator, checked.id)).findings).toMatchObject({ goodRows: 1, badRows: 0 });
  });
});

describe('nobody else', () => {
  let id: string;
  let badRowsUrl: string;
  let strangers: ApiClient[];
  beforeAll(async () => {
    const checked = await check(`${header}\n${good.replace('mowd', 'xyzd')}\n`);
    [id, badRowsUrl] = [checked.id, checked.badRowsUrl];
    strangers = await Promise.all([
      site.signedIn('firmadmin.two'),
      site.signedIn('attorney.demo'),
      site.signedIn('clerk.mowd'),
    ]);
  });

  test('sees it, downloads of it or does anything with it; it is as if it did not exist', async () => {
    for (const stranger of strangers) {
      expect(await importOf(stranger, id)).toBeNull();
      expect(await download(stranger, badRowsUrl)).toMatchObject({ status: 404 });
      for (const verb of ['Map', 'Check', 'Run', 'Cancel'] as const) {
        const { data, errors } = await ask(stranger, verb, id);
        expect(errors).toEqual([]);
        expect(data[`usageImport${verb}`]).toMatchObject({
          import: null,
          userErrors: [{ code: 'NOT_FOUND' }],
        });
      }
      const firm = await stranger.data('{ firm(id: "1000001") { usageImports(first: 1) { totalCount } } }');
      expect(firm).toEqual({ firm: null });
    }
    expect((await importOf(administrator, id)).version).toBe(3);
  });

  test('and a visitor is asked to sign in', async () => {
    const visitor = site.visitor();
    expect(await download(visitor, badRowsUrl)).toMatchObject({ status: 401 });
    const { errors } = await ask(visitor, 'Check', id);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
  });
});

test('lists come newest first, each payer’s own', async () => {
  const person = await site.signedIn('clerk.mowb');
  for (const name of ['a.csv', 'b.csv']) await upload(person, 'me', header, { name });
  const { viewer } = await person.data(
    '{ viewer { usageImports(first: 5) { totalCount nodes { fileName } } } }',
  );
  expect(viewer.usageImports).toEqual({
    totalCount: 2,
    nodes: [{ fileName: 'b.csv' }, { fileName: 'a.csv' }],
  });
  const { firm } = await administrator.data(
    '{ firm(id: "1000001") { usageImports(first: 1) { totalCount nodes { firm { number } createdBy { accountNumber } } } } }',
  );
  expect(firm.usageImports.totalCount).toBeGreaterThan(2);
  expect(firm.usageImports.nodes).toEqual([
    { firm: { number: '1000001' }, createdBy: { accountNumber: '2000002' } },
  ]);
});
