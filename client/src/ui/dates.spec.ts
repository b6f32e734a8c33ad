import { expect, it } from 'vitest';
import { endOfLocalDay, showCourtDay, showInstantUtc } from './dates';

it('keeps a court day on its day in every zone', () => {
  expect(showCourtDay('2018-04-23')).toBe('April 23, 2018');
});

it('shows the same instant in UTC', () => {
  expect(showInstantUtc('2026-01-31T23:30:00Z')).toMatch(/^Jan 31, 2026, 11:30:00.PM UTC$/);
});

it('lets a role end with the day that was picked', () => {
  const end = new Date(endOfLocalDay('2027-01-31'));
  expect([end.getDate(), end.getHours(), end.getMinutes()]).toEqual([31, 23, 59]);
});
