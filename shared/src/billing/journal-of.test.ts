import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balanceOnLink } from '../usage/balance-on-link';
import { sumOf } from './entry';
import { anyEvent } from './fixtures/events';
import { journalOf } from './journal-of';
import { ledgerAccountEntries, ledgerAccounts } from './ledger-accounts';
import { isSettling, type LedgerEvent } from './ledger-event';
import { evenPosition, netOf, type Position, positionOf } from './position';

const quarter = '2024-07-01';
const due = (cents: number) => positionOf(cents);
const credit = (cents: number) => positionOf(-cents);

/** Entries in short: the account, with its quarter's month where it has one. */
const short = (event: LedgerEvent, before: Position) =>
  Object.fromEntries(
    journalOf(event, before).entries.map(({ account, quarter, cents }) => [
      quarter ? `${account} ${quarter.slice(0, 7)}` : account,
      cents,
    ]),
  );

const cases: [string, LedgerEvent, Position, Record<string, number>][] = [
  [
    'uses of a batch',
    { kind: 'ACCRUAL', quarter, cents: 4310 },
    evenPosition,
    { 'ACCRUED 2024-07': 4310, 'USAGE_REVENUE 2024-07': -4310 },
  ],
  [
    'uses taken back leave what was billed alone',
    { kind: 'ACCRUAL', quarter, cents: -300 },
    due(4310),
    { 'ACCRUED 2024-07': -300, 'USAGE_REVENUE 2024-07': 300 },
  ],
  [
    'uses of two quarters that are another’s',
    {
      kind: 'REATTRIBUTION',
      parts: [
        { quarter, cents: -1000 },
        { quarter: '2024-10-01', cents: 250 },
      ],
    },
    evenPosition,
    {
      'ACCRUED 2024-07': -1000,
      'USAGE_REVENUE 2024-07': 1000,
      'ACCRUED 2024-10': 250,
      'USAGE_REVENUE 2024-10': -250,
    },
  ],
  [
    'the waiver of a quarter',
    { kind: 'WAIVER', quarter, cents: 2990 },
    due(100),
    { 'ACCRUED 2024-07': -2990, 'WAIVED 2024-07': 2990 },
  ],
  [
    'a statement',
    { kind: 'STATEMENT', quarter, cents: 4310 },
    evenPosition,
    { 'ACCRUED 2024-07': -4310, RECEIVABLE: 4310 },
  ],
  [
    'a statement less what was paid ahead',
    { kind: 'STATEMENT', quarter, cents: 4310 },
    credit(2000),
    { 'ACCRUED 2024-07': -4310, CREDIT: 2000, RECEIVABLE: 2310 },
  ],
  [
    'a statement in the payer’s favor',
    { kind: 'STATEMENT', quarter, cents: -500 },
    evenPosition,
    { 'ACCRUED 2024-07': 500, CREDIT: -500 },
  ],
  [
    'a payment in part',
    { kind: 'PAYMENT', cents: 1000 },
    due(4310),
    { CASH_CLEARING: 1000, RECEIVABLE: -1000 },
  ],
  [
    'a payment ahead',
    { kind: 'PAYMENT', cents: 1000 },
    due(400),
    { CASH_CLEARING: 1000, RECEIVABLE: -400, CREDIT: -600 },
  ],
  [
    'a returned payment with its fee of $53',
    { kind: 'RETURNED_PAYMENT', cents: 1000, feeCents: 5300 },
    evenPosition,
    { CASH_CLEARING: -1000, RETURNED_PAYMENT_FEES: -5300, RECEIVABLE: 6300 },
  ],
  [
    'a returned payment of which a part was still a credit',
    { kind: 'RETURNED_PAYMENT', cents: 1000, feeCents: 0 },
    credit(600),
    { CASH_CLEARING: -1000, CREDIT: 600, RECEIVABLE: 400 },
  ],
  ['a refund of a credit', { kind: 'REFUND', cents: 600 }, credit(600), { REFUNDS: -600, CREDIT: 600 }],
  [
    'a refund of what a statement had used',
    { kind: 'REFUND', cents: 600 },
    evenPosition,
    { REFUNDS: -600, RECEIVABLE: 600 },
  ],
  [
    'a credit',
    { kind: 'CREDIT', cents: 300 },
    due(200),
    { CREDITS_GRANTED: 300, RECEIVABLE: -200, CREDIT: -100 },
  ],
  [
    'a credit given away at linking',
    { kind: 'TRANSFER', cents: 1000 },
    credit(1000),
    { TRANSFERS: -1000, CREDIT: 1000 },
  ],
  [
    'a credit taken over at linking',
    { kind: 'TRANSFER', cents: -1000 },
    due(5000),
    { TRANSFERS: 1000, RECEIVABLE: -1000 },
  ],
  ['nothing', { kind: 'STATEMENT', quarter, cents: 0 }, due(5000), {}],
];

describe('journalOf', () => {
  it.each(cases)('%s', (_, event, before, entries) => expect(short(event, before)).toEqual(entries));

  it('34: an account with a credit of $10 joins a firm that owes $50, which then owes $40', () => {
    const given = journalOf({ kind: 'TRANSFER', cents: 1000 }, credit(1000));
    const taken = journalOf({ kind: 'TRANSFER', cents: -1000 }, due(5000));
    expect(given.position).toEqual(evenPosition);
    expect(netOf(taken.position)).toBe(balanceOnLink(5000, -1000));
    const moved = [...given.entries, ...taken.entries].filter(({ account }) => account === 'TRANSFERS');
    expect(sumOf(moved)).toBe(0);
  });

  it('balances whatever happens, one event after the other', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 30 }), (events) => {
        const sums = new Map(ledgerAccounts.map((account) => [account, 0]));
        let position = evenPosition;
        for (const event of events) {
          const { entries, position: after } = journalOf(event, position);
          expect(sumOf(entries)).toBe(0);
          if (!isSettling(event)) expect(after).toEqual(position);
          for (const { account, quarter, cents } of entries) {
            expect(cents).not.toBe(0);
            expect(quarter !== null).toBe(ledgerAccountEntries[account].byQuarter);
            sums.set(account, (sums.get(account) ?? 0) + cents);
          }
          position = after;
        }
        expect(sums.get('RECEIVABLE')).toBe(position.dueCents);
        expect(sums.get('CREDIT')).toBe(position.creditCents === 0 ? 0 : -position.creditCents);
      }),
    );
  });
});
