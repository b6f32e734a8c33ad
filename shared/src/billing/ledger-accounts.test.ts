import { expect, it } from 'vitest';
import { accountsByQuarter, figureOf } from './ledger-accounts';

it('keeps what is recorded and waived by quarter', () => {
  expect(accountsByQuarter).toEqual(['ACCRUED', 'USAGE_REVENUE', 'WAIVED']);
});

it.each([
  ['RECEIVABLE', 500, 500],
  ['CREDIT', -500, 500],
  ['REFUNDS', -500, 500],
  ['CREDIT', 0, 0],
] as const)('shows %s of %i as %i', (account, sum, figure) => expect(figureOf(account, sum)).toBe(figure));
