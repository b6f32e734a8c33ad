import { describe, expect, it } from 'vitest';
import courtsFile from '../../../../drizzle/reference/courts.json';
import { rowRulesOf } from './fixtures/read-upload';
import { contentText, transactionText } from './identity';
import { readReceipt } from './receipt';
import type { RowContext } from './row';
import type { RowProblemCode } from './row-problem';
import type { UploadedUse } from './uploaded-use';

/** The context of a file that was written otherwise, which receipts must not be read by. */
const context: RowContext = {
  ...rowRulesOf(courtsFile.courts),
  dateOrder: 'DMY',
  decimalMark: 'COMMA',
  notAfter: Date.parse('2026-01-01T00:00:00Z'),
};

const receipt = {
  transactionDate: '2025-01-31T15:04:05.000-0600',
  billablePages: 2,
  loginId: 'jroe',
  clientCode: '12345-0001',
  firmId: '7654321',
  search: 'Last name: Roe',
  description: 'All Court Types Party Search',
  csoId: 12345,
  reportId: 'r1',
  searchFee: '0.20',
};

function use(changes: object = {}): UploadedUse {
  const reading = readReceipt({ ...receipt, ...changes }, context);
  if (!reading.ok) throw new Error(reading.problems.map(({ message }) => message).join(' '));
  return reading.use;
}

function problems(given: unknown): [RowProblemCode, string | null][] {
  const reading = readReceipt(given, context);
  return reading.ok ? [] : reading.problems.map(({ code, column }) => [code, column]);
}

describe('readReceipt', () => {
  it('reads a search in the case locator', () => {
    expect(use()).toEqual({
      transactionId: null,
      instant: Date.parse('2025-01-31T21:04:05Z'),
      timeKnown: true,
      day: '2025-01-31',
      accountNumber: null,
      loginId: 'jroe',
      userName: null,
      costCenter: null,
      courtId: null,
      caseNumber: null,
      clientCode: '12345-0001',
      kind: 'SEARCH',
      search: 'Last name: Roe',
      description: 'All Court Types Party Search',
      format: null,
      bytes: null,
      pages: null,
      billablePages: 2,
      chargeCents: 20,
      exempt: null,
      exemptReason: null,
      correction: false,
    });
  });

  it.each([
    ['2025-01-31T15:04:05.000-0600', '2025-01-31T21:04:05.000Z'],
    ['2025-01-31T15:04:05-05:00', '2025-01-31T20:04:05.000Z'],
    ['2025-01-31T15:04:05Z', '2025-01-31T15:04:05.000Z'],
    ['2025-07-31T15:04:05', '2025-07-31T20:04:05.000Z'],
    ['2025-01-31 15:04:05 CST', '2025-01-31T21:04:05.000Z'],
    ['01/31/2025 15:04:05', '2025-01-31T21:04:05.000Z'],
  ])('takes the instant of %s', (transactionDate, instant) => {
    expect(new Date(use({ transactionDate }).instant).toISOString()).toBe(instant);
  });

  it.each<[string, object, number | null]>([
    ['fee instead of searchFee', { searchFee: undefined, fee: '0.20' }, 20],
    ['both, the same', { fee: 0.2 }, 20],
    ['both, written otherwise', { searchFee: '$0.20', fee: '.2' }, 20],
    ['a number', { searchFee: 0.1 }, 10],
    ['a credit', { searchFee: '-0.20' }, -20],
    ['none', { searchFee: null }, null],
    ['an empty one', { searchFee: '' }, null],
    ['an empty one beside another', { searchFee: '', fee: '0.20' }, 20],
  ])('takes the money of %s', (_, changes, chargeCents) =>
    expect(use(changes)).toMatchObject({ chargeCents }),
  );

  it('takes the number and the account where they are sent', () => {
    expect(use({ transactionId: 9000000001, accountNumber: '1234567' })).toMatchObject({
      transactionId: '9000000001',
      accountNumber: 1_234_567,
    });
    expect(use({ accountNumber: 1234567, loginId: null }).accountNumber).toBe(1_234_567);
  });

  it('passes over what else is in a receipt, whatever it is', () => {
    expect(use({ firmId: {}, csoId: [1], reportId: true, juId: null, more: 'x' })).toEqual(use());
  });

  it('is the same use as the row of a file', () => {
    const told = use({ transactionId: 9000000001 });
    expect(transactionText(told)).toBe('T1\u001f9000000001');
    expect(contentText(told, 1_234_567)).toBe(
      ['C1', 1234567, '', told.instant, '', 'all court types party search', 2, 20].join('\u001f'),
    );
  });
});

describe('what is refused', () => {
  it.each<[string, unknown, [RowProblemCode, string | null][]]>([
    ['nobody', { ...receipt, loginId: null }, [['MISSING', 'accountNumber']]],
    ['no date', { ...receipt, transactionDate: undefined }, [['BAD_RECEIPT', 'instant']]],
    ['an empty date', { ...receipt, transactionDate: '' }, [['MISSING', 'instant']]],
    [
      'a date of two meanings',
      { ...receipt, transactionDate: '01/02/2025' },
      [['DATE_ORDER_UNKNOWN', 'instant']],
    ],
    ['the future', { ...receipt, transactionDate: '2030-01-01' }, [['DATE_OUT_OF_BOUNDS', 'instant']]],
    ['two fees', { ...receipt, fee: '0.30' }, [['BAD_RECEIPT', 'charge']]],
    ['a fee that is none', { ...receipt, searchFee: 'free' }, [['BAD_AMOUNT', 'charge']]],
    ['half a cent', { ...receipt, searchFee: 0.105 }, [['BAD_AMOUNT', 'charge']]],
    ['half a page', { ...receipt, billablePages: 1.5 }, [['BAD_COUNT', 'billablePages']]],
    ['no number', { ...receipt, billablePages: Number.NaN }, [['BAD_RECEIPT', 'billablePages']]],
    ['a wrong account', { ...receipt, accountNumber: 12 }, [['BAD_ACCOUNT_NUMBER', 'accountNumber']]],
    ['a wrong shape', { ...receipt, search: { name: 'Roe' } }, [['BAD_RECEIPT', 'search']]],
    ['a huge text', { ...receipt, description: 'x'.repeat(30_000) }, [['BAD_RECEIPT', 'description']]],
    ['a card number', { ...receipt, search: 'Paid 4012888888881881' }, [['CARD_NUMBER', 'search']]],
    [
      'neither pages nor money',
      { ...receipt, billablePages: null, searchFee: null },
      [['MISSING', 'charge']],
    ],
    ['a text', 'receipt', [['BAD_RECEIPT', null]]],
    ['a list', [receipt], [['BAD_RECEIPT', null]]],
    ['nothing', null, [['BAD_RECEIPT', null]]],
  ])('%s', (_, given, expected) => {
    expect(problems(given)).toEqual(expected);
    const reading = readReceipt(given, context);
    if (!reading.ok) for (const { message } of reading.problems) expect(message).toMatch(/^[A-Za-z].*\.$/);
    expect(JSON.stringify(reading)).not.toContain('401288');
  });
});
