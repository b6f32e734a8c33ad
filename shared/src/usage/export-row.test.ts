import { describe, expect, it } from 'vitest';
import { exportRow } from './export-row';

describe('a row of an export', () => {
  it.each([
    ['=1+2', "'=1+2"],
    ['+1 555 0100', "'+1 555 0100"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', `"'\r=1"`],
    ['  =1', "'  =1"],
    ['＝1', "'＝1"],
    ["'=1", "''=1"],
    ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
  ])('has no cell that is taken for a formula: %j', (cell, written) => {
    expect(exportRow([cell])).toBe(`${written}\r\n`);
  });

  it('leaves amounts and plain words as they are, and nothing for null', () => {
    expect(exportRow(['-0.10', '3.00', 'A, B', 'say "x"', null, '', 'C-1'])).toBe(
      '-0.10,3.00,"A, B","say ""x""",,,C-1\r\n',
    );
  });
});
