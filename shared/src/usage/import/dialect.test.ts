import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DateOrderFound,
  type DecimalMarkFound,
  dateOrderOf,
  decimalMarkOf,
  dialectSchema,
  glimpse,
  headerPlace,
  separatorOf,
  valuesAt,
} from './dialect';

describe('separatorOf', () => {
  it.each<[string, string, string | null]>([
    ['commas', 'Date,Court,Charge\n2025-01-31,mowd,0.10\n', ','],
    ['tabs', 'Date\tCourt\tCharge\n2025-01-31\tmowd\t0.10\n', '\t'],
    ['semicolons beside decimal commas', 'Date;Court;Charge\n2025-01-31;mowd;0,10\n', ';'],
    ['bars', 'Date|Court|Charge\n2025-01-31|mowd|0.10\n', '|'],
    ['commas, with semicolons in the text', 'Date,Court,Search\n1,mowd,a;b;c;d\n2,mowd,a;b;c;d\n', ','],
    ['tabs, with commas in the text', 'Date\tCourt\tUser\n1\tmowd\tRoe, Jane\n2\tmowd\tRoe, Jane\n', '\t'],
    ['commas, with a line break in quotes', 'Date,Court\n"2025\n01\n31",mowd\n', ','],
    ['what Excel says', 'sep=;\r\nDate;a,b,c\r\n1;2,3,4\r\n', ';'],
    ['what Excel says of tabs', 'SEP=\t\nDate\tCourt\n', '\t'],
    ['what no file of ours has', 'sep=^\nDate,Court\n1,mowd\n', ','],
    ['no header', '2025-01-31;mowd;0,10\n2025-02-01;mowd;0,20\n', ';'],
    ['a title above', 'Transactions of Roe, Doe, and Poe\n\nDate;Court;Charge\n1;mowd;0,10\n', ';'],
    ['one column', 'Date\n2025-01-31\n', null],
    ['nothing', '', null],
  ])('%s', (_, text, separator) => expect(separatorOf(text, false)).toBe(separator));
});

describe('headerPlace', () => {
  it.each<[string, string[][], number | null]>([
    [
      'the first line',
      [
        ['Date', 'Court'],
        ['2025-01-31', 'mowd'],
      ],
      0,
    ],
    ['below a title', [['Transactions'], [''], ['Date', 'Court'], ['2025-01-31', 'mowd']], 2],
    [
      'below a small table',
      [
        ['Account', 'User'],
        ['1234567', 'Roe'],
        ['Date', 'Court', 'Fee'],
      ],
      2,
    ],
    [
      'one known name',
      [
        ['Date', 'Number'],
        ['2025-01-31', '1'],
      ],
      null,
    ],
    ['no header', [['2025-01-31', 'mowd', '0.10']], null],
    [
      'values that look like names',
      [
        ['2025-01-31', 'Attorney', 'Search'],
        ['2025-01-31', 'Docket', 'x'],
      ],
      null,
    ],
    [
      'one name twice',
      [
        ['Search', 'Query', 'mowd'],
        ['Search', 'Query', 'mowb'],
      ],
      null,
    ],
    ['a file of bad rows', [['Column 1', 'Countersign line', 'Countersign reason']], 0],
  ])('%s', (_, records, place) => expect(headerPlace(records)).toBe(place));
});

describe('glimpse', () => {
  const rows = '01/31/2025,mowd,0.10\n02/01/2025,mowd,0.20\n';

  it('shows header and rows', () => {
    expect(glimpse(`Date,Court,Charge\n${rows}`, false)).toEqual({
      separator: ',',
      skip: 1,
      headerAt: 0,
      header: ['Date', 'Court', 'Charge'],
      rows: [
        ['01/31/2025', 'mowd', '0.10'],
        ['02/01/2025', 'mowd', '0.20'],
      ],
    });
  });
  it('counts every record above the rows, blank ones too', () => {
    expect(glimpse(`sep=,\nRoe LLP\n\nDate,Court,Charge\n${rows}`, false)).toMatchObject({
      skip: 4,
      headerAt: 3,
      header: ['Date', 'Court', 'Charge'],
    });
  });
  it('finds no header where there is none', () => {
    expect(glimpse(rows, false)).toMatchObject({ skip: 0, headerAt: null, header: null });
    expect(glimpse(`sep=,\n${rows}`, false)).toMatchObject({ skip: 1, headerAt: null, header: null });
  });
  it('leaves out blank rows, and the last of a text that goes on', () => {
    const seen = glimpse(`Date,Court,Charge\n\n${rows},,\n03/01/20`, true);
    expect(seen.rows).toEqual([
      ['01/31/2025', 'mowd', '0.10'],
      ['02/01/2025', 'mowd', '0.20'],
    ]);
  });
  it('of one column says comma', () => {
    expect(glimpse('Date\n2025-01-31\n', false)).toMatchObject({ separator: ',', headerAt: null });
  });
});

describe('dateOrderOf', () => {
  it.each<[string[], DateOrderFound]>([
    [['2025-01-31', '2025-02-01'], 'NOT_NEEDED'],
    [['31 Jan 2025', 'Feb 1, 2025', '20250203'], 'NOT_NEEDED'],
    // A list that begins on January 1 goes on to other days.
    [['01/01/2025', '2/2/25'], 'AMBIGUOUS'],
    [['01/31/2025', '02/01/2025'], 'MDY'],
    [['31/01/2025', '01/02/2025'], 'DMY'],
    [['31.01.2025', '01.02.2025'], 'DMY'],
    [['1-31-25 3:04 PM'], 'MDY'],
    [['01/02/2025', '03/04/2025'], 'AMBIGUOUS'],
    [['01/31/2025', '31/01/2025'], 'MIXED'],
    // What is no day in either order says nothing.
    [['13/13/2025', '99/99/9999', '45/01/2025', '01/31/2025'], 'MDY'],
    [['', 'total', '1/2'], 'NOT_NEEDED'],
    [[], 'NOT_NEEDED'],
  ])('%j: %s', (values, order) => expect(dateOrderOf(values)).toBe(order));
});

describe('decimalMarkOf', () => {
  it.each<[string[], DecimalMarkFound]>([
    [['0.10', '1,234.50'], 'POINT'],
    [['$0.10', '(1.20)'], 'POINT'],
    [['0,10', '1.234,50'], 'COMMA'],
    [['3', '12'], 'POINT'],
    [['1,234'], 'AMBIGUOUS'],
    [['1.234'], 'AMBIGUOUS'],
    [['1,234', '0.10'], 'POINT'],
    [['1,234', '0,10'], 'COMMA'],
    [['0.10', '0,10'], 'MIXED'],
    // No thousand begins with 0.
    [['0,100'], 'COMMA'],
    [['0.100'], 'POINT'],
    [['none', ''], 'POINT'],
    [[], 'POINT'],
  ])('%j: %s', (values, mark) => expect(decimalMarkOf(values)).toBe(mark));

  it('knows the mark that amounts were written with', () => {
    const cents = fc.array(fc.integer({ min: -100_000_000, max: 100_000_000 }), { minLength: 1 });
    fc.assert(
      fc.property(cents, fc.boolean(), fc.constantFrom('.', ','), (amounts, grouped, mark) => {
        const values = amounts.map((amount) => {
          const whole = String(Math.trunc(Math.abs(amount) / 100));
          const group = mark === '.' ? ',' : '.';
          const written = grouped ? whole.replace(/\B(?=(\d{3})+$)/g, group) : whole;
          return `${amount < 0 ? '-' : ''}${written}${mark}${String(Math.abs(amount) % 100).padStart(2, '0')}`;
        });
        expect(decimalMarkOf(values)).toBe(mark === '.' ? 'POINT' : 'COMMA');
      }),
    );
  });
});

describe('valuesAt', () => {
  it('takes one place of rows that may be short', () => {
    expect(valuesAt([['a', 'b'], ['c']], 1)).toEqual(['b', '']);
    expect(valuesAt([['a']], -1)).toEqual([]);
  });
});

describe('dialectSchema', () => {
  const dialect = {
    encoding: 'utf-8',
    separator: ';',
    skip: 2,
    headerAt: 1,
    dateOrder: null,
    decimalMark: 'COMMA',
  };
  it('takes what is decided, and nothing else', () => {
    expect(dialectSchema.parse(JSON.parse(JSON.stringify(dialect)))).toEqual(dialect);
    expect(dialectSchema.safeParse({ ...dialect, separator: ':' }).success).toBe(false);
    expect(dialectSchema.safeParse({ ...dialect, dateOrder: 'AMBIGUOUS' }).success).toBe(false);
    expect(dialectSchema.safeParse({ ...dialect, more: 1 }).success).toBe(false);
  });
});
