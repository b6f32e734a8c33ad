import { expect, it } from 'vitest';
import schedulesFile from '../../../drizzle/reference/fee-schedules.json';
import { schedulesOf } from '../usage/fixtures/schedules-of';
import { returnedPaymentFee } from './returned-payment-fee';

const { all } = schedulesOf(schedulesFile);

it.each([
  ['2026-11-30', 'ACH', 5300],
  ['2026-11-30', 'CARD', 5300],
  ['2013-12-01', 'CARD', 5300],
  ['2013-11-30', 'CARD', 0],
  ['2013-11-30', 'CHECK', 5300],
  ['2006-07-01', 'CHECK', 4500],
  ['2006-06-30', 'CHECK', 0],
  ['2004-12-31', 'CHECK', 0],
] as const)('on %s a returned payment by %s costs %i', (day, instrument, cents) => {
  expect(returnedPaymentFee(all, day, instrument)).toBe(cents);
});
