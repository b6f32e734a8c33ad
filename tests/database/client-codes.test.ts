import '@countersign/server/api/schema';
import { randomUUID } from 'node:crypto';
import { globalId } from '@countersign/server/api/global-id';
import { type Actor, accountActor } from '@countersign/server/platform/actor';
import { Refused } from '@countersign/server/platform/refusal';
import { assignCode, type CodeToAssign } from '@countersign/server/usage/codes/assign-code';
import { previewCode } from '@countersign/server/usage/codes/preview-code';
import type { CodeChangeKey } from '@countersign/server/usage/codes/queries';
import { undoCode } from '@countersign/server/usage/codes/undo-code';
import { foldTotals } from '@countersign/server/usage/fold-totals';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openUsageSite, type TestPayer, type UsageSite } from './usage-site';
import { wrongBatches, wrongTotals } from './usage-sums';

let db: UsageSite;
let ada: string;
let ben: string;
let firm: TestPayer;
let administrator: Actor;
beforeAll(async () => {
  db = await openUsageSite();
  [ada = '', ben = ''] = db.accounts;
});
beforeEach(async () => {
  await db.superuser`truncate uses, use_sightings, usage_batches, usage_batch_quarters, usage_totals,
    usage_total_deltas, linkages, client_code_assignments, assigned_uses`;
  firm = await db.firm([ada, ben]);
  const grant = { role: 'FIRM_ADMINISTRATOR', firmId: firm.payer.id, courtId: null } as const;
  administrator = accountActor(ada, [grant], { address: null, requestId: null });
});
afterAll(() => db.close());

const assign = (wish: Partial<CodeToAssign>) =>
  assignCode(db.site, administrator, {
    payer: firm.payer,
    clientCode: 'New-1',
    expectedUses: null,
    idempotencyKey: randomUUID(),
    ...wish,
  });
const undo = (change: CodeChangeKey) =>
  undoCode(db.site, administrator, { payer: firm.payer, change, idempotencyKey: randomUUID() });
const codes = async () => {
  const rows =
    await db.superuser`select transaction_id as number, client_code as code from uses order by transaction_id`;
  return Object.fromEntries(rows.map(({ number, code }) => [number, code]));
};
const change = async ({ assignmentId }: CodeChangeKey) => {
  const [row] = await db.superuser`
    select number, client_code, uses, charge_cents::int, undone_uses from client_code_assignments
    where assignment_id = ${assignmentId}`;
  return row;
};
const idOf = async (number: string) => {
  const [row] = await db.superuser`select quarter::text, use_id from uses where transaction_id = ${number}`;
  return globalId('use', firm.payer.id, row?.quarter, row?.use_id);
};

/** Uses 1 to 4, of two persons in two quarters, and one without a code. */
const write = () =>
  db.write(
    firm,
    db.made([
      { account: ada, transactionId: '1', clientCode: 'A-1' },
      { account: ada, transactionId: '2', clientCode: 'A-2', at: '2024-08-15T18:00:00Z', kind: 'SEARCH' },
      { account: ben, transactionId: '3', clientCode: null, courtId: null, chargeCents: 40 },
      { account: ben, transactionId: '4', clientCode: 'New-1' },
    ]),
  );
async function expectSums() {
  expect(await wrongTotals(db.superuser)).toEqual([]);
  expect(await wrongBatches(db.superuser)).toEqual([]);
}
const faultOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (cause) => {
      if (!(cause instanceof Refused)) throw cause;
      return cause.faults.map(({ code, field }) => [code, field?.[1]])[0];
    },
  );

describe('a client code given afterwards', () => {
  test('changes all that a filter finds, and leaves what they came with beside it', async () => {
    await write();
    const done = await assign({ filter: {} });
    expect(await codes()).toEqual({ 1: 'New-1', 2: 'New-1', 3: 'New-1', 4: 'New-1' });
    const given = await db.superuser`select given_client_code as code from uses order by transaction_id`;
    expect(given.map(({ code }) => code)).toEqual(['A-1', 'A-2', '', 'New-1']);
    expect(await change(done)).toMatchObject({ number: 1, client_code: 'New-1', uses: 3, charge_cents: 100 });
    await expectSums();
  });

  test('changes those named and no other, and nothing that has it already', async () => {
    await write();
    const done = await assign({ uses: [await idOf('1'), await idOf('4')] });
    expect(await codes()).toEqual({ 1: 'New-1', 2: 'A-2', 3: '', 4: 'New-1' });
    expect(await change(done)).toMatchObject({ uses: 1, charge_cents: 30 });
    await expectSums();
  });

  test('can be none', async () => {
    await write();
    await assign({ filter: { account: [globalId('account', ada)] }, clientCode: null });
    expect(await codes()).toEqual({ 1: '', 2: '', 3: '', 4: 'New-1' });
    await expectSums();
  });

  test('is right in totals that were folded meanwhile, also when it is undone', async () => {
    await write();
    await foldTotals(db.site, firm.payer.id);
    const done = await assign({ filter: { quarter: '2024-Q2' } });
    await foldTotals(db.site, firm.payer.id);
    await undo(done);
    await expectSums();
    await foldTotals(db.site, firm.payer.id);
    await expectSums();
  });

  test('is refused where it would change nothing, or other than was told before', async () => {
    await write();
    expect(await faultOf(assign({ filter: { clientCode: ['New-1'] } }))).toEqual(['INVALID', 'clientCode']);
    expect(await faultOf(assign({ filter: {}, expectedUses: 4 }))).toEqual(['STALE', 'expectedUses']);
    expect(await faultOf(assign({ filter: {}, clientCode: 'with a space' }))).toEqual([
      'INVALID',
      'clientCode',
    ]);
    expect(await faultOf(assign({ filter: {}, uses: [] }))).toEqual(['REQUIRED', 'filter']);
    expect(await faultOf(assign({}))).toEqual(['REQUIRED', 'filter']);
    const other = globalId('use', randomUUID(), '2024-04-01', randomUUID());
    expect(await faultOf(assign({ uses: [other] }))).toEqual(['NOT_FOUND', 'uses']);
    const many = Array.from({ length: 1001 }, () => other);
    expect(await faultOf(assign({ uses: many }))).toEqual(['INVALID', 'uses']);
    expect(await codes()).toEqual({ 1: 'A-1', 2: 'A-2', 3: '', 4: 'New-1' });
  });

  test('is told beforehand, from totals and from the uses themselves', async () => {
    await write();
    const told = (chosen: Partial<CodeToAssign>) =>
      previewCode(db.site, administrator, { payer: firm.payer, clientCode: 'New-1', ...chosen });
    const expected = {
      uses: 3,
      chargeCents: 100,
      unchanged: 1,
      codes: [
        { code: '', uses: 1, chargeCents: 40 },
        { code: 'A-1', uses: 1, chargeCents: 30 },
        { code: 'A-2', uses: 1, chargeCents: 30 },
      ],
      furtherCodes: 0,
    };
    expect(await told({ filter: {} })).toEqual(expected);
    expect(await told({ filter: { authority: 'UPLOADED' } })).toEqual(expected);
    expect(await told({ uses: await Promise.all(['1', '2', '3', '4'].map(idOf)) })).toEqual(expected);
    const { uses: expectedUses } = await told({ filter: {} });
    await assign({ filter: {}, expectedUses });
    expect(await told({ filter: {} })).toEqual({
      ...expected,
      uses: 0,
      chargeCents: 0,
      unchanged: 4,
      codes: [],
    });
    const never = await told({ filter: { quarter: '2024-Q2', from: '2025-01-01' } });
    expect(never).toEqual({ ...expected, uses: 0, chargeCents: 0, unchanged: 0, codes: [] });
  });

  test('shows the most frequent codes and how many more there are', async () => {
    const rows = Array.from({ length: 25 }, (_, i) => ({
      account: ada,
      transactionId: `${i}`,
      clientCode: `C-${i}`,
    }));
    await db.write(firm, db.made([...rows, { account: ada, transactionId: '99', clientCode: 'C-7' }]));
    const wish = { payer: firm.payer, clientCode: 'C-1', filter: {} };
    const { codes: shown, furtherCodes, uses } = await previewCode(db.site, administrator, wish);
    expect(shown[0]).toEqual({ code: 'C-7', uses: 2, chargeCents: 60 });
    expect([shown.length, furtherCodes, uses]).toEqual([20, 4, 25]);
  });
});

describe('undoing a change', () => {
  test('gives each use back what it had', async () => {
    await write();
    await assign({ uses: [await idOf('2')], clientCode: 'B-1' });
    const done = await assign({ filter: {} });
    await undo(done);
    expect(await codes()).toEqual({ 1: 'A-1', 2: 'B-1', 3: '', 4: 'New-1' });
    expect(await change(done)).toMatchObject({ uses: 3, undone_uses: 3 });
    await expectSums();
  });

  test('leaves those that a later change gave a code, and says how many', async () => {
    await write();
    const first = await assign({ filter: {} });
    const second = await assign({ uses: [await idOf('1')], clientCode: 'B-1' });
    await undo(first);
    expect(await codes()).toEqual({ 1: 'B-1', 2: 'A-2', 3: '', 4: 'New-1' });
    expect(await change(first)).toMatchObject({ uses: 3, undone_uses: 2 });
    await undo(second);
    expect(await codes()).toMatchObject({ 1: 'New-1' });
    await expectSums();
  });

  test('leaves those that came back to the same code by later changes', async () => {
    await write();
    const first = await assign({ uses: [await idOf('1')] });
    const second = await assign({ uses: [await idOf('1')], clientCode: 'B-1' });
    const third = await assign({ uses: [await idOf('1')] });
    expect(await faultOf(undo(first))).toEqual(['STALE', 'change']);
    for (const one of [third, second, first]) await undo(one);
    expect(await codes()).toMatchObject({ 1: 'A-1' });
    await expectSums();
  });

  test('happens once', async () => {
    await write();
    const done = await assign({ filter: {} });
    await undo(done);
    expect(await faultOf(undo(done))).toEqual(['ALREADY_ENDED', 'change']);
    expect(await faultOf(undo({ ...done, assignmentId: randomUUID() }))).toEqual(['NOT_FOUND', 'change']);
  });

  test('goes back to what the recorded use came with, where an upload had another code', async () => {
    await write();
    const done = await assign({ filter: {} });
    await db.write(firm, db.made([{ account: ada, transactionId: '1', clientCode: 'R-1' }]), {
      authority: 'RECORDED',
    });
    expect(await codes()).toMatchObject({ 1: 'New-1' });
    await undo(done);
    expect(await codes()).toEqual({ 1: 'R-1', 2: 'A-2', 3: '', 4: 'New-1' });
    await expectSums();
  });
});

describe('changes at the same time', () => {
  test('as imports leave totals that are right', async () => {
    await write();
    const imports = Array.from({ length: 4 }, (_, i) =>
      db.write(
        firm,
        db.made(
          Array.from({ length: 30 }, (_, j) => ({
            account: j % 2 === 0 ? ada : ben,
            transactionId: `${i}-${j}`,
            clientCode: `C-${j % 5}`,
            at: `2024-0${1 + (j % 9)}-15T18:00:00Z`,
          })),
        ),
        i % 2 === 0 ? {} : { authority: 'RECORDED' },
        { rowsAtOnce: 10 },
      ),
    );
    const changes = Array.from({ length: 8 }, async (_, i) => {
      const done = await assign({ filter: i % 2 === 0 ? {} : { quarter: '2024-Q2' }, clientCode: `N-${i}` });
      if (i % 3 === 0) await faultOf(undo(done));
    });
    const folds = Array.from({ length: 3 }, () => foldTotals(db.site, firm.payer.id));
    await Promise.all([...imports, ...changes, ...folds]);
    await expectSums();
    expect(await db.superuser`select count(*)::int as uses from uses`).toEqual([{ uses: 124 }]);
    const numbers = await db.superuser`select number from client_code_assignments order by number`;
    expect(numbers.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test('with one key are one change', async () => {
    await write();
    const idempotencyKey = randomUUID();
    const [one, other] = await Promise.all([
      assign({ filter: {}, idempotencyKey }),
      assign({ filter: {}, idempotencyKey }),
    ]);
    expect(one).toEqual(other);
    expect(await db.superuser`select count(*)::int as changes from client_code_assignments`).toEqual([
      { changes: 1 },
    ]);
    expect(await faultOf(assign({ filter: { quarter: '2024-Q2' }, idempotencyKey }))).toEqual([
      'IDEMPOTENCY_MISMATCH',
      'idempotencyKey',
    ]);
  });
});

test('only who acts for the payer gives codes and takes them back', async () => {
  await write();
  const done = await assign({ filter: {} });
  const stranger = accountActor(ben, [], { address: null, requestId: null });
  const wish = { payer: firm.payer, clientCode: 'X', filter: {}, expectedUses: null, idempotencyKey: 'k' };
  await expect(assignCode(db.site, stranger, wish)).rejects.toThrow('usage.code.assign');
  await expect(previewCode(db.site, stranger, wish)).rejects.toThrow('usage.code.assign');
  const undoing = { payer: firm.payer, change: done, idempotencyKey: 'k' };
  await expect(undoCode(db.site, stranger, undoing)).rejects.toThrow('usage.code.assign');
});
