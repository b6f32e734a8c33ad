import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumOf } from './entry';
import { evenPosition, netOf, positionOf, settle } from './position';

const due = (cents: number) => positionOf(cents);
const credit = (cents: number) => positionOf(-cents);

describe('settle', () => {
  it.each([
    ['a bill', evenPosition, 5000, due(5000), { RECEIVABLE: 5000 }],
    ['a bill less a credit', credit(2000), 5000, due(3000), { CREDIT: 2000, RECEIVABLE: 3000 }],
    ['a bill within a credit', credit(6000), 5000, credit(1000), { CREDIT: 5000 }],
    ['a part payment', due(5000), -2000, due(3000), { RECEIVABLE: -2000 }],
    ['a whole payment', due(5000), -5000, evenPosition, { RECEIVABLE: -5000 }],
    ['a payment ahead', evenPosition, -2000, credit(2000), { CREDIT: -2000 }],
    ['more than is due', due(1000), -2500, credit(1500), { RECEIVABLE: -1000, CREDIT: -1500 }],
    ['nothing', due(1000), 0, due(1000), {}],
  ])('%s', (_, before, cents, after, changes) => {
    const { entries, position } = settle(before, cents);
    expect(position).toEqual(after);
    expect(Object.fromEntries(entries.map((one) => [one.account, one.cents]))).toEqual(changes);
  });

  it('moves the net by the amount and never leaves both a debt and a credit', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (net, cents) => {
        const { entries, position } = settle(positionOf(net), cents);
        expect(netOf(position)).toBe(net + cents);
        expect(sumOf(entries)).toBe(cents);
        expect(Math.min(position.dueCents, position.creditCents)).toBe(0);
        expect(Math.max(position.dueCents, position.creditCents)).toBe(Math.abs(net + cents));
        expect(entries.every((one) => one.cents !== 0)).toBe(true);
      }),
    );
  });
});
