import { describe, expect, it } from 'vitest';
import { reasonOf, rowProblem, shownValue } from './row-problem';

describe('shownValue', () => {
  it.each([
    ['xyz', 'xyz'],
    ['x'.repeat(60), 'x'.repeat(60)],
    ['x'.repeat(61), `${'x'.repeat(59)}…`],
    [`${'x'.repeat(58)}😀😀`, `${'x'.repeat(58)}…`],
    ['Paid by 4012 8888 8888 1881', 'Paid by ************1881'],
    // A number that would be cut is hidden before.
    [`${'x'.repeat(50)} 4012888888881881`, `${'x'.repeat(50)} ********…`],
  ])('%j: %j', (text, shown) => expect(shownValue(text)).toBe(shown));
});

describe('reasonOf', () => {
  it('says every problem, with its column', () => {
    const problems = [
      rowProblem('TOO_MANY_CELLS', null, 'x', 'The row has 3 cells and the header 2.'),
      rowProblem('BAD_COUNT', 'billablePages', 'x', 'This is not a whole number.'),
    ];
    expect(reasonOf(problems)).toBe(
      'The row has 3 cells and the header 2. Billable pages: This is not a whole number.',
    );
  });
});
