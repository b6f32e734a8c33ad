import { describe, expect, it } from 'vitest';
import courtsFile from '../../../../drizzle/reference/courts.json';
import { badRowWriter } from './bad-rows';
import type { ColumnMapping } from './columns';
import { firstRecords, recordText } from './delimited-text';
import { type ReadUpload, readUpload, rowRulesOf } from './fixtures/read-upload';
import { sampleFiles } from './fixtures/upload-files';
import { rowProblem } from './row-problem';

const rules = rowRulesOf(courtsFile.courts);
const readFile = (bytes: Uint8Array, byHand?: ColumnMapping) => readUpload(bytes, rules, byHand);

const utf8 = (text: string) => new TextEncoder().encode(text);

/** The file of bad rows that an import offers. */
function badRowFile({ header, separator, places, bad }: ReadUpload): string {
  const writer = badRowWriter(header, separator, places);
  return writer.header + bad.map(({ cells, line, problems }) => writer.row(cells, line, problems)).join('');
}

const header = ['Date', 'Account Number', 'Court', 'Type', 'Description', 'Client Code', 'Case No', 'Cost'];
const good = [
  '2025-01-31 15:04:05',
  '1234567',
  'mowd',
  'Document',
  'Image4-0',
  '12345-0001',
  '24-40123',
  '0.50',
];

/** A file of these rows, each a good one with some cells changed. */
function fileOf(...changes: Partial<Record<string, string>>[]): Uint8Array {
  const rows = changes.map((change) => header.map((name, i) => change[name] ?? good[i] ?? ''));
  return utf8([header, ...rows].map((cells) => recordText(cells, ',')).join(''));
}

describe('the file of bad rows', () => {
  it('has the file’s own columns, then line and reason', () => {
    const read = readFile(fileOf({}, { Court: 'xyz' }, { Cost: 'free', 'Account Number': '12' }));
    expect(firstRecords(badRowFile(read), ',', 10)).toEqual([
      [...header, 'Countersign line', 'Countersign reason'],
      [...good.with(2, 'xyz'), '3', 'Court: No court is known by that; write its code, such as mowd.'],
      [
        ...good.with(1, '12').with(7, 'free'),
        '4',
        'Charge: This is not an amount; write it as 1234.50, a credit with a minus. Account number: An account number has seven digits; write it as on the bill.',
      ],
    ]);
  });

  it('hides card numbers, and only those', () => {
    const card = '4012888888881881';
    const file = badRowFile(
      readFile(
        fileOf({
          Court: 'xyz',
          Description: `Paid by ${card} and 4012-8888-8888-1881`,
          'Client Code': '401288-888888-1881',
          'Case No': card,
        }),
      ),
    );
    const [, cells] = firstRecords(file, ',', 2);
    expect(cells?.slice(4, 7)).toEqual([
      'Paid by ************1881 and ************1881',
      '401288-888888-1881',
      card,
    ]);
  });

  it('is safe to open in a spreadsheet', () => {
    const file = badRowFile(readFile(fileOf({ Court: '=cmd', Description: ' +1', Cost: '-0.50' })));
    const [, cells] = firstRecords(file, ',', 2);
    expect([cells?.[2], cells?.[4], cells?.[7]]).toEqual(["'=cmd", "' +1", '-0.50']);
  });

  it('keeps cells beyond the header, behind the reason', () => {
    const writer = badRowWriter(['Date', 'Court'], ',', { at: readFile(fileOf({})).places.at });
    const problem = rowProblem('TOO_MANY_CELLS', null, 'x', 'Too many.');
    expect(writer.row(['2025-01-31', 'mowd', 'x', '=y'], 7, [problem])).toBe(
      "2025-01-31,mowd,7,Too many.,x,'=y\r\n",
    );
    expect(writer.row(['2025-01-31'], 8, [problem])).toBe('2025-01-31,,8,Too many.\r\n');
  });
});

describe('a mended file of bad rows', () => {
  const whole = readFile(fileOf({}, { Cost: '0.60' }));
  const broken = readFile(fileOf({ Court: 'xyz' }, { Cost: '0.60', Court: 'xyz' }));

  it('is read again, without what stood for line and reason', () => {
    const again = readFile(utf8(badRowFile(broken).replaceAll('xyz', 'mowd')));
    expect(again.bad).toEqual([]);
    expect(again.uses).toEqual(whole.uses);
    expect(again.identities).toEqual(whole.identities);
  });

  it('gives a file with one line and one reason each if it is still bad', () => {
    const again = readFile(utf8(badRowFile(broken).replace('xyz', 'mowd')));
    expect(again.uses).toHaveLength(1);
    const [first, row] = firstRecords(badRowFile(again), ',', 3);
    expect(first).toEqual([...header, 'Countersign line', 'Countersign reason']);
    expect(row?.slice(-2)).toEqual(['3', 'Court: No court is known by that; write its code, such as mowd.']);
  });

  it('of a file without a header is known by its places', () => {
    const rows = [['2025-01-31', '1234567', 'xyz', 'Document', '0.50']];
    const byHand = {
      date: 'Column 1',
      accountNumber: 'Column 2',
      court: 'Column 3',
      kind: 'Column 4',
      charge: 'Column 5',
    };
    const read = readFile(utf8(rows.map((cells) => recordText(cells, ',')).join('')), byHand);
    expect(read.bad).toHaveLength(1);
    const again = readFile(utf8(badRowFile(read).replace('xyz', 'mowd')), byHand);
    expect(again.uses).toMatchObject([{ courtId: 'mowd', chargeCents: 50 }]);
  });

  it.each(sampleFiles)('comes to the same uses: $name', ({ bytes, byHand }) => {
    const read = readFile(bytes, byHand);
    const file = badRowWriter(read.header, read.separator, read.places);
    const text = new TextDecoder(read.encoding)
      .decode(bytes)
      .replace(/^(?:sep=;|PACER uses[^\r]*)\r\n(?:\r\n)?/, '');
    const records = firstRecords(text, read.separator, 100).slice(read.header[0] === 'Column 1' ? 0 : 1);
    const problem = rowProblem('UNKNOWN_COURT', 'court', 'xyz', 'No such court.');
    const written = file.header + records.map((cells, i) => file.row(cells, i + 2, [problem])).join('');
    const again = readFile(utf8(`\ufeff${written}`), byHand);
    expect(again.bad).toEqual([]);
    expect(again.uses).toEqual(read.uses);
    expect(again.identities).toEqual(read.identities);
  });
});
