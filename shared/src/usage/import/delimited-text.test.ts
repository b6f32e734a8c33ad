import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstRecords, recordText, separators } from './delimited-text';

describe('firstRecords', () => {
  it.each<[string, string, string[][]]>([
    [
      'line ends of all systems',
      'a,b\nc,d\r\ne,f\rg,h',
      [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
        ['g', 'h'],
      ],
    ],
    ['a separator in quotes', '"Smith, John",2', [['Smith, John', '2']]],
    [
      'a line break in quotes',
      '"two\r\nlines",2\n3,4',
      [
        ['two\r\nlines', '2'],
        ['3', '4'],
      ],
    ],
    ['doubled quotes', '"5"" wide",""""', [['5" wide', '"']]],
    ['a quote inside a cell', '5" wide,x', [['5" wide', 'x']]],
    ['text after quotes', '"a"b,c', [['ab', 'c']]],
    ['empty cells', ',"",\n', [['', '', '']]],
    ['an empty line', 'a\n\nb', [['a'], [''], ['b']]],
    ['an empty last cell', 'a,', [['a', '']]],
    ['quotes that are never closed', 'a,"b\nc', [['a', '"b'], ['c']]],
    ['nothing', '', []],
  ])('%s', (_, text, records) => expect(firstRecords(text, ',', 100)).toEqual(records));

  it('leaves out the last record of a text that is cut, which may be half', () => {
    expect(firstRecords('a,b\nc,d', ',', 100, true)).toEqual([['a', 'b']]);
    expect(firstRecords('a,b\nc,d\n', ',', 100, true)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(firstRecords('a,b\n"c\nd', ',', 100, true)).toEqual([['a', 'b']]);
  });

  it('stops at the most asked for', () => expect(firstRecords('a\nb\nc', ',', 2)).toEqual([['a'], ['b']]));
});

describe('recordText', () => {
  it.each<[string[], string]>([
    [['a', 'b'], 'a,b\r\n'],
    [['Smith, John', '5" wide'], '"Smith, John","5"" wide"\r\n'],
    [['two\nlines', ' x', 'x '], '"two\nlines"," x","x "\r\n'],
    [['a;b', 'a\tb', 'a|b'], 'a;b,a\tb,a|b\r\n'],
  ])('%j', (cells, text) => expect(recordText(cells, ',')).toBe(text));

  it('comes back as it went', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\t', '|', '\n', '\r', ' ', 'é') });
    const record = fc.array(cell, { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(
        fc.array(record, { maxLength: 5 }),
        fc.constantFrom(...separators),
        (records, separator) => {
          const text = records.map((cells) => recordText(cells, separator)).join('');
          expect(firstRecords(text, separator, 100)).toEqual(records);
        },
      ),
    );
  });
});
