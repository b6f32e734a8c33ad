import { expect, it } from 'vitest';
import { balanceOnLink } from './balance-on-link';

it('34: an account with a credit of $10 joins a firm that owes $50', () => {
  expect(balanceOnLink(5000, -1000)).toBe(4000);
});
