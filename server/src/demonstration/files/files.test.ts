import reference from '@countersign/drizzle/reference/courts.json';
import { applyMapping, recognizeColumns } from '@countersign/shared/usage/import/columns';
import { courtFinder } from '@countersign/shared/usage/import/court-of';
import { firstRecords } from '@countersign/shared/usage/import/delimited-text';
import { dateOrderOf, decimalMarkOf, glimpse, valuesAt } from '@countersign/shared/usage/import/dialect';
import { encodingOf } from '@countersign/shared/usage/import/encoding';
import { contentText } from '@countersign/shared/usage/import/identity';
import { kindFinder } from '@countersign/shared/usage/import/kind-of';
import { readReceipt } from '@countersign/shared/usage/import/receipt';
import { type RowContext, readRow } from '@countersign/shared/usage/import/row';
import type { RowProblem } from '@countersign/shared/usage/import/row-problem';
import type { RowReading } from '@countersign/shared/usage/import/uploaded-use';
import { zoneClock } from '@countersign/shared/usage/import/zone-clock';
import { describe, expect, it } from 'vitest';
import { schedules, time } from '../fixtures/told';
import { storiesOf } from '../stories';
import { type FileDialectName, fileDialectNames, fileDialects } from './dialects';
import { mistakesOf } from './row-mistakes';
import { type FileRow, piecesOf, rowsOf } from './rows-of';

const rows = 1500;
const mistakes = 126;

const context = (told: Partial<RowContext>): RowContext => ({
  courts: courtFinder(reference.courts),
  kinds: kindFinder(),
  clock: zoneClock(time.zone),
  dateOrder: null,
  decimalMark: 'POINT',
  notAfter: time.now.getTime(),
  ...told,
});

/** A file with its rows as they were meant. */
function write(name: FileDialectName) {
  const [payer] = storiesOf(time, rows);
  if (!payer) throw new Error('Nothing was told.');
  const dialect = fileDialects[name];
  const meant = [
    ...rowsOf({ story: { ...payer.story, uses: rows }, dialect, mistakes }, schedules, reference.courts),
  ];
  return { meant, bytes: Buffer.concat([...piecesOf(dialect, meant)]) };
}

const files = new Map(fileDialectNames.map((name) => [name, write(name)]));

function written(name: FileDialectName) {
  const file = files.get(name);
  if (!file) throw new Error(`${name} was not written.`);
  return file;
}

/** Reads a delimited file with nothing known of it but what it shows. */
function readDelimited(bytes: Buffer): RowReading<RowProblem>[] {
  const { encoding, markBytes } = encodingOf(bytes, false);
  const text = new TextDecoder(encoding).decode(bytes.subarray(markBytes));
  const seen = glimpse(text.slice(0, 30_000), true);
  const { header, separator, skip } = seen;
  const { mapping } = recognizeColumns(header ?? [], seen.rows);
  const applied = applyMapping(header ?? [], mapping);
  if (!applied.ok) throw new Error(JSON.stringify(applied.problems));
  const { places } = applied;
  const days = [...valuesAt(seen.rows, places.at.date), ...valuesAt(seen.rows, places.at.instant)];
  const order = dateOrderOf(days);
  const decimalMark = decimalMarkOf(valuesAt(seen.rows, places.at.charge));
  if (decimalMark !== 'POINT' && decimalMark !== 'COMMA') throw new Error(decimalMark);
  const read = context({ dateOrder: order === 'MDY' || order === 'DMY' ? order : null, decimalMark });
  return firstRecords(text, separator, Number.POSITIVE_INFINITY)
    .slice(skip)
    .map((cells) => readRow(cells, places, read));
}

const readLines = (bytes: Buffer) =>
  bytes
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => readReceipt(JSON.parse(line), context({})));

const readBack = (name: FileDialectName, bytes: Buffer) =>
  name === 'receipts' ? readLines(bytes) : readDelimited(bytes);

/** What every dialect tells, and so must come back. */
function essence({ cells: _, use }: FileRow) {
  const { instant, day, courtId, kind, clientCode, description, chargeCents, correction, timeKnown } = use;
  return { instant, day, courtId, kind, clientCode, description, chargeCents, correction, timeKnown };
}

describe.each(fileDialectNames)('a file in the dialect %s', (name) => {
  const { meant, bytes } = written(name);
  const read = readBack(name, bytes);

  it('has as many rows and mistakes as were asked for, of every kind there is', () => {
    expect(read).toHaveLength(rows);
    const made = meant.flatMap(({ mistake }) => mistake ?? []);
    expect(made).toHaveLength(mistakes);
    expect(new Set(made)).toEqual(new Set(mistakesOf(fileDialects[name]).map(({ code }) => code)));
  });

  it('reads back, every good row as what it is', () => {
    for (const [i, row] of meant.entries()) {
      if (row.mistake !== null) continue;
      const reading = read[i];
      expect(reading?.ok ? reading.use : reading).toMatchObject(essence(row));
    }
  });

  it('tells whose use it was by the number of the account or by the login', () => {
    for (const [i, { use, mistake }] of meant.entries()) {
      const reading = read[i];
      if (mistake !== null || !reading?.ok) continue;
      const { accountNumber, loginId } = reading.use;
      expect([use.accountNumber, use.loginId]).toEqual([
        accountNumber ?? use.accountNumber,
        loginId ?? use.loginId,
      ]);
      expect(accountNumber ?? loginId).not.toBeNull();
    }
  });

  it('has each mistake found as what it is meant to be', () => {
    for (const [i, { mistake, use }] of meant.entries()) {
      const reading = read[i];
      if (mistake === null) continue;
      if (mistake === 'UNKNOWN_ACCOUNT') {
        expect(reading?.ok && [reading.use.accountNumber, reading.use.loginId]).not.toContain(
          use.accountNumber,
        );
        expect(reading?.ok).toBe(true);
      } else if (mistake === 'NOT_LINKED_THEN') {
        expect(reading?.ok && reading.use.day).toMatch(/^2012-/);
      } else {
        expect([i, reading?.ok ? [] : reading?.problems.map(({ code }) => code)]).toEqual([i, [mistake]]);
      }
    }
  });
});

it('is of the same uses in each dialect of lists, by what they were', () => {
  const lists = (['us-csv', 'semicolon', 'tsv', 'no-ids'] as const).map((name) => {
    const { meant, bytes } = written(name);
    const read = readBack(name, bytes);
    return meant.map(({ mistake, use }, i) => {
      const reading = read[i];
      return mistake === null && reading?.ok ? contentText(reading.use, use.accountNumber) : null;
    });
  });
  const [first = [], ...others] = lists;
  expect(first.filter((text) => text !== null).length).toBe(rows - mistakes);
  for (const other of others) expect(other).toEqual(first);
});

it('is written as it says', () => {
  const begin = (name: FileDialectName) => written(name).bytes.subarray(0, 600);
  expect(begin('us-csv').toString()).toMatch(
    /^Transaction ID,Date,.*\r\n\d+,\d\d\/\d\d\/\d{4},\d?\d:\d\d:\d\d [AP]M,/,
  );
  expect(begin('semicolon').toString('latin1')).toMatch(/;\d\d\.\d\d\.\d{4} \d\d:\d\d:\d\d;.*;\d+,\d\d;/);
  expect([...begin('tsv').subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(begin('no-ids').toString()).toMatch(/^Date,Time,Login,Client,Court,Case,Details,Pages,Charge\r\n/);
  const [receipt] = begin('receipts').toString().split('\n');
  expect(JSON.parse(receipt ?? '')).toMatchObject({ searchFee: expect.stringMatching(/^\d+\.\d\d$/) });
  const semicolon = written('semicolon').bytes;
  expect(semicolon.includes(0xfc), 'ü of Windows-1252').toBe(true);
  expect(semicolon.includes(0x92), 'the apostrophe of Windows-1252').toBe(true);
  expect(written('us-csv').bytes.toString()).toMatch(/"Last name: [^"]*\nFirst name: [^"]*"/);
});
