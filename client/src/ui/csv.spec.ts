import { describe, expect, it } from 'vitest';
import { csvText } from './csv';

const lines = (...rows: string[][]) => csvText(['Name', 'Note'], rows).replace('\ufeff', '').split('\r\n');

describe('a list as CSV', () => {
  it('begins with the mark of UTF-8 and its head, and each row ends with a line break', () =>
    expect(csvText(['a', 'b'], [['1', 'é']])).toBe('\ufeffa,b\r\n1,é\r\n'));

  it.each([
    ['Hawthorne, Reyes', '"Hawthorne, Reyes"'],
    ['the "Tax" group', '"the ""Tax"" group"'],
    ['two\nlines', '"two\nlines"'],
    ['two\r\nlines', '"two\r\nlines"'],
    ['', ''],
  ])('quotes what would break it: %j', (value, written) =>
    expect(csvText(['a'], [[value]])).toBe(`\ufeffa\r\n${written}\r\n`),
  );

  it.each(['=1+1', '+1', '-1', '@sum', '\tx'])('is no formula: %j', (value) =>
    expect(lines([value, ''])[1]).toBe(`'${value},`),
  );
});
