import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { recordText, type Separator, separators } from './delimited-text';
import { recordSplitter } from './record-splitter';

type Taken = [line: number, cells: string[], intact: boolean];

function split(pieces: readonly string[], separator: Separator = ','): Taken[] {
  const taken: Taken[] = [];
  const splitter = recordSplitter(separator, (cells, line, intact) => taken.push([line, cells, intact]));
  for (const piece of pieces) splitter.push(piece);
  splitter.end();
  return taken;
}

describe('recordSplitter', () => {
  test.each<[string, string, Taken[]]>([
    ['nothing', '', []],
    [
      'a last line without an end',
      'a,b\nc,d',
      [
        [1, ['a', 'b'], true],
        [2, ['c', 'd'], true],
      ],
    ],
    [
      'an end of each kind',
      'a\nb\r\nc\rd\r',
      [
        [1, ['a'], true],
        [2, ['b'], true],
        [3, ['c'], true],
        [4, ['d'], true],
      ],
    ],
    [
      'empty lines',
      'a\n\n\r\nb',
      [
        [1, ['a'], true],
        [2, [''], true],
        [3, [''], true],
        [4, ['b'], true],
      ],
    ],
    [
      'empty cells',
      ',a,,\n,',
      [
        [1, ['', 'a', '', ''], true],
        [2, ['', ''], true],
      ],
    ],
    ['a separator in quotes', '"a,b",c', [[1, ['a,b', 'c'], true]]],
    ['doubled quotes', '"say ""no""",""""', [[1, ['say "no"', '"'], true]]],
    [
      'lines in quotes',
      '"a\nb\r\nc\rd",e\nf',
      [
        [1, ['a\nb\r\nc\rd', 'e'], true],
        [5, ['f'], true],
      ],
    ],
    ['spaces behind quotes', '"a"  ,b', [[1, ['a', 'b'], true]]],
    ['words behind quotes', '"Smith" v. Jones,b', [[1, ['Smith v. Jones', 'b'], true]]],
    ['quotes within a cell', 'the "Acme" case,b', [[1, ['the "Acme" case', 'b'], true]]],
    [
      'rows of any width',
      'a,b\nc\nd,e,f',
      [
        [1, ['a', 'b'], true],
        [2, ['c'], true],
        [3, ['d', 'e', 'f'], true],
      ],
    ],
    [
      'a quote that is never closed',
      'a,"b\nc,d',
      [
        [1, ['a', '"b'], false],
        [2, ['c', 'd'], true],
      ],
    ],
    [
      'a quote that another cell’s seems to close',
      'a,"b\nc,"d, e"\nf',
      [
        [1, ['a', '"b'], false],
        [2, ['c', 'd, e'], true],
        [3, ['f'], true],
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(split([text])).toEqual(expected);
    expect(split([...text])).toEqual(expected);
  });

  it('splits at each separator', () => {
    for (const separator of separators) {
      expect(split([`a${separator}"b${separator}c"`], separator)).toEqual([
        [1, ['a', `b${separator}c`], true],
      ]);
    }
  });

  it('gives up one line only when a quote stays open for long', () => {
    const line = `${'x'.repeat(99)}\n`;
    const taken = split(['a,"b\n', ...Array.from({ length: 2000 }, () => line)]);
    expect(taken).toHaveLength(2001);
    expect(taken.filter(([, , intact]) => !intact)).toEqual([[1, ['a', '"b'], false]]);
    expect(taken.at(-1)?.[0]).toBe(2001);
  });

  it('gives up a line that does not end, keeping no more of it than a record may have', () => {
    const taken = split(['a,"', ...Array.from({ length: 40 }, () => 'x'.repeat(9999)), '\nb']);
    expect(taken.map(([line, , intact]) => [line, intact])).toEqual([
      [1, false],
      [2, true],
    ]);
    expect(taken[0]?.[1].join(',')).toHaveLength(100_000);
  });

  it('reads back what recordText wrote, with the lines the records begin in, cut anywhere', () => {
    const cell = fc.oneof(fc.string(), fc.stringMatching(/^[ab",;\r\n\t|]*$/));
    const records = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 6 });
    fc.assert(
      fc.property(records, fc.constantFrom(...separators), fc.array(fc.nat(60)), (rows, separator, cuts) => {
        const texts = rows.map((cells) => recordText(cells, separator));
        const pieces: string[] = [];
        let rest = texts.join('');
        for (const cut of cuts) {
          pieces.push(rest.slice(0, cut));
          rest = rest.slice(cut);
        }
        let line = 1;
        const expected = rows.map((cells, i): Taken => {
          const begins = line;
          line += texts[i]?.match(/\r\n?|\n/g)?.length ?? 0;
          return [begins, cells, true];
        });
        expect(split([...pieces, rest], separator)).toEqual(expected);
      }),
    );
  });
});
