import { describe, expect, it, test } from 'vitest';
import { glimpse } from './dialect';
import {
  headerText,
  type ImportSettings,
  importSettingsSchema,
  namesIn,
  proposeSettings,
  type Sight,
  settingsProblems,
} from './import-settings';

const header = 'Account Number,Date,Court,Type,Charge';
const sightOf = (...lines: string[]) => glimpse(`${lines.join('\n')}\n`, false);
const row = (date: string, charge = '0.30') => `1234567,${date},mowd,Document,"${charge}"`;
const codes = (sight: Sight, settings: ImportSettings) =>
  settingsProblems(sight, settings).map(({ code }) => code);

describe('proposeSettings', () => {
  test.each<[string, string[], Partial<ImportSettings>, string[]]>([
    ['days that need no order', [row('2025-01-02')], { dateOrder: null, decimalMark: 'POINT' }, []],
    ['the month first', [row('01/31/2025')], { dateOrder: 'MDY' }, []],
    ['the day first', [row('31/01/2025')], { dateOrder: 'DMY' }, []],
    ['an order in doubt', [row('01/02/2025')], { dateOrder: null }, ['DATE_ORDER_UNKNOWN']],
    ['two orders', [row('01/31/2025'), row('31/01/2025')], { dateOrder: null }, ['DATE_ORDER_UNKNOWN']],
    ['a comma for cents', [row('2025-01-02', '0,30')], { decimalMark: 'COMMA' }, []],
    ['a mark in doubt', [row('2025-01-02', '1,234')], { decimalMark: null }, ['DECIMAL_MARK_UNKNOWN']],
  ])('%s', (_, rows, expected, problems) => {
    const sight = sightOf(header, ...rows);
    const settings = proposeSettings(sight, null);
    expect(settings).toMatchObject(expected);
    expect(codes(sight, settings)).toEqual(problems);
  });

  const kept: ImportSettings = {
    columns: { accountNumber: 'Who', date: 'When', court: 'Where', kind: 'What', charge: 'Dollars' },
    dateOrder: 'DMY',
    decimalMark: 'COMMA',
    kindWords: { Blatt: 'DOCUMENT' },
  };

  it('takes what was kept for the header, and what the rows prove before it', () => {
    const who = ['Who', 'When', 'Where', 'What', 'Dollars'];
    const doubtful = { header: who, rows: [['1234567', '01/02/2025', 'mowd', 'Blatt', '1,234']] };
    expect(proposeSettings(doubtful, kept)).toEqual(kept);
    expect(codes(doubtful, kept)).toEqual([]);
    const proved = { header: who, rows: [['1234567', '01/31/2025', 'mowd', 'Blatt', '0.30']] };
    expect(proposeSettings(proved, kept)).toEqual({ ...kept, dateOrder: 'MDY', decimalMark: 'POINT' });
  });

  it('lets a file without a header be mapped by places', () => {
    const sight = sightOf('1234567,2025-01-02,mowd,Document,0.30');
    expect(namesIn(sight)).toEqual(['Column 1', 'Column 2', 'Column 3', 'Column 4', 'Column 5']);
    expect(new Set(codes(sight, proposeSettings(sight, null)))).toEqual(new Set(['COLUMN_MISSING']));
    const columns = {
      accountNumber: 'Column 1',
      date: 'Column 2',
      court: 'Column 3',
      kind: 'Column 4',
      charge: 'Column 5',
    };
    expect(codes(sight, { columns, dateOrder: null, decimalMark: 'POINT', kindWords: {} })).toEqual([]);
  });
});

test('a file of bad rows has the header of the file it came from', () => {
  const mended = sightOf(`${header},Countersign line,Countersign reason`, `${row('2025-01-02')},7,why`);
  expect(headerText(mended)).toBe(headerText(sightOf(header, row('2025-01-02'))));
  expect(headerText(mended)).not.toBe(headerText(sightOf(`${header},Pages`, row('2025-01-02'))));
});

test('settings are what they say, whoever wrote them', () => {
  const settings = { columns: {}, dateOrder: null, decimalMark: null, kindWords: {} };
  expect(importSettingsSchema.safeParse(settings).success).toBe(true);
  for (const wrong of [
    { ...settings, columns: { nothing: 'A' } },
    { ...settings, dateOrder: 'YMD' },
    { ...settings, kindWords: { Blatt: 'LEAF' } },
    { ...settings, kindWords: Object.fromEntries(Array.from({ length: 501 }, (_, i) => [i, 'AUDIO'])) },
    { ...settings, more: 1 },
  ]) {
    expect(importSettingsSchema.safeParse(wrong).success).toBe(false);
  }
});
