import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DecimalMark, mostCents, type NumberFault, readCents, readCount } from './money';

describe('readCents', () => {
  it.each<[string, number | NumberFault]>([
    ['0.10', 10],
    ['.10', 10],
    ['3', 300],
    ['3.', 300],
    ['3.5', 350],
    ['$1,234.50', 123_450],
    ['$ 1,234.50', 123_450],
    ['1234.50', 123_450],
    ['1,234,567.00', 'OUT_OF_BOUNDS'],
    ['999,999.99', 99_999_999],
    ['-0.10', -10],
    ['+0.10', 10],
    ['-$0.10', -10],
    ['$-0.10', -10],
    ['- $ 0.10', -10],
    ['0.10-', -10],
    ['\u22120.10', -10],
    ['\u20130.10', -10],
    ['(1.00)', -100],
    ['($1.00)', -100],
    ['( 1.00 )', -100],
    // How Excel’s accounting format writes a credit and a zero.
    ['$(1.00)', -100],
    ['$ (1,234.50)', -123_450],
    ['$-', 0],
    [' $ -   ', 0],
    ['\u00a00.10\u00a0', 10],
    ['-0', 0],
    ['(0.00)', 0],
    ['0.1000', 10],
    ['0.100', 10],
    ['1.00000', 100],
    // Fractions of a cent are never rounded, and three decimals may be a thousand.
    ['0.105', 'TOO_FINE'],
    ['0.1001', 'TOO_FINE'],
    ['1.000', 'TOO_FINE'],
    ['1,23', 'NOT_A_NUMBER'],
    ['0,10', 'NOT_A_NUMBER'],
    ['0,100', 'NOT_A_NUMBER'],
    ['0,234.50', 'NOT_A_NUMBER'],
    ['12,34.00', 'NOT_A_NUMBER'],
    ['1234,567', 'NOT_A_NUMBER'],
    ['1,234,56', 'NOT_A_NUMBER'],
    [',234', 'NOT_A_NUMBER'],
    ['1.2.3', 'NOT_A_NUMBER'],
    ['--1', 'NOT_A_NUMBER'],
    ['-(1.00)', 'NOT_A_NUMBER'],
    ['(-1.00)', 'NOT_A_NUMBER'],
    ['-1.00-', 'NOT_A_NUMBER'],
    ['$$1', 'NOT_A_NUMBER'],
    ['1.00 USD', 'NOT_A_NUMBER'],
    ['free', 'NOT_A_NUMBER'],
    ['1e3', 'NOT_A_NUMBER'],
    ['-', 'NOT_A_NUMBER'],
    ['$', 'NOT_A_NUMBER'],
    ['.', 'NOT_A_NUMBER'],
    ['()', 'NOT_A_NUMBER'],
    ['$()', 'NOT_A_NUMBER'],
    ['', 'NOT_A_NUMBER'],
    ['1000000.00', mostCents],
    ['1000000.01', 'OUT_OF_BOUNDS'],
    ['-1000000.01', 'OUT_OF_BOUNDS'],
    ['9'.repeat(400), 'OUT_OF_BOUNDS'],
  ])('%j with a point: %s', (text, cents) => expect(readCents(text, 'POINT')).toBe(cents));

  it.each<[string, number | NumberFault]>([
    ['0,10', 10],
    ['1.234,50', 123_450],
    ['$1.234,50', 123_450],
    ['-1.234,50', -123_450],
    ['(1,20)', -120],
    ['0,100', 10],
    ['1,234', 'TOO_FINE'],
    ['0.10', 'NOT_A_NUMBER'],
    ['0.100', 'NOT_A_NUMBER'],
    ['1,234.50', 'NOT_A_NUMBER'],
  ])('%j with a comma: %s', (text, cents) => expect(readCents(text, 'COMMA')).toBe(cents));
});

describe('readCount', () => {
  it.each<[string, DecimalMark, number | NumberFault]>([
    ['12', 'POINT', 12],
    ['0', 'POINT', 0],
    ['-3', 'POINT', -3],
    ['(3)', 'POINT', -3],
    ['3.00', 'POINT', 3],
    ['3,00', 'COMMA', 3],
    ['1,234', 'POINT', 1234],
    ['1.234', 'COMMA', 1234],
    ['999,999', 'POINT', 999_999],
    ['1,000,001', 'POINT', 'OUT_OF_BOUNDS'],
    ['-1000001', 'POINT', 'OUT_OF_BOUNDS'],
    ['1.5', 'POINT', 'TOO_FINE'],
    ['1.234', 'POINT', 'TOO_FINE'],
    ['$3', 'POINT', 'NOT_A_NUMBER'],
    ['3 pages', 'POINT', 'NOT_A_NUMBER'],
  ])('%j by %s: %s', (text, mark, count) => expect(readCount(text, mark, 1_000_000)).toBe(count));
});

describe('any amount', () => {
  const amounts = fc.integer({ min: -mostCents, max: mostCents });
  const plainText = (cents: number, mark: string, group: string) => {
    const whole = String(Math.trunc(Math.abs(cents) / 100)).replace(/\B(?=(\d{3})+$)/g, group);
    return `${whole}${mark}${String(Math.abs(cents) % 100).padStart(2, '0')}`;
  };
  const signs: ((text: string) => string)[] = [
    (text) => `-${text}`,
    (text) => `-$${text}`,
    (text) => `$-${text}`,
    (text) => `(${text})`,
    (text) => `($${text})`,
    (text) => `$(${text})`,
    (text) => `${text}-`,
  ];

  it('comes back in cents however it was written', () => {
    fc.assert(
      fc.property(
        amounts,
        fc.boolean(),
        fc.boolean(),
        fc.constantFrom(...signs),
        (cents, point, grouped, sign) => {
          const [mark, group] = point ? ['.', ','] : [',', '.'];
          const text = plainText(cents, mark, grouped ? group : '');
          expect(readCents(cents < 0 ? sign(text) : text, point ? 'POINT' : 'COMMA')).toBe(cents);
        },
      ),
    );
  });

  it('is an integer within bounds or a fault, whatever the text', () => {
    const unit = fc.constantFrom('0', '1', '9', '.', ',', '-', '$', '(', ')', ' ', '+');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), fc.constantFrom('POINT', 'COMMA'), (text, mark) => {
        const read = readCents(text, mark);
        if (typeof read !== 'number') return;
        expect(Number.isInteger(read) && Math.abs(read) <= mostCents).toBe(true);
        expect(Object.is(read, -0)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});
