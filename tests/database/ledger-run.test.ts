import { randomInt, randomUUID } from 'node:crypto';
import { book } from '@countersign/server/billing/book';
import { grantCredit } from '@countersign/server/billing/grant-credit';
import { ledgerChecks } from '@countersign/server/billing/ledger-checks';
import { recordPayment } from '@countersign/server/billing/record-payment';
import { recordRefund } from '@countersign/server/billing/record-refund';
import { recordReturnedPayment } from '@countersign/server/billing/record-returned-payment';
import { transferBalance } from '@countersign/server/billing/transfer-balance';
import { randomOf } from '@countersign/server/demonstration/story/random';
import { systemActor } from '@countersign/server/platform/actor';
import type { Transaction } from '@countersign/server/platform/database';
import { outcomeOf } from '@countersign/server/platform/refusal';
import { loadFeeSchedules } from '@countersign/server/usage/load-fee-schedules';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawHappening } from './ledger-events';
import { type Expected, LedgerModel, type ModelBatch, quarters } from './ledger-model';
import { openWorkingSite, type WorkingSite } from './working-site';

const operations = 10_000;
const rounds = 100;
/** Of each round: one by one through the use cases, several at a time; the others go with one call. */
const oneByOne = 12;

let working: WorkingSite;
let payers: string[];
beforeAll(async () => {
  working = await openWorkingSite();
  await loadFeeSchedules(working.site);
  for (const quarter of quarters) await working.superuser`select usage_partition_ensure(${quarter}::date)`;
  await working.superuser`insert into firms
    select gen_random_uuid(), 4000000 + n, 'Firm ' || n, now() from generate_series(1, 40) n`;
  payers = (await working.superuser`select payer_id from firms where number > 4000000 order by number`).map(
    (row) => row.payer_id,
  );
});
afterAll(() => working.close());

/** The batches of a round as rows, in one statement for each table. */
async function writeBatches(tx: Transaction, batches: readonly ModelBatch[]): Promise<void> {
  const rows = batches.flatMap(({ payerId, batchId, authority, charges }) =>
    [...charges].map(([quarter, cents]) => ({
      payerId,
      batchId,
      authority,
      quarter,
      cents,
      useId: randomUUID(),
    })),
  );
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    as given("payerId" uuid, "batchId" uuid, authority text, quarter date, cents integer, "useId" uuid)`;
  await tx.execute(sql`
    insert into usage_batches (payer_id, batch_id, authority, origin, at, uses, charge_cents)
    select "payerId", "batchId", authority, 'FILE', now(), count(*), sum(cents) from ${given} group by 1, 2, 3`);
  await tx.execute(sql`
    insert into uses (payer_id, quarter, use_id, account_id, at, time_known, day, kind, given_client_code, client_code,
      cost_center, charge_cents, verdict, authority, batch_id, source, source_key, content_key)
    select "payerId", quarter, "useId", "useId", quarter, true, quarter, 'DOCUMENT', '', '', '', cents, 'EQUAL', authority,
      "batchId", 'CONTENT', uuid_send("useId"), uuid_send("useId") from ${given}`);
}

/** Brings each batch's uses to whom the model says they belong. */
async function moveBatches(tx: Transaction, batches: readonly ModelBatch[]): Promise<void> {
  const owners = batches.map(({ payerId, batchId }) => ({ payer_id: payerId, batch_id: batchId }));
  await tx.execute(sql`
    update uses set payer_id = owner.payer_id
    from jsonb_to_recordset(${JSON.stringify(owners)}::jsonb) as owner(payer_id uuid, batch_id uuid)
    where uses.batch_id = owner.batch_id and uses.payer_id <> owner.payer_id`);
}

/** A round's happenings, all booked with one call in the transaction that writes and moves their uses. */
async function bookTogether(model: LedgerModel, count: number): Promise<void> {
  const batchesBefore = model.batches.length;
  const ownersBefore = new Map(model.batches.map((batch) => [batch.batchId, batch.payerId]));
  const expected: Expected[] = [];
  // A batch is written as its first payer's and moved afterwards, whatever happened to it within the round.
  const firstOwners = new Map<string, string>();
  for (let i = 0; i < count; i += 1) {
    expected.push(...drawHappening(model.random)(model));
    const last = model.batches.at(-1);
    if (last && !firstOwners.has(last.batchId)) firstOwners.set(last.batchId, last.payerId);
  }
  const written = model.batches
    .slice(batchesBefore)
    .map((batch) => ({ ...batch, payerId: firstOwners.get(batch.batchId) ?? batch.payerId }));
  const moved = model.batches.filter(
    ({ batchId, payerId }) => (ownersBefore.get(batchId) ?? firstOwners.get(batchId)) !== payerId,
  );
  const booked = await working.site.database.write(systemActor, async (tx) => {
    await writeBatches(tx, written);
    await moveBatches(tx, moved);
    return book(
      tx,
      expected.map(({ booking }) => booking),
    );
  });
  expect(booked.map((one) => one.posted)).toEqual(expected.map((one) => one.posted));
}

/** One act through a use case, and whether the model lets it happen; nobody else touches the payer meanwhile. */
type Act = (
  model: LedgerModel,
  payerId: string,
  other: string,
) => [allowed: boolean, act: () => Promise<unknown>];

const at = { at: new Date('2026-06-01T12:00:00Z') };
const write = (work: (tx: Transaction) => Promise<unknown>) => working.site.database.write(systemActor, work);

const acts: readonly Act[] = [
  (model, payerId) => {
    const cents = model.random.between(-50, 5000);
    const paymentId = randomUUID();
    if (cents > 0) {
      model.payments.push({ payerId, paymentId, cents, refunded: 0, returned: false });
      model.move(payerId, 'CASH_CLEARING', cents);
      model.owe(payerId, -cents);
      model.journals += 1;
    }
    return [
      cents > 0,
      () => write((tx) => recordPayment(working.site, tx, systemActor, { payerId, paymentId, cents, ...at })),
    ];
  },
  (model, payerId) => {
    const cents = model.random.between(-50, 3000);
    if (cents > 0) {
      model.move(payerId, 'CREDITS_GRANTED', cents);
      model.owe(payerId, -cents);
      model.journals += 1;
    }
    const credit = { payerId, creditId: randomUUID(), cents, reason: 'test' };
    return [cents > 0, () => write((tx) => grantCredit(working.site, tx, systemActor, credit))];
  },
  (model, payerId) => {
    const payment = model.payments.filter((one) => one.payerId === payerId).at(-1);
    const left = payment && !payment.returned ? payment.cents - payment.refunded : 0;
    const most = payment ? left : Math.max(-model.net(payerId), 0);
    const cents = model.random.between(0, most + 200);
    const allowed = cents > 0 && cents <= most;
    if (allowed) {
      if (payment) payment.refunded += cents;
      model.move(payerId, 'REFUNDS', -cents);
      model.owe(payerId, cents);
      model.journals += 1;
    }
    const refund = {
      payerId,
      refundId: randomUUID(),
      paymentId: payment?.paymentId ?? null,
      cents,
      reason: null,
    };
    return [allowed, () => write((tx) => recordRefund(working.site, tx, systemActor, refund))];
  },
  (model, payerId) => {
    const payment = model.payments.filter((one) => one.payerId === payerId).at(0);
    const left = payment ? payment.cents - payment.refunded : 0;
    if (payment && !payment.returned && left > 0) {
      payment.returned = true;
      model.move(payerId, 'CASH_CLEARING', -left);
      model.move(payerId, 'RETURNED_PAYMENT_FEES', -5300);
      model.owe(payerId, left + 5300);
      model.journals += 1;
    }
    const back = {
      payerId,
      paymentId: payment?.paymentId ?? randomUUID(),
      instrument: 'ACH',
      reason: null,
      ...at,
    } as const;
    // One that came back before is told so, and nothing is booked.
    return [
      left > 0 || payment?.returned === true,
      () => write((tx) => recordReturnedPayment(working.site, tx, systemActor, back)),
    ];
  },
  (model, fromPayerId, toPayerId) => {
    const cents = model.net(fromPayerId);
    if (cents !== 0) {
      model.move(fromPayerId, 'TRANSFERS', cents);
      model.move(toPayerId, 'TRANSFERS', -cents);
      model.owe(fromPayerId, -cents);
      model.owe(toPayerId, cents);
      model.journals += 2;
    }
    const transfer = { transferId: randomUUID(), fromPayerId, toPayerId };
    return [true, () => write((tx) => transferBalance(working.site, tx, systemActor, transfer))];
  },
];

/** As many acts as are asked for, at the same time, each with payers of its own. */
async function actOneByOne(model: LedgerModel, count: number): Promise<void> {
  const free = [...model.payers].sort(() => model.random.share() - 0.5);
  const doing = Array.from({ length: count }, () => {
    const [payerId = '', other = ''] = free.splice(0, 2);
    return model.random.pick(acts)(model, payerId, other);
  });
  const outcomes = await Promise.all(doing.map(([, act]) => outcomeOf(act())));
  expect(outcomes.map((one) => one.faults.length === 0)).toEqual(doing.map(([allowed]) => allowed));
}

async function compare(model: LedgerModel): Promise<void> {
  const rows = await working.superuser<{ line: string }[]>`
    select concat_ws(' ', payer_id, account, coalesce(quarter::text, ''), sum(cents)) as line
    from ledger_entries group by payer_id, account, quarter having sum(cents) <> 0`;
  expect(rows.map((row) => row.line).sort()).toEqual(model.lines());
  const [journals] = await working.superuser`select count(*)::int as count from ledger_journals`;
  expect(journals?.count).toBe(model.journals);
}

/** What is booked together here is noted nowhere, and everything else must hold. */
async function checkLedger(): Promise<void> {
  const { 'all that was booked by itself is in the audit trail': noted, ...checks } = ledgerChecks;
  expect(noted).toBeDefined();
  for (const [name, query] of Object.entries(checks))
    expect(await working.superuser.unsafe(query), name).toHaveLength(0);
}

test(`${operations} random operations keep every invariant of the ledger`, async () => {
  const seed = process.env.LEDGER_SEED ?? String(randomInt(1e9));
  try {
    const model = new LedgerModel(payers, randomOf(seed));
    for (let round = 1; round <= rounds; round += 1) {
      await bookTogether(model, operations / rounds - oneByOne);
      await actOneByOne(model, oneByOne);
      if (round % 5 === 0) await compare(model);
      if (round % 25 === 0) await checkLedger();
    }
    expect(model.journals).toBeGreaterThan(operations / 2);
  } catch (cause) {
    throw new Error(`Run again with LEDGER_SEED=${seed}. ${(cause as Error).message}`, { cause });
  }
}, 180_000);
