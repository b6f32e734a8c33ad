import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import schedulesFile from '../../../drizzle/reference/fee-schedules.json';
import { schedulesOf } from './fixtures/schedules-of';
import { quarter } from './quarter';
import { payerQuarterDue, quarterDue, waiverThreshold } from './waiver';

const { all } = schedulesOf(schedulesFile);

const threshold = (year: number, number: number) => {
  const found = waiverThreshold(all, quarter(year, number));
  return found.ok ? found.thresholdCents : found.code;
};

describe('waiverThreshold', () => {
  it.each([
    [2004, 4, 'NO_SCHEDULE'],
    [2005, 1, 'YEARLY'],
    [2010, 1, 'YEARLY'],
    [2010, 2, 1000],
    [2012, 1, 1000],
    [2012, 2, 1500],
    [2013, 2, 1500],
    [2019, 4, 1500],
    [2020, 1, 3000],
    [2026, 4, 3000],
  ])('%i quarter %i: %s', (year, number, expected) => expect(threshold(year, number)).toBe(expected));
});

describe('quarterDue', () => {
  it.each([
    ['21', 2024, 1, 2990, 0],
    ['21', 2024, 1, 3000, 0],
    ['a cent above', 2024, 1, 3001, 3001],
    ['the whole, not what is above', 2024, 1, 3100, 3100],
    ['31', 2019, 4, 2000, 2000],
    ['the border before 2020', 2019, 4, 1500, 0],
    ['the border before 2020', 2019, 4, 1501, 1501],
    ['the border before 2012', 2012, 1, 1000, 0],
    ['the border before 2012', 2012, 1, 1001, 1001],
    ['nothing', 2024, 1, 0, 0],
  ])('%s: in %i quarter %i, %i cents: due %i', (_, year, number, total, due) => {
    const found = threshold(year, number);
    expect(quarterDue(total, Number(found))).toMatchObject({ dueCents: due, waivedCents: total - due });
  });

  it('takes nothing away from corrections', () => {
    expect(quarterDue(-500, 3000)).toEqual({ dueCents: 0, waivedCents: 0, creditCents: 500, waived: false });
  });

  it('is all or nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000, max: 10_000_000 }), fc.nat(10_000), (total, most) => {
        const { dueCents, waivedCents, creditCents, waived } = quarterDue(total, most);
        expect(dueCents + waivedCents - creditCents).toBe(total);
        expect(Math.min(dueCents, waivedCents, creditCents)).toBe(0);
        expect(dueCents).toBe(total > most ? total : 0);
        expect(waived).toBe(waivedCents > 0);
      }),
    );
  });

  it('never falls as charges rise', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(1000), fc.nat(10_000), (total, more, most) => {
        expect(quarterDue(total + more, most).dueCents).toBeGreaterThanOrEqual(
          quarterDue(total, most).dueCents,
        );
      }),
    );
  });
});

describe('payerQuarterDue', () => {
  it('23: three linked users of 12.00 under a firm', () => {
    expect(payerQuarterDue([1200, 1200, 1200], 3000).dueCents).toBe(3600);
    expect(payerQuarterDue([1200, 1200, 1200], 3000, 'ACCOUNT')).toMatchObject({
      dueCents: 0,
      waivedCents: 3600,
    });
  });

  it('is nothing without accounts', () => {
    expect(payerQuarterDue([], 3000).dueCents).toBe(0);
  });

  it('never makes the firm pay less than its accounts would by themselves', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000), { maxLength: 20 }), fc.nat(5000), (totals, most) => {
        const firm = payerQuarterDue(totals, most);
        const single = payerQuarterDue(totals, most, 'ACCOUNT');
        expect(firm.dueCents).toBeGreaterThanOrEqual(single.dueCents);
        const sum = totals.reduce((a, b) => a + b, 0);
        expect([firm, single].map(({ dueCents, waivedCents }) => dueCents + waivedCents)).toEqual([sum, sum]);
      }),
    );
  });
});
