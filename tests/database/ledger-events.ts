import { randomUUID } from 'node:crypto';
import { weighted } from '@countersign/server/demonstration/story/random';
import { quarterDue } from '@countersign/shared/usage/waiver';
import { type Expected, type LedgerModel, quarters } from './ledger-model';

/** Something that happens to a ledger: what is booked of it, once the model knows. */
type Happening = (model: LedgerModel) => Expected[];

const amount = ({ random }: LedgerModel) => Math.max(1, Math.round(random.around(2500, 1.2)));

/** An import: recorded uses are booked, uploaded ones never. */
const imported: Happening = (model) => {
  const { random } = model;
  const payerId = random.pick(model.payers);
  const batchId = randomUUID();
  const authority = random.chance(0.8) ? 'RECORDED' : 'UPLOADED';
  const charges = new Map(
    quarters.filter(() => random.chance(0.4)).map((quarter) => [quarter, random.between(-300, 6000)]),
  );
  model.batches.push({ payerId, batchId, authority, charges });
  if (authority === 'UPLOADED') return [];
  return [...charges].map(([quarter, cents]) => {
    model.move(payerId, 'ACCRUED', cents, quarter);
    model.move(payerId, 'USAGE_REVENUE', -cents, quarter);
    return model.keep(
      { payerId, sourceId: batchId, event: { kind: 'ACCRUAL', quarter, cents } },
      cents !== 0,
    );
  });
};

/** A corrected interval: the uses of a batch are another payer's. */
const reattributed: Happening = (model) => {
  const { random } = model;
  if (model.batches.length === 0) return [];
  const batch = random.pick(model.batches);
  const [from, to] = [batch.payerId, random.pick(model.payers)];
  batch.payerId = to;
  if (from === to || batch.authority === 'UPLOADED') return [];
  const changeId = randomUUID();
  return [from, to].map((payerId) => {
    const sign = payerId === from ? -1 : 1;
    const parts = [...batch.charges].map(([quarter, cents]) => ({ quarter, cents: sign * cents }));
    for (const { quarter, cents } of parts) {
      model.move(payerId, 'ACCRUED', cents, quarter);
      model.move(payerId, 'USAGE_REVENUE', -cents, quarter);
    }
    return model.keep(
      { payerId, sourceId: changeId, commonId: changeId, event: { kind: 'REATTRIBUTION', parts } },
      parts.some(({ cents }) => cents !== 0),
    );
  });
};

/** A quarter is billed: waived up to the threshold, all of it due above, in the payer's favor below nothing. */
const billed: Happening = (model) => {
  const payerId = model.random.pick(model.payers);
  const quarter = model.random.pick(quarters);
  const total = model.accrued(payerId, quarter);
  const { dueCents, waivedCents, creditCents } = quarterDue(total, 3000);
  const sourceId = randomUUID();
  model.move(payerId, 'ACCRUED', -total, quarter);
  model.move(payerId, 'WAIVED', waivedCents, quarter);
  model.owe(payerId, dueCents - creditCents);
  const waiver = { kind: 'WAIVER', quarter, cents: waivedCents } as const;
  const statement = { kind: 'STATEMENT', quarter, cents: dueCents - creditCents } as const;
  return [
    model.keep({ payerId, sourceId, event: waiver }, waivedCents !== 0),
    model.keep({ payerId, sourceId, event: statement }, statement.cents !== 0),
  ];
};

const paid: Happening = (model) => {
  const payerId = model.random.pick(model.payers);
  const net = model.net(payerId);
  const cents = net > 0 && model.random.chance(0.5) ? net : amount(model);
  const paymentId = randomUUID();
  model.payments.push({ payerId, paymentId, cents, refunded: 0, returned: false });
  model.move(payerId, 'CASH_CLEARING', cents);
  model.owe(payerId, -cents);
  return [model.keep({ payerId, sourceId: paymentId, paymentId, event: { kind: 'PAYMENT', cents } })];
};

const returned: Happening = (model) => {
  const payment = model.random.pick([...model.payments, null]);
  if (!payment || payment.returned || payment.refunded === payment.cents) return [];
  const { payerId, paymentId } = payment;
  const cents = payment.cents - payment.refunded;
  const feeCents = model.random.chance(0.9) ? 5300 : 0;
  payment.returned = true;
  model.move(payerId, 'CASH_CLEARING', -cents);
  model.move(payerId, 'RETURNED_PAYMENT_FEES', -feeCents);
  model.owe(payerId, cents + feeCents);
  const event = { kind: 'RETURNED_PAYMENT', cents, feeCents } as const;
  return [model.keep({ payerId, sourceId: paymentId, paymentId, event })];
};

const refunded: Happening = (model) => {
  const payment = model.random.pick([...model.payments, null]);
  if (!payment || payment.returned || payment.refunded === payment.cents) return [];
  const { payerId, paymentId } = payment;
  const cents = model.random.between(1, payment.cents - payment.refunded);
  payment.refunded += cents;
  model.move(payerId, 'REFUNDS', -cents);
  model.owe(payerId, cents);
  return [model.keep({ payerId, paymentId, event: { kind: 'REFUND', cents } })];
};

const credited: Happening = (model) => {
  const payerId = model.random.pick(model.payers);
  const cents = amount(model);
  model.move(payerId, 'CREDITS_GRANTED', cents);
  model.owe(payerId, -cents);
  return [model.keep({ payerId, event: { kind: 'CREDIT', cents } })];
};

/** All that a payer owes, or his credit, goes to another. */
const transferred: Happening = (model) => {
  const [from, to] = [model.random.pick(model.payers), model.random.pick(model.payers)];
  const cents = model.net(from);
  if (from === to || cents === 0) return [];
  const transferId = randomUUID();
  return [from, to].map((payerId) => {
    const taken = payerId === from ? -cents : cents;
    model.move(payerId, 'TRANSFERS', -taken);
    model.owe(payerId, taken);
    const event = { kind: 'TRANSFER', cents: taken } as const;
    return model.keep({ payerId, sourceId: transferId, commonId: transferId, event });
  });
};

/** What happened comes a second time, as when an answer was lost. */
const again: Happening = (model) =>
  model.posted.length === 0 ? [] : [{ booking: model.random.pick(model.posted), posted: false }];

/** Draws what happens next. */
export const drawHappening = weighted<Happening>([
  [imported, 35],
  [paid, 20],
  [billed, 12],
  [refunded, 7],
  [returned, 6],
  [credited, 6],
  [transferred, 4],
  [reattributed, 5],
  [again, 5],
]);
