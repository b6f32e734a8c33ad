import { describe, expect, it } from 'vitest';
import {
  columnsNamed,
  comparableName,
  type ImportColumn,
  importColumnLabels,
  importColumns,
} from './column-names';
import {
  applyMapping,
  columnMappingSchema,
  fittingMapping,
  headerNames,
  mostColumns,
  placeNames,
  recognizeColumns,
} from './columns';

describe('columnsNamed', () => {
  it.each<[string, ImportColumn[]]>([
    ['Transaction ID', ['transactionId']],
    ['transactionId', ['transactionId']],
    ['Trans. #', []],
    ['Receipt No.', ['transactionId']],
    ['DATE', ['date']],
    ['Date/Time', ['instant']],
    ['transactionDate', ['date']],
    ['Time', ['time']],
    ['Acct #', ['accountNumber']],
    ['PACER Account Number', ['accountNumber']],
    ['User ID', ['loginId']],
    ['Cost Centre', ['costCenter']],
    ['Court ID', ['court']],
    ['Case No.', ['caseNumber']],
    ['Client/Matter', ['clientCode']],
    ['Transaction Type', ['kind']],
    ['Search Criteria', ['search']],
    ['Déscription', ['description']],
    ['File format', ['format']],
    ['Billable Pages', ['billablePages']],
    ['Pages', ['pages']],
    ['Cost ($)', ['charge']],
    ['Amount (USD)', ['charge']],
    ['searchFee', ['charge']],
    ['Exempt?', ['exempt']],
    ['Exemption reason', ['exemptReason']],
    ['Account', ['accountNumber', 'loginId']],
    ['User Name', ['userName', 'loginId']],
    ['Color', []],
    ['', []],
    ['constructor', []],
  ])('%j: %j', (name, columns) => expect(columnsNamed(name)).toEqual(columns));

  it('knows each column by its own name and its label', () => {
    for (const column of importColumns) {
      expect(columnsNamed(column)).toContain(column);
      expect(columnsNamed(importColumnLabels[column])).toContain(column);
    }
  });
  it('compares without case, accents, spaces and punctuation', () => {
    expect(comparableName('  Coût_du  Centre (€) ')).toBe('coutducentre');
  });
});

describe('headerNames', () => {
  it('numbers what is blank and what is repeated', () => {
    expect(headerNames([' Date ', '', 'Fee', 'Fee', 'Fee', 'Fee (2)', '  '])).toEqual([
      'Date',
      'Column 2',
      'Fee',
      'Fee (2)',
      'Fee (3)',
      'Fee (2) (2)',
      'Column 7',
    ]);
    expect(placeNames(2)).toEqual(['Column 1', 'Column 2']);
  });
  it('gives a header its own text back that was escaped for spreadsheets', () => {
    expect(headerNames(["'=Fee"])).toEqual(['=Fee']);
  });
  it('is quick with a header that says one thing many times', () => {
    const names = headerNames(Array.from({ length: 50_000 }, () => 'Fee'));
    expect(names.at(-1)).toBe('Fee (50000)');
    expect(new Set(names).size).toBe(50_000);
  });
  it('gives names that can be kept with a mapping', () => {
    const [name, again] = headerNames(['x'.repeat(5000), 'x'.repeat(5000)]);
    expect(columnMappingSchema.safeParse({ date: name, time: again }).success).toBe(true);
  });
});

describe('recognizeColumns', () => {
  it('recognizes what it knows, and says what it does not know and what is missing', () => {
    expect(recognizeColumns(['Date', 'Court', 'Color', 'Cost'])).toEqual({
      headers: ['Date', 'Court', 'Color', 'Cost'],
      mapping: { date: 'Date', court: 'Court', charge: 'Cost' },
      ambiguous: [],
      unknown: ['Color'],
      missing: [
        ['accountNumber', 'loginId'],
        ['kind', 'description'],
      ],
    });
  });

  it('asks where two columns claim one', () => {
    const { mapping, ambiguous } = recognizeColumns(['Date', 'Fee', 'Cost']);
    expect(mapping).toEqual({ date: 'Date' });
    expect(ambiguous).toEqual([{ columns: ['charge'], headers: ['Fee', 'Cost'] }]);
  });

  const byValues: [string, string, string[], ImportColumn | null][] = [
    ['account numbers', 'Account', ['1234567', ' 7654321 ', ''], 'accountNumber'],
    ['logins', 'Account', ['jroe', 'kdoe22'], 'loginId'],
    ['both', 'Account', ['1234567', 'jroe'], null],
    ['nothing', 'Account', ['', ' '], null],
    ['names', 'User', ['Jane Roe', 'Doe, K.'], 'userName'],
    ['logins of users', 'Username', ['jroe', 'kdoe22'], 'loginId'],
    ['some names', 'User', ['Jane Roe', 'kdoe22'], null],
  ];
  it.each(byValues)('decides by the values: %s', (_, header, values, column) => {
    const { mapping, ambiguous } = recognizeColumns(
      [header],
      values.map((value) => [value]),
    );
    expect(mapping).toEqual(column ? { [column]: header } : {});
    expect(ambiguous).toHaveLength(column ? 0 : 1);
  });

  it('gives a name of two meanings the one that is free', () => {
    expect(recognizeColumns(['Account Number', 'Account']).mapping).toEqual({
      accountNumber: 'Account Number',
      loginId: 'Account',
    });
    expect(recognizeColumns(['Account Number', 'Login ID', 'Account'])).toMatchObject({
      ambiguous: [],
      unknown: ['Account'],
    });
    expect(recognizeColumns(['Account Number', 'Account', 'Account ID']).ambiguous).toEqual([
      { columns: ['loginId'], headers: ['Account', 'Account ID'] },
    ]);
  });

  it('passes over the columns of a file of bad rows', () => {
    expect(recognizeColumns(['Date', 'Countersign line', 'Countersign reason']).unknown).toEqual([]);
  });
});

describe('applyMapping', () => {
  const header = ['Account', 'Date', 'Court', 'What', 'Cost', 'Note'];
  const mapping = {
    accountNumber: 'Account',
    date: 'Date',
    court: 'Court',
    kind: 'What',
    charge: 'Cost',
  } as const;

  it('finds the places', () => {
    const applied = applyMapping(header, mapping);
    expect(applied).toMatchObject({ ok: true, unused: ['Note'], places: { width: 6 } });
    expect(applied.ok && applied.places.at).toMatchObject({ accountNumber: 0, kind: 3, charge: 4, time: -1 });
  });

  it.each<[string, string[], object, object[]]>([
    [
      'a header that is not there',
      header,
      { ...mapping, time: 'Time' },
      [{ code: 'NO_SUCH_HEADER', columns: ['time'] }],
    ],
    [
      'one header for two',
      header,
      { ...mapping, pages: 'Cost' },
      [{ code: 'HEADER_USED_TWICE', columns: ['pages', 'charge'] }],
    ],
    [
      'needed columns left out',
      header,
      { date: 'Date', court: 'Court' },
      [
        { code: 'COLUMN_MISSING', columns: ['accountNumber', 'loginId'] },
        { code: 'COLUMN_MISSING', columns: ['kind', 'description'] },
        { code: 'COLUMN_MISSING', columns: ['charge', 'billablePages', 'pages', 'bytes'] },
      ],
    ],
    [
      'too many columns',
      [...header, ...Array.from({ length: mostColumns }, (_, i) => `More ${i}`)],
      mapping,
      [{ code: 'TOO_MANY_COLUMNS', columns: [] }],
    ],
  ])('refuses %s, in a sentence', (_, given, mapped, problems) => {
    const applied = applyMapping(given, mapped);
    expect(applied).toMatchObject({ ok: false, problems });
    if (!applied.ok) for (const { message } of applied.problems) expect(message).toMatch(/^[A-Z].*\.$/);
  });

  it('does not call the columns of a file of bad rows unused', () => {
    const applied = applyMapping([...header, 'Countersign line', 'Countersign reason'], mapping);
    expect(applied).toMatchObject({ ok: true, unused: ['Note'], places: { width: 8 } });
  });

  it('applies what was recognized', () => {
    const names = ['Account Number', 'Date', 'Court', 'Type', 'Fee'];
    expect(applyMapping(names, recognizeColumns(names).mapping).ok).toBe(true);
  });
});

describe('fittingMapping', () => {
  it('keeps what the header still has', () => {
    const kept = { date: 'Day', court: 'Where', charge: 'Fee (2)' };
    expect(fittingMapping(['Where', 'Fee', 'Fee'], kept)).toEqual({ court: 'Where', charge: 'Fee (2)' });
  });
});

describe('columnMappingSchema', () => {
  it('takes plain JSON of known columns', () => {
    expect(columnMappingSchema.parse({ date: 'Day' })).toEqual({ date: 'Day' });
    expect(columnMappingSchema.safeParse({ day: 'Day' }).success).toBe(false);
    expect(columnMappingSchema.safeParse({ date: '' }).success).toBe(false);
  });
});
