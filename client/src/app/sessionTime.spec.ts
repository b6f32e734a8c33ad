import { sessionRule } from '@countersign/shared/signin/session';
import { expect, it } from 'vitest';
import { clock, idleLeft } from './sessionTime';

it('counts from the last request', () => {
  const now = Date.parse('2026-11-24T12:00:00Z');
  expect(idleLeft(now - 60_000, now)).toBe(sessionRule.idle - 60_000);
});

it('counts down as a clock does', () => {
  expect([clock(119_100), clock(60_000), clock(900), clock(-5)]).toEqual(['2:00', '1:00', '0:01', '0:00']);
});
