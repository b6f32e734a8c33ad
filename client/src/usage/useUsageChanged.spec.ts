import { expect, it } from 'vitest';
import { nextTry } from './useUsageChanged';

it('tries again later each time, and gives up in the end', () => {
  expect([0, 1, 2, 6].map(nextTry)).toEqual([2000, 4000, 8000, 128_000]);
  expect(nextTry(7)).toBeNull();
});
