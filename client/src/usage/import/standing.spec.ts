import { describe, expect, it } from 'vitest';
import { standing } from './standing';

const rest = { failure: null, mappingProblems: [], cancelAsked: false, findings: null, batch: null };
const findings = (goodRows: number, badRows: number, knownRows: number | null) => ({
  goodRows,
  badRows,
  knownRows,
  rows: goodRows + badRows,
});

describe('where an import stands', () => {
  it.each([
    [{ ...rest, state: 'UPLOADED' as const }, /^The columns are recognized/],
    [{ ...rest, state: 'UPLOADED' as const, mappingProblems: [{}] }, /^Say how the list is read/],
    [{ ...rest, state: 'CHECKING' as const }, /it goes on\.$/],
    [{ ...rest, state: 'IMPORTING' as const, cancelAsked: true }, /being given up\.$/],
    [{ ...rest, state: 'CHECKED' as const, findings: findings(2, 0, null) }, /^Checked: 2 of 2 rows can be/],
    [{ ...rest, state: 'CHECKED' as const, findings: findings(2, 1, null) }, /Download the 1 row that/],
    [{ ...rest, state: 'CANCELLED' as const }, /nothing was imported\.$/],
    [{ ...rest, state: 'FAILED' as const, failure: 'One row is bad.' }, /^One row is bad\.$/],
    [
      { ...rest, state: 'DONE' as const, findings: findings(3, 0, 2), batch: { uses: 1 } },
      /^Imported: 1 new use\. 2 rows had been known before/,
    ],
  ])('%#', (shown, sentence) => expect(standing(shown)).toMatch(sentence));
});
