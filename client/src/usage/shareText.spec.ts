import { expect, it } from 'vitest';
import { shareText } from './shareText';

it.each([
  [50, 200, '25 %'],
  [1, 200, '1 %'],
  [1, 1000, '<1 %'],
  [0, 1000, '0 %'],
  [-10, 100, '-10 %'],
  [0, 0, ''],
])('%d of %d is %s', (part, whole, text) => {
  expect(shareText(part, whole)).toBe(text);
});
