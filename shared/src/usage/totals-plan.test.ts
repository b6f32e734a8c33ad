import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './day';
import { periodHolding } from './days';
import { piecesOf, planTotals, type TotalDimension, type TotalPeriod } from './totals-plan';

const short = (pieces: ReturnType<typeof piecesOf>) =>
  pieces.map(({ period, from, to }) => `${period} ${from.slice(5)} ${to.slice(5)}`);

describe('piecesOf', () => {
  it.each([
    ['a quarter', '2026-07-01', '2026-09-30', ['QUARTER 07-01 07-01']],
    ['two quarters', '2026-04-01', '2026-09-30', ['QUARTER 04-01 04-01', 'QUARTER 07-01 07-01']],
    ['a day', '2026-07-15', '2026-07-15', ['DAY 07-15 07-15']],
    ['its first day', '2026-07-01', '2026-07-01', ['DAY 07-01 07-01']],
    ['its first week', '2026-07-01', '2026-07-07', ['WEEK 07-01 07-01']],
    ['all but its last day', '2026-07-01', '2026-09-29', ['WEEK 07-01 09-23']],
    ['all but its first day', '2026-07-02', '2026-09-30', ['DAY 07-02 07-07', 'WEEK 07-08 09-30']],
    ['the last day, a week of one', '2026-09-30', '2026-09-30', ['WEEK 09-30 09-30']],
    [
      'days on both sides',
      '2026-07-05',
      '2026-07-25',
      ['DAY 07-05 07-07', 'WEEK 07-08 07-15', 'DAY 07-22 07-25'],
    ],
    ['less than a week across two', '2026-07-05', '2026-07-10', ['DAY 07-05 07-10']],
    ['a quarter to date', '2026-07-01', '2026-08-19', ['WEEK 07-01 08-12', 'DAY 08-19 08-19']],
    [
      'over the border of quarters',
      '2026-06-29',
      '2026-07-08',
      ['DAY 06-29 06-30', 'WEEK 07-01 07-01', 'DAY 07-08 07-08'],
    ],
    ['the shortest quarter', '2026-01-01', '2026-03-31', ['QUARTER 01-01 01-01']],
    ['its last week of six days', '2026-03-26', '2026-03-31', ['WEEK 03-26 03-26']],
  ])('%s', (_, from, to, pieces) => {
    expect(short(piecesOf({ from, to }))).toEqual(pieces);
  });

  const days = fc
    .tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 400 }))
    .map(([start, length]) => ({
      from: addDays('2023-12-01', start),
      to: addDays('2023-12-01', start + length),
    }));
  const allowed = fc.constantFrom<readonly TotalPeriod[]>(
    ['QUARTER', 'WEEK', 'DAY'],
    ['WEEK', 'DAY'],
    ['DAY'],
  );

  it('covers each day once and none besides', () => {
    fc.assert(
      fc.property(days, allowed, (span, periods) => {
        const covered = piecesOf(span, periods).flatMap(({ period, from, to }) => {
          expect(periods).toContain(period);
          const found: string[] = [];
          for (let start = from; start <= to; ) {
            const whole = periodHolding(start, period);
            expect(whole.from).toBe(start);
            for (let day = whole.from; day <= whole.to; day = addDays(day, 1)) found.push(day);
            start = addDays(whole.to, 1);
          }
          return found;
        });
        const wanted: string[] = [];
        for (let day = span.from; day <= span.to; day = addDays(day, 1)) wanted.push(day);
        expect(covered.sort()).toEqual(wanted);
      }),
    );
  });
});

describe('planTotals', () => {
  const quarter = { from: '2026-07-01', to: '2026-09-30' };
  const part = { from: '2026-07-01', to: '2026-08-15' };
  const plan = (
    days: typeof quarter,
    filtered: TotalDimension[],
    more: Partial<Parameters<typeof planTotals>[0]> = {},
  ) => planTotals({ days, filtered, otherwise: false, ...more });
  const groupingOf = (found: ReturnType<typeof planTotals>) =>
    found.from === 'USES' ? 'USES' : found.grouping;

  it.each<[string, typeof quarter, TotalDimension[], Partial<Parameters<typeof planTotals>[0]>, string]>([
    ['unfiltered', quarter, [], {}, 'NONE'],
    ['unfiltered by day', part, [], { period: 'DAY' }, 'NONE'],
    ['unfiltered by person', part, [], { by: 'ACCOUNT' }, 'ACCOUNT'],
    ['unfiltered by cost center', part, [], { by: 'COST_CENTER' }, 'COST_CENTER'],
    ['of a person', part, ['ACCOUNT'], {}, 'ACCOUNT'],
    ['of a person by day', part, ['ACCOUNT'], { period: 'DAY' }, 'ACCOUNT'],
    ['of persons, told apart', part, ['ACCOUNT'], { by: 'ACCOUNT' }, 'ACCOUNT'],
    ['of a person by court in a quarter', quarter, ['ACCOUNT'], { by: 'COURT' }, 'ACCOUNT_COURT'],
    ['of a court by person in a quarter', quarter, ['COURT'], { by: 'ACCOUNT' }, 'ACCOUNT_COURT'],
    ['of a client code by kind', quarter, ['CLIENT'], { by: 'KIND' }, 'CLIENT_KIND'],
    ['of a court and a client code', quarter, ['CLIENT', 'COURT'], {}, 'COURT_CLIENT'],
    ['of both by quarter', quarter, ['CLIENT', 'COURT'], { period: 'QUARTER' }, 'COURT_CLIENT'],
    ['of both by day', quarter, ['CLIENT', 'COURT'], { period: 'DAY' }, 'USES'],
    ['of a person by court in part of a quarter', part, ['ACCOUNT'], { by: 'COURT' }, 'USES'],
    ['of a cost center by person', quarter, ['COST_CENTER'], { by: 'ACCOUNT' }, 'USES'],
    ['of three', quarter, ['ACCOUNT', 'COURT'], { by: 'KIND' }, 'USES'],
    ['of what totals are not kept by', quarter, [], { otherwise: true }, 'USES'],
  ])('%s', (_, days, filtered, more, grouping) => {
    expect(groupingOf(plan(days, filtered, more))).toBe(grouping);
  });

  it('reads a quarter told by month from its days, and told by quarter from one row', () => {
    expect(plan(quarter, [], { period: 'MONTH' })).toMatchObject({ pieces: [{ period: 'DAY' }] });
    expect(plan(quarter, [], { period: 'QUARTER' })).toMatchObject({ pieces: [{ period: 'QUARTER' }] });
    expect(plan(quarter, [])).toMatchObject({ pieces: [{ period: 'QUARTER' }] });
  });
});
