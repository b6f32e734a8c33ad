import { expect, it } from 'vitest';
import { differenceText } from './differenceText';

it('has a sign both ways, and none for nothing', () => {
  expect(differenceText(1250)).toBe('+$12.50');
  expect(differenceText(-1250)).toBe('-$12.50');
  expect(differenceText(0)).toBe('$0.00');
});

it('tells percent of what was before, where something was', () => {
  expect(differenceText(1250, 10_000)).toBe('+$12.50 (+13 %)');
  expect(differenceText(-1250, 10_000)).toBe('-$12.50 (-12 %)');
  expect(differenceText(10, 10_000)).toBe('+$0.10 (0 %)');
  expect(differenceText(1250, 0)).toBe('+$12.50');
  expect(differenceText(1250, -500)).toBe('+$12.50');
});
