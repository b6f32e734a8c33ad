import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import courtsFile from '../../../../drizzle/reference/courts.json';
import { type ImportColumn, importColumns } from './column-names';
import type { ColumnPlaces } from './columns';
import { courtFinder } from './court-of';
import { kindFinder } from './kind-of';
import { isBlankRow, type RowContext, readRow } from './row';
import type { RowProblem, RowProblemCode } from './row-problem';
import type { RowReading, UploadedUse } from './uploaded-use';
import { zoneClock } from './zone-clock';

const context: RowContext = {
  courts: courtFinder(courtsFile.courts),
  kinds: kindFinder(),
  clock: zoneClock('America/Chicago'),
  dateOrder: 'MDY',
  decimalMark: 'POINT',
  notAfter: Date.parse('2025-12-31T00:00:00Z'),
};

type Cells = Partial<Record<ImportColumn, string>>;

/** Reads cells as those of a file with every column. */
const places: ColumnPlaces = {
  at: Object.fromEntries(importColumns.map((column, i) => [column, i])) as Record<ImportColumn, number>,
  width: importColumns.length,
};

function read(given: Cells, own: Partial<RowContext> = {}): RowReading<RowProblem> {
  const cells = importColumns.map((column) => given[column] ?? '');
  return readRow(cells, places, { ...context, ...own });
}

const good: Cells = {
  date: '01/31/2025',
  time: '3:04:05 PM',
  accountNumber: '1234567',
  court: 'mowd',
  kind: 'Document',
  charge: '$0.50',
};

function use(given: Cells, own: Partial<RowContext> = {}): UploadedUse {
  const reading = read({ ...good, ...given }, own);
  if (!reading.ok) throw new Error(reading.problems.map(({ message }) => message).join(' '));
  return reading.use;
}

function problems(given: Cells, own: Partial<RowContext> = {}): [RowProblemCode, ImportColumn | null][] {
  const reading = read({ ...good, ...given }, own);
  return reading.ok ? [] : reading.problems.map(({ code, column }) => [code, column]);
}

describe('readRow', () => {
  it('reads a whole row', () => {
    expect(
      use({
        transactionId: '9000000001',
        loginId: 'jroe',
        userName: 'Jane Roe',
        costCenter: 'Litigation',
        caseNumber: '4:24-cv-00123',
        clientCode: '12345-0001',
        search: 'All documents',
        description: 'Image4-0',
        format: 'PDF',
        bytes: '123,456',
        pages: '45',
        billablePages: '30',
        charge: '3.00',
        exempt: 'N',
      }),
    ).toEqual({
      transactionId: '9000000001',
      instant: Date.parse('2025-01-31T21:04:05Z'),
      timeKnown: true,
      day: '2025-01-31',
      accountNumber: 1_234_567,
      loginId: 'jroe',
      userName: 'Jane Roe',
      costCenter: 'Litigation',
      courtId: 'mowd',
      caseNumber: '4:24-cv-00123',
      clientCode: '12345-0001',
      kind: 'DOCUMENT',
      search: 'All documents',
      description: 'Image4-0',
      format: 'PDF',
      bytes: 123_456,
      pages: 45,
      billablePages: 30,
      chargeCents: 300,
      exempt: false,
      exemptReason: null,
      correction: false,
    });
  });

  it('needs little', () => {
    expect(use({})).toMatchObject({ transactionId: null, search: null, pages: null, exempt: null });
    expect(use({ charge: '', pages: '5' })).toMatchObject({ chargeCents: null, pages: 5 });
    expect(use({ accountNumber: '', loginId: 'jroe' })).toMatchObject({
      accountNumber: null,
      loginId: 'jroe',
    });
    expect(use({ kind: '', description: 'Docket Report 4:24-cv-00123' }).kind).toBe('DOCKET_REPORT');
    expect(use({ date: '', instant: '2025-01-31T15:04:05-06:00' }).instant).toBe(
      Date.parse('2025-01-31T21:04:05Z'),
    );
  });

  it('keeps the day of the service center’s zone', () => {
    expect(use({ time: '' })).toMatchObject({ timeKnown: false, day: '2025-01-31' });
    expect(use({ date: '2025-02-01T05:30:00Z', time: '' }).day).toBe('2025-01-31');
    expect(use({ date: '2025-02-01T05:30:00Z', time: '' }, { clock: zoneClock('UTC') }).day).toBe(
      '2025-02-01',
    );
  });

  it('leaves out spaces around a cell, of every kind', () => {
    expect(
      use({ court: ' mowd ', caseNumber: '4:24-cv-00123\u00a0', userName: '\u2003Roe\n' }),
    ).toMatchObject({
      courtId: 'mowd',
      caseNumber: '4:24-cv-00123',
      userName: 'Roe',
    });
  });

  it('keeps line breaks and other letters of a text', () => {
    expect(use({ description: 'Motion\r\nby García' }).description).toBe('Motion\r\nby García');
  });

  it('takes off the apostrophe that kept a cell from being a formula', () => {
    expect(use({ search: "'=Roe", charge: "'-0.50" })).toMatchObject({ search: '=Roe', chargeCents: -50 });
  });

  it('reads what is used in no court', () => {
    expect(use({ court: 'PCL', kind: 'Search' }).courtId).toBeNull();
    expect(use({ court: '', kind: 'Search by PSC', charge: '30.00' }).courtId).toBeNull();
    expect(problems({ court: '', kind: 'Search' })).toEqual([['MISSING', 'court']]);
  });

  it('takes a credit for a correction, which may take pages back', () => {
    expect(use({ charge: '($0.50)', pages: '-5' })).toMatchObject({
      chargeCents: -50,
      pages: -5,
      correction: true,
    });
    expect(use({ charge: '-0.50', billablePages: '5' })).toMatchObject({
      billablePages: 5,
      correction: true,
    });
    expect(problems({ charge: '0.50', pages: '-5' })).toEqual([['BAD_COUNT', 'pages']]);
    expect(problems({ charge: '', pages: '-5' })).toEqual([['BAD_COUNT', 'pages']]);
  });

  it('reads amounts by the mark of the file', () => {
    const comma = { decimalMark: 'COMMA' } as const;
    expect(use({ charge: '1.234,50', bytes: '123.456' }, comma)).toMatchObject({
      chargeCents: 123_450,
      bytes: 123_456,
    });
    expect(problems({ charge: '0.50' }, comma)).toEqual([['BAD_AMOUNT', 'charge']]);
  });

  it.each([
    ['Y', '', true],
    ['yes', '', true],
    ['TRUE', 'CJA', true],
    ['N', '', false],
    ['0', '', false],
    ['', '', null],
    ['', 'CJA panel', true],
    // Words for no reason are none.
    ['N', 'None', false],
    ['', 'N/A', null],
    ['', '-', null],
  ])('exempt %j with the reason %j: %s', (exempt, exemptReason, expected) => {
    expect(use({ exempt, exemptReason }).exempt).toBe(expected);
  });
});

describe('what is refused', () => {
  it.each<[string, Cells, [RowProblemCode, ImportColumn | null][]]>([
    ['no day', { date: '' }, [['MISSING', 'date']]],
    ['a day that is none', { date: '02/30/2025' }, [['BAD_DATE', 'date']]],
    ['a time that is none', { time: '25:00' }, [['BAD_DATE', 'date']]],
    ['the future', { date: '01/01/2026' }, [['DATE_OUT_OF_BOUNDS', 'date']]],
    ['before PACER', { date: '01/01/1980' }, [['DATE_OUT_OF_BOUNDS', 'date']]],
    ['nobody', { accountNumber: '' }, [['MISSING', 'accountNumber']]],
    ['six digits', { accountNumber: '123456' }, [['BAD_ACCOUNT_NUMBER', 'accountNumber']]],
    ['seven digits from 0', { accountNumber: '0123456' }, [['BAD_ACCOUNT_NUMBER', 'accountNumber']]],
    ['a letter in an account', { accountNumber: '12345a7' }, [['BAD_ACCOUNT_NUMBER', 'accountNumber']]],
    ['a court not known', { court: 'xyz' }, [['UNKNOWN_COURT', 'court']]],
    ['two courts of a name', { court: 'Western District of Missouri' }, [['AMBIGUOUS_COURT', 'court']]],
    ['a kind not known', { kind: 'Thing' }, [['UNKNOWN_KIND', 'kind']]],
    ['no kind', { kind: '' }, [['MISSING', 'kind']]],
    ['a description that is no kind', { kind: '', description: 'Reply' }, [['UNKNOWN_KIND', 'description']]],
    ['a format not known', { format: 'docx' }, [['UNKNOWN_FORMAT', 'format']]],
    ['no amount', { charge: 'free' }, [['BAD_AMOUNT', 'charge']]],
    ['half a cent', { charge: '0.105' }, [['BAD_AMOUNT', 'charge']]],
    ['too much', { charge: '1000000.01' }, [['BAD_AMOUNT', 'charge']]],
    ['half a page', { pages: '1.5' }, [['BAD_COUNT', 'pages']]],
    ['too many pages', { billablePages: '1000001' }, [['BAD_COUNT', 'billablePages']]],
    ['neither charge nor count', { charge: '' }, [['MISSING', 'charge']]],
    ['perhaps exempt', { exempt: 'perhaps' }, [['BAD_EXEMPT', 'exempt']]],
    ['a reason for none', { exempt: 'N', exemptReason: 'CJA' }, [['BAD_EXEMPT', 'exempt']]],
    ['a long text', { description: 'x'.repeat(4001) }, [['TOO_LONG', 'description']]],
    ['a long client code', { clientCode: 'x'.repeat(33) }, [['TOO_LONG', 'clientCode']]],
    ['a control character', { userName: 'Roe\u0001' }, [['BAD_CHARACTER', 'userName']]],
    ['one in a code', { clientCode: 'Roe\u0001' }, [['BAD_CHARACTER', 'clientCode']]],
    ['a shortened number', { transactionId: '9.00001E+09' }, [['SHORTENED_NUMBER', 'transactionId']]],
    ['a shortened code', { clientCode: '1.23457E+11' }, [['SHORTENED_NUMBER', 'clientCode']]],
    [
      'everything at once',
      { date: 'x', court: 'xyz', kind: 'Thing', charge: 'free', accountNumber: '1' },
      [
        ['BAD_DATE', 'date'],
        ['UNKNOWN_KIND', 'kind'],
        ['BAD_AMOUNT', 'charge'],
        ['BAD_ACCOUNT_NUMBER', 'accountNumber'],
        ['UNKNOWN_COURT', 'court'],
      ],
    ],
  ])('%s', (_, given, expected) => {
    expect(problems(given)).toEqual(expected);
    const reading = read({ ...good, ...given });
    if (!reading.ok) for (const { message } of reading.problems) expect(message).toMatch(/^[A-Z“].*\.$/);
  });

  it('a date of two meanings, where nobody said the order', () => {
    expect(problems({ date: '01/02/2025' }, { dateOrder: null })).toEqual([['DATE_ORDER_UNKNOWN', 'date']]);
    expect(problems({ date: '01/31/2025' }, { dateOrder: 'DMY' })).toEqual([['BAD_DATE', 'date']]);
  });

  it('names the value, and the courts that may be meant', () => {
    const reading = read({ ...good, court: 'Western District of Missouri' });
    if (reading.ok) throw new Error('two courts are called so');
    expect(reading.problems[0]).toMatchObject({ value: 'Western District of Missouri' });
    expect(reading.problems[0]?.message).toContain('mowb, mowd');
  });

  it('cells beyond the header, unless they are empty', () => {
    const cells = importColumns.map((column) => good[column] ?? '');
    expect(readRow([...cells, '', ' '], places, context).ok).toBe(true);
    expect(readRow([...cells, '', 'x'], places, context)).toMatchObject({
      ok: false,
      problems: [{ code: 'TOO_MANY_CELLS', column: null, value: 'x' }],
    });
  });

  it('a row that is too short as one without those cells', () => {
    const cells = importColumns.map((column) => good[column] ?? '').slice(0, 3);
    expect(readRow(cells, places, context).ok).toBe(false);
  });
});

describe('card numbers', () => {
  const card = '4012888888881881';
  const printed = '4012 8888 8888 1881';

  it.each(['description', 'search', 'userName', 'loginId', 'exemptReason'] as const)(
    'are refused in %s',
    (column) => {
      for (const number of [card, printed, '401288-88888818-81', `Paid by ${printed}, thanks`]) {
        expect(problems({ [column]: number })).toContainEqual(['CARD_NUMBER', column]);
      }
    },
  );

  it('are hidden where the problem is shown', () => {
    const reading = read({ ...good, description: `Paid by ${printed}` });
    if (reading.ok) throw new Error('the card number was taken');
    expect(reading.problems[0]?.value).toBe('Paid by ************1881');
    expect(JSON.stringify(reading)).not.toContain('4012');
  });

  it.each(['clientCode', 'costCenter'] as const)('are refused in %s only as printed on a card', (column) => {
    for (const number of [card, printed])
      expect(problems({ [column]: number })).toEqual([['CARD_NUMBER', column]]);
    for (const number of ['401288-888888-1881', '4012.8888.8888.1881', '40128-88888-881881']) {
      expect(use({ [column]: number })[column]).toBe(number);
    }
  });

  it('are not looked for in numbers with a meaning of their own', () => {
    expect(use({ transactionId: card, caseNumber: printed })).toMatchObject({
      transactionId: card,
      caseNumber: printed,
    });
  });

  it.each([
    '4012888888881882',
    '1234567812345670',
    '22-00033-MAG Fil or Ent: filed Doc From: 0 Doc To: 99999999',
    'From 2024-01-01 to 2024-12-31, 2024-01-01 2024-12-31',
    '816-555-0100 816-555-0199',
    '123-45-6789',
  ])('are not seen in %j', (search) => expect(use({ search }).search).toBe(search));
});

describe('any row', () => {
  it('is read or refused with reasons, never with a half-read use', () => {
    const cell = fc.constantFrom(
      '',
      ' ',
      '01/31/2025',
      '1234567',
      'mowd',
      'Search',
      '0.50',
      'PDF',
      '-1',
      "'=1",
      '\0',
    );
    const changes = fc.dictionary(fc.constantFrom(...importColumns), cell, { maxKeys: 4 });
    fc.assert(
      fc.property(changes, (changed) => {
        const reading = read({ ...good, ...changed });
        if (reading.ok) {
          expect(reading.use.day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
          expect(reading.use.accountNumber !== null || reading.use.loginId !== null).toBe(true);
        } else expect(reading.problems.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('isBlankRow', () => {
  it.each<[string[], boolean]>([
    [[], true],
    [['', ' ', '\t\u00a0'], true],
    [['', 'x'], false],
  ])('%j: %s', (cells, blank) => expect(isBlankRow(cells)).toBe(blank));
});
