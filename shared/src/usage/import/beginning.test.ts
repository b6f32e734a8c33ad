import { describe, expect, it } from 'vitest';
import { beginningOf, possibleHeaders, sightOf, withHeaderAt } from './beginning';

const ascii = { encoding: 'utf-8', markBytes: 0, certain: true } as const;
const known = 'List of transactions\n\nDate,Court,Charge\n2025-01-02,mowd,0.10\n\n2025-01-03,mowd,0.20\n';
const foreign = 'Quand,Lieu,Prix\n2025-01-02,mowd,0.10\n';

describe('beginningOf', () => {
  it('finds the header by its names, with what stands above it', () => {
    const beginning = beginningOf(known, false, ascii);
    expect(beginning).toMatchObject({ separator: ',', headerAt: 2, skip: 3, encoding: 'utf-8' });
    expect(sightOf(beginning)).toEqual({
      header: ['Date', 'Court', 'Charge'],
      rows: [
        ['2025-01-02', 'mowd', '0.10'],
        ['2025-01-03', 'mowd', '0.20'],
      ],
    });
  });

  it('takes what a person says', () => {
    const beginning = beginningOf('a;b,c\n1;2,3\n', false, ascii, ';');
    expect(beginning).toMatchObject({ separator: ';', headerAt: null, skip: 0 });
    expect(sightOf(withHeaderAt(beginning, 0))).toEqual({ header: ['a', 'b,c'], rows: [['1', '2,3']] });
    expect(sightOf(withHeaderAt(beginningOf(known, false, ascii), null)).rows[0]).toEqual([
      'List of transactions',
    ]);
  });

  it('keeps the first records, without card numbers and what is too long to be looked at', () => {
    const rows = Array.from(
      { length: 100 },
      (_, i) => `2025-01-02,${'x'.repeat(300)},4111 1111 1111 1111 ${i}\n`,
    );
    const { records } = beginningOf(`Date,Court,Description\n${rows.join('')}`, true, ascii);
    expect(records).toHaveLength(25);
    expect(records[1]?.[1]).toHaveLength(200);
    expect(records[1]?.[2]).not.toContain('1111 1111');
  });
});

it('looks for a header that a person mapped before among the first records', () => {
  const possible = possibleHeaders(beginningOf(foreign, false, ascii));
  expect(possible.map(({ headerAt, skip }) => [headerAt, skip])).toEqual([
    [null, 0],
    [0, 1],
    [1, 2],
  ]);
  expect(possibleHeaders(beginningOf(known, false, ascii))[0].headerAt).toBe(2);
});
