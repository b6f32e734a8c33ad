import { describe, expect, it } from 'vitest';
import schedulesFile from '../../../drizzle/reference/fee-schedules.json';
import { cardCeilingOn, fitsCard } from './card-ceiling';

const ceilings = schedulesFile.cardCeilings;

describe('the ceiling of a card', () => {
  it.each([
    ['33', '2024-01-05', 2_499_999, true],
    ['33', '2024-01-05', 2_500_000, false],
    ['its first day', '2015-06-01', 2_500_000, false],
    ['none is known before', '2015-05-31', 2_500_000, true],
  ])('%s: on %s a balance of %i cents', (_, day, balance, fits) => {
    expect(fitsCard(balance, cardCeilingOn(ceilings, day))).toBe(fits);
  });

  it('is that of the last change', () => {
    const later = { from: '2030-01-01', mostCents: 100, source: 'a test' };
    expect(cardCeilingOn([later, ...ceilings], '2030-01-01')).toBe(100);
    expect(cardCeilingOn([later, ...ceilings], '2029-12-31')).toBe(2_499_999);
  });
});
