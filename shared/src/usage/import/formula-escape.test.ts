import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeFormula, unescapeFormula } from './formula-escape';

describe('escapeFormula', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+1 816 555 0100', "'+1 816 555 0100"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['  =1', "'  =1"],
    ['\u00a0=1', "'\u00a0=1"],
    ['＝1+1', "'＝1+1"],
    ["'=1+1", "''=1+1"],
    ["''@x", "'''@x"],
    // An amount computes nothing.
    ['-0.10', '-0.10'],
    ['-$1,234.50', '-$1,234.50'],
    ['+3', '+3'],
    ["'-0.10", "''-0.10"],
    ['(1.00)', '(1.00)'],
    ['Smith v. Jones', 'Smith v. Jones'],
    ["'tis", "'tis"],
    ["O'Neil", "O'Neil"],
    ['', ''],
  ])('%j: %j', (cell, escaped) => {
    expect(escapeFormula(cell)).toBe(escaped);
    expect(unescapeFormula(escaped)).toBe(cell);
  });

  it('comes back as it went, and is no formula', () => {
    const unit = fc.constantFrom('=', '+', '-', '@', "'", ' ', '\t', '\r', '\n', '1', '.', '$', 'a', '＝');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 6 }), (cell) => {
        const escaped = escapeFormula(cell);
        expect(unescapeFormula(escaped)).toBe(cell);
        if (escaped === cell) expect(cell).toMatch(/^[^=+\-@\t\r\n＝]|^[+-][\s$]*\d[\d.,]*$|^$/);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('unescapeFormula', () => {
  it('takes the apostrophe of others from an amount too', () => {
    expect(unescapeFormula("'-0.10")).toBe('-0.10');
  });
});
