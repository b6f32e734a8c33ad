import { expect, it } from 'vitest';
import { dollars } from './dollars';

it.each([
  [0, '$0.00'],
  [7, '$0.07'],
  [2499999, '$24,999.99'],
  [123456789, '$1,234,567.89'],
  [-10, '-$0.10'],
])('%i cents: %s', (cents, text) => expect(dollars(cents)).toBe(text));
