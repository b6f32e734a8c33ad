import { describe, expect, it } from 'vitest';
import { fieldsOf, intervalOf, showEnd, showInterval, showStart } from './intervals';

const chicago = 'America/Chicago';
const plain = (text: string) => text.replace(/\s/g, ' ');

describe('an interval in words', () => {
  it.each([
    ['2025-01-01T06:00:00.000Z', 'Jan 1, 2025'],
    ['2025-07-01T05:00:00.000Z', 'Jul 1, 2025'],
    ['2025-07-01T14:30:00.000Z', 'Jul 1, 2025, 9:30 AM'],
    ['2025-01-01T05:59:59.000Z', 'Dec 31, 2024, 11:59 PM'],
  ])('begins %s: %s', (iso, words) => expect(plain(showStart(iso, chicago))).toBe(words));

  it.each([
    ['2025-07-01T05:00:00.000Z', 'through Jun 30, 2025'],
    ['2025-01-01T06:00:00.000Z', 'through Dec 31, 2024'],
    ['2025-07-01T14:30:00.000Z', 'until Jul 1, 2025, 9:30 AM'],
  ])('ends %s: %s', (iso, words) => expect(plain(showEnd(iso, chicago))).toBe(words));

  it('is told as a whole', () => {
    const from = '2025-01-01T06:00:00.000Z';
    expect(showInterval({ from, until: null }, chicago)).toBe('from Jan 1, 2025 on');
    expect(showInterval({ from, until: '2025-07-01T05:00:00.000Z' }, chicago)).toBe(
      'from Jan 1, 2025 through Jun 30, 2025',
    );
  });
});

describe('an interval as it is typed', () => {
  it.each([
    [{ firstDay: '2025-01-01', firstTime: '', lastDay: '', lastTime: '' }, '2025-01-01T06:00:00.000Z', null],
    [
      { firstDay: '2025-03-09', firstTime: '', lastDay: '2025-03-09', lastTime: '' },
      '2025-03-09T06:00:00.000Z',
      // The day the clocks are set forward has 23 hours.
      '2025-03-10T05:00:00.000Z',
    ],
    [
      { firstDay: '2025-06-02', firstTime: '09:30', lastDay: '2025-12-31', lastTime: '17:00' },
      '2025-06-02T14:30:00.000Z',
      '2025-12-31T23:00:00.000Z',
    ],
    [
      { firstDay: '2025-06-02', firstTime: '09:30:15', lastDay: '2024-02-29', lastTime: '' },
      '2025-06-02T14:30:15.000Z',
      '2024-03-01T06:00:00.000Z',
    ],
  ])('%j', (fields, from, until) => {
    expect(intervalOf(fields, chicago)).toEqual({ from, until });
    expect(fieldsOf({ from, until }, chicago)).toEqual(fields);
  });
});
