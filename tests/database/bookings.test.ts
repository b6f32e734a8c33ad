import { randomUUID } from 'node:crypto';
import { book } from '@countersign/server/billing/book';
import { grantCredit } from '@countersign/server/billing/grant-credit';
import { recordPayment } from '@countersign/server/billing/record-payment';
import { recordRefund } from '@countersign/server/billing/record-refund';
import { recordReturnedPayment } from '@countersign/server/billing/record-returned-payment';
import { transferBalance } from '@countersign/server/billing/transfer-balance';
import { type Actor, systemActor } from '@countersign/server/platform/actor';
import type { Transaction } from '@countersign/server/platform/database';
import { NotAllowed, NotSignedIn, outcomeOf } from '@countersign/server/platform/refusal';
import type { Site } from '@countersign/server/platform/site';
import { loadFeeSchedules } from '@countersign/server/usage/load-fee-schedules';
import type { PaymentInstrument } from '@countersign/shared/usage/use';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { anonymous, demonstrationActors, idOf } from './actors';
import { openWorkingSite, type WorkingSite } from './working-site';

let working: WorkingSite;
let site: Site;
let actor: (username: string) => Actor;
beforeAll(async () => {
  working = await openWorkingSite();
  site = working.site;
  await loadFeeSchedules(site);
  actor = await demonstrationActors(working.superuser);
});
afterAll(() => working.close());

let numbers = 3_000_000;
async function newPayer(): Promise<string> {
  const payerId = randomUUID();
  numbers += 1;
  await working.superuser`insert into firms values (${payerId}, ${numbers}, 'A firm', now())`;
  return payerId;
}

let payer: string;
beforeEach(async () => {
  payer = await newPayer();
});

const sums = async (of: string) => {
  const rows = await working.superuser<{ account: string; cents: string }[]>`
    select account, sum(cents) as cents from ledger_entries where payer_id = ${of} group by 1 having sum(cents) <> 0`;
  return Object.fromEntries(rows.map((row) => [row.account, Number(row.cents)]));
};
const notesOf = (of: string) => working.superuser`
  select action, details from audit_entries where stream_id = ${of} order by entry_id`;

const at = new Date('2026-06-30T15:00:00Z');
const write = <T>(work: (tx: Transaction) => Promise<T>, who = systemActor) => site.database.write(who, work);
const pay = (cents: number, { paymentId = randomUUID() as string, payerId = payer } = {}) =>
  write((tx) => recordPayment(site, tx, systemActor, { payerId, paymentId, cents, at }));
const comesBack = (paymentId: string, instrument: PaymentInstrument = 'ACH', when = at) =>
  write((tx) =>
    recordReturnedPayment(site, tx, systemActor, {
      payerId: payer,
      paymentId,
      instrument,
      at: when,
      reason: 'R01',
    }),
  );
const refund = (cents: number, paymentId: string | null, refundId: string = randomUUID()) =>
  write((tx) =>
    recordRefund(site, tx, systemActor, { payerId: payer, refundId, paymentId, cents, reason: 'paid twice' }),
  );
const credit = (cents: number, payerId = payer) =>
  write((tx) =>
    grantCredit(site, tx, systemActor, { payerId, creditId: randomUUID(), cents, reason: 'wrong document' }),
  );
const transfer = (fromPayerId: string, toPayerId: string, transferId: string = randomUUID()) =>
  write((tx) => transferBalance(site, tx, systemActor, { transferId, fromPayerId, toPayerId }));
/** A statement of what was never accrued: enough to owe something. */
const bill = (cents: number, payerId = payer) =>
  write((tx) =>
    book(tx, [
      {
        payerId,
        sourceId: randomUUID(),
        at,
        event: { kind: 'STATEMENT', quarter: '2026-04-01', cents },
      },
    ]),
  );
const refusalOf = async (work: Promise<unknown>) =>
  (await outcomeOf(work)).faults.map((fault) => `${fault.code} ${fault.field?.at(-1)}: ${fault.message}`);

describe('a payment', () => {
  test('pays what was billed, and what is more stays as a credit', async () => {
    await bill(5000);
    await pay(2000);
    expect(await sums(payer)).toMatchObject({ RECEIVABLE: 3000, CASH_CLEARING: 2000 });
    await pay(4000);
    expect(await sums(payer)).toMatchObject({ CREDIT: -1000, CASH_CLEARING: 6000 });
    await bill(1500);
    expect(await sums(payer)).toMatchObject({ RECEIVABLE: 500, CASH_CLEARING: 6000 });
  });

  test('is booked and noted once, and never with two amounts', async () => {
    const paymentId = randomUUID();
    const first = await pay(2000, { paymentId });
    expect(first.posted).toBe(true);
    expect(await pay(2000, { paymentId })).toEqual({ ...first, posted: false });
    await expect(pay(2001, { paymentId })).rejects.toThrow('Booked before with 2000 cents');
    expect(await sums(payer)).toEqual({ CREDIT: -2000, CASH_CLEARING: 2000 });
    expect(await notesOf(payer)).toEqual([
      {
        action: 'billing.payment.recorded',
        details: { journalId: first.journalId, sourceId: paymentId, cents: 2000 },
      },
    ]);
  });

  test('is booked once however many bring it at the same time', async () => {
    await bill(3000);
    const paymentId = randomUUID();
    const all = await Promise.all(Array.from({ length: 8 }, () => pay(2000, { paymentId })));
    expect(all.filter((one) => one.posted)).toHaveLength(1);
    await Promise.all(Array.from({ length: 8 }, () => pay(500)));
    expect(await sums(payer)).toMatchObject({ CREDIT: -3000, CASH_CLEARING: 6000 });
  });

  test.each([0, -100, 0.5, Number.NaN])('of %d cents is refused', async (cents) => {
    expect(await refusalOf(pay(cents))).toEqual([
      'INVALID amount: Name an amount above $0.00, in whole cents.',
    ]);
  });

  test('of nobody there is is refused', async () => {
    expect(await refusalOf(pay(100, { payerId: randomUUID() }))).toEqual([
      'NOT_FOUND payer: There is no such payer.',
    ]);
  });
});

describe('a payment that comes back', () => {
  test('is due again with the fee of $53, once', async () => {
    const paymentId = randomUUID();
    await bill(2000);
    await pay(2000, { paymentId });
    const booked = await comesBack(paymentId);
    expect(booked).toMatchObject({ posted: true, cents: 2000, feeCents: 5300 });
    const after = {
      ACCRUED: -2000,
      RECEIVABLE: 7300,
      RETURNED_PAYMENT_FEES: -5300,
    };
    expect(await sums(payer)).toEqual(after);
    expect(await comesBack(paymentId)).toEqual({
      journalId: booked.journalId,
      posted: false,
      cents: 0,
      feeCents: 0,
    });
    expect(await sums(payer)).toEqual(after);
    expect((await notesOf(payer)).at(-1)).toEqual({
      action: 'billing.payment.returned',
      details: expect.objectContaining({ cents: 2000, feeCents: 5300, instrument: 'ACH', reason: 'R01' }),
    });
  });

  test('costs by the schedule of the day in the service center’s zone', async () => {
    const on = async (when: string, instrument: PaymentInstrument) => {
      const paymentId = randomUUID();
      await pay(100, { paymentId });
      return (await comesBack(paymentId, instrument, new Date(when))).feeCents;
    };
    expect(await on('2013-12-01T05:59:59Z', 'CARD')).toBe(0);
    expect(await on('2013-12-01T06:00:00Z', 'CARD')).toBe(5300);
    expect(await on('2013-12-01T05:59:59Z', 'CHECK')).toBe(5300);
  });

  test('comes back without what was paid back before', async () => {
    const paymentId = randomUUID();
    await pay(2000, { paymentId });
    await refund(500, paymentId);
    expect(await comesBack(paymentId)).toMatchObject({ cents: 1500 });
    expect(await sums(payer)).toEqual({
      CASH_CLEARING: 500,
      REFUNDS: -500,
      RECEIVABLE: 5300,
      RETURNED_PAYMENT_FEES: -5300,
    });
  });

  test('must have been booked', async () => {
    expect(await refusalOf(comesBack(randomUUID()))).toEqual([
      'NOT_FOUND payment: There is no such payment.',
    ]);
  });
});

describe('a refund', () => {
  test('of a payment is at most what is left of it, and is booked once', async () => {
    const [paymentId, refundId] = [randomUUID(), randomUUID()];
    await bill(1500);
    await pay(2000, { paymentId });
    const first = await refund(1800, paymentId, refundId);
    expect(await sums(payer)).toEqual({
      ACCRUED: -1500,
      CASH_CLEARING: 2000,
      REFUNDS: -1800,
      RECEIVABLE: 1300,
    });
    expect(await refund(1800, paymentId, refundId)).toEqual({ ...first, posted: false });
    expect(await refusalOf(refund(201, paymentId))).toEqual([
      'INVALID amount: Of this payment $2.00 is left to pay back.',
    ]);
    expect(await refusalOf(refund(1, randomUUID()))).toEqual([
      'NOT_FOUND payment: There is no such payment.',
    ]);
  });

  test('of two at once, one is refused when the payment has not enough for both', async () => {
    const paymentId = randomUUID();
    await pay(2000, { paymentId });
    const both = await Promise.all([outcomeOf(refund(1500, paymentId)), outcomeOf(refund(1500, paymentId))]);
    expect(both.filter((one) => one.done)).toHaveLength(1);
    expect(await sums(payer)).toEqual({ CASH_CLEARING: 2000, REFUNDS: -1500, CREDIT: -500 });
  });

  test('without a payment is at most the credit', async () => {
    await credit(700);
    expect(await refusalOf(refund(701, null))).toEqual([
      'INVALID amount: The credit is $7.00: no more than that can be paid back.',
    ]);
    await refund(700, null);
    expect(await sums(payer)).toEqual({ CREDITS_GRANTED: 700, REFUNDS: -700 });
  });
});

describe('a balance', () => {
  test('34: an account with a credit of $10 joins a firm that owes $50, which then owes $40', async () => {
    const [account, firm] = [idOf(actor('attorney.demo')), payer];
    await bill(5000, firm);
    await credit(1000, account);
    const transferId = randomUUID();
    expect(await transfer(account, firm, transferId)).toBe(-1000);
    expect(await transfer(account, firm, transferId)).toBe(-1000);
    expect(await sums(firm)).toEqual({ ACCRUED: -5000, RECEIVABLE: 4000, TRANSFERS: 1000 });
    expect(await sums(account)).toEqual({ CREDITS_GRANTED: 1000, TRANSFERS: -1000 });
    const [note, ...others] = await notesOf(firm);
    expect(note).toMatchObject({ action: 'billing.balance.transferred', details: { cents: -1000 } });
    expect(others).toEqual([]);
    const subjects = await working.superuser`
      select subject_id from audit_subjects where stream_id = ${firm} and subject_kind = 'account'`;
    expect(subjects).toEqual([{ subject_id: account }]);
  });

  test('of two firms that take over from each other at once moves whole', async () => {
    const other = await newPayer();
    await bill(5000, payer);
    await bill(300, other);
    await Promise.all([transfer(payer, other), transfer(other, payer)]);
    const due = [await sums(payer), await sums(other)].map((one) => one.RECEIVABLE ?? 0);
    expect(due.sort()).toEqual([0, 5300]);
  });

  test('of nothing moves nothing, and never to oneself', async () => {
    expect(await transfer(payer, await newPayer())).toBe(0);
    expect(await notesOf(payer)).toEqual([]);
    expect(await refusalOf(transfer(payer, payer))).toEqual([
      'ONESELF payer: A balance moves to another payer, not to the same one.',
    ]);
  });
});

describe('who books', () => {
  test('operators and the site do, nobody else', async () => {
    const bookings: ((who: Actor, tx: Transaction) => Promise<unknown>)[] = [
      (who, tx) => recordPayment(site, tx, who, { payerId: payer, paymentId: randomUUID(), cents: 1, at }),
      (who, tx) =>
        grantCredit(site, tx, who, { payerId: payer, creditId: randomUUID(), cents: 1, reason: 'x' }),
      (who, tx) =>
        recordRefund(site, tx, who, {
          payerId: payer,
          refundId: randomUUID(),
          paymentId: null,
          cents: 1,
          reason: 'x',
        }),
      (who, tx) =>
        recordReturnedPayment(site, tx, who, {
          payerId: payer,
          paymentId: randomUUID(),
          instrument: 'CARD',
          at,
          reason: null,
        }),
      async (who, tx) =>
        transferBalance(site, tx, who, {
          transferId: randomUUID(),
          fromPayerId: payer,
          toPayerId: idOf(actor('attorney.demo')),
        }),
    ];
    for (const booking of bookings) {
      for (const who of ['firmadmin.demo', 'clerk.mowd', 'attorney.demo'].map(actor))
        await expect(write((tx) => booking(who, tx), who)).rejects.toThrow(NotAllowed);
      await expect(write((tx) => booking(anonymous, tx), anonymous)).rejects.toThrow(NotSignedIn);
    }
    const operator = actor('operator.demo');
    for (const booking of bookings.slice(0, 3)) await write((tx) => booking(operator, tx), operator);
    expect(await sums(payer)).toEqual({
      CASH_CLEARING: 1,
      CREDITS_GRANTED: 1,
      REFUNDS: -1,
      CREDIT: -1,
    });
  });
});
