import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import schedulesFile from '../../../drizzle/reference/fee-schedules.json';
import { addDays } from './day';
import { feeScheduleSchema, scheduleOn, schedulesProblem } from './fee-schedule';
import { schedulesOf } from './fixtures/schedules-of';

const { all, on } = schedulesOf(schedulesFile);

const span = (id: string, from: string, to: string | null) => ({ id, from, to });

describe('schedulesProblem', () => {
  it.each([
    ['none', [], 'There is no fee schedule.'],
    ['one', [span('a', '2005-01-01', null)], null],
    ['two that meet', [span('a', '2005-01-01', '2012-03-31'), span('b', '2012-04-01', null)], null],
    ['in any order', [span('b', '2012-04-01', null), span('a', '2005-01-01', '2012-03-31')], null],
    [
      'a gap',
      [span('a', '2005-01-01', '2012-03-29'), span('b', '2012-04-01', null)],
      'No fee schedule is in force from 2012-03-30 to 2012-03-31, between a and b.',
    ],
    [
      'an overlap',
      [span('a', '2005-01-01', '2012-04-01'), span('b', '2012-04-01', null)],
      'The fee schedules a and b are both in force on 2012-04-01.',
    ],
    [
      'an open one before another',
      [span('a', '2005-01-01', null), span('b', '2012-04-01', null)],
      'The fee schedules a and b are both in force on 2012-04-01.',
    ],
    [
      'two from one day',
      [span('a', '2005-01-01', null), span('b', '2005-01-01', null)],
      'The fee schedules a and b are both in force on 2005-01-01.',
    ],
    [
      'an end before the beginning',
      [span('a', '2005-01-01', '2004-12-31')],
      'The fee schedule a ends on 2004-12-31, before it begins on 2005-01-01.',
    ],
    [
      'no open end',
      [span('a', '2005-01-01', '2012-03-31')],
      'The last fee schedule, a, ends on 2012-03-31, and nothing is in force after it.',
    ],
    [
      'one name twice',
      [span('a', '2005-01-01', '2012-03-31'), span('a', '2012-04-01', null)],
      'Two fee schedules are called a.',
    ],
  ])('%s', (_, spans, problem) => expect(schedulesProblem(spans)).toBe(problem));

  it('is nothing exactly where each day has one schedule', () => {
    const day = fc.integer({ min: 0, max: 30 }).map((days) => addDays('2024-01-01', days));
    const spans = fc.array(fc.tuple(day, fc.option(day)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(spans, (pairs) => {
        const made = pairs.map(([from, to], i) => span(`s${i}`, from, to));
        const first = made.map(({ from }) => from).sort()[0] ?? '';
        const days = Array.from({ length: 70 }, (_, i) => addDays(first, i));
        const once = days.every(
          (one) => made.filter(({ from, to }) => from <= one && (to === null || one <= to)).length === 1,
        );
        const backward = made.some(({ from, to }) => to !== null && to < from);
        expect(schedulesProblem(made) === null).toBe(once && !backward);
      }),
    );
  });
});

describe('the schedules since 2005', () => {
  it.each([
    ['2005-01-01', 8, 8, 1000, 'CALENDAR_YEAR', null, 2000, null],
    ['2006-06-30', 8, 8, 1000, 'CALENDAR_YEAR', null, 2000, null],
    ['2006-07-01', 8, 8, 1000, 'CALENDAR_YEAR', null, 2600, 4500],
    ['2010-03-15', 8, 8, 1000, 'CALENDAR_YEAR', null, 2600, 4500],
    ['2010-03-16', 8, 8, 1000, 'QUARTER', 240, 2600, 4500],
    ['2012-03-31', 8, 8, 1000, 'QUARTER', 240, 2600, 4500],
    ['2012-04-01', 10, 8, 1500, 'QUARTER', 240, 3000, 5300],
    ['2013-04-01', 10, 8, 1500, 'QUARTER', 240, 3000, 5300],
    ['2015-03-31', 10, 8, 1500, 'QUARTER', 240, 3000, 5300],
    ['2015-04-01', 10, 10, 1500, 'QUARTER', 240, 3000, 5300],
    ['2019-12-31', 10, 10, 1500, 'QUARTER', 240, 3000, 5300],
    ['2020-01-01', 10, 10, 3000, 'QUARTER', 240, 3000, 5300],
    ['2026-11-24', 10, 10, 3000, 'QUARTER', 240, 3000, 5300],
  ])(
    'on %s: %i cents a page, %i for governments, %i waived by the %s',
    (day, page, government, waiver, period, audio, search, returned) => {
      expect(on(day)).toMatchObject({
        pageCents: page,
        governmentPageCents: government,
        waiverThresholdCents: waiver,
        waiverPeriod: period,
        audioFileCents: audio,
        serviceCenterSearchCents: search,
        returnedPaymentCents: returned,
        capPages: 30,
      });
    },
  );

  it('take checks only until December 2013', () => {
    expect(on('2013-11-30').returnedPaymentOf).toBe('CHECK');
    expect(on('2013-12-01').returnedPaymentOf).toBe('ANY_PAYMENT');
  });

  it('begin in 2005', () => {
    expect(scheduleOn(all, '2004-12-31')).toBeNull();
    expect(schedulesProblem(all)).toBeNull();
  });

  it('say what in them is assumed', () => {
    expect(on('2012-04-01').assumed).toContain('serviceCenterSearchCents');
    expect(on('2013-04-01').assumed).not.toContain('serviceCenterSearchCents');
    expect(on('2005-01-01').assumed).toContain('bytesPerPage');
    expect(on('2020-01-01').assumed).toEqual([]);
  });

  it('have the shape in which they are kept', () => {
    expect(feeScheduleSchema.array().parse(all)).toEqual(all);
  });
});
