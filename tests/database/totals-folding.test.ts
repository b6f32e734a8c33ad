import { foldTotals } from '@countersign/server/usage/fold-totals';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openUsageSite, type TestPayer, type UsageSite } from './usage-site';
import { wrongTotals } from './usage-sums';

let db: UsageSite;
let ada: string;
let firm: TestPayer;
beforeAll(async () => {
  db = await openUsageSite();
  [ada = ''] = db.accounts;
});
beforeEach(async () => {
  await db.superuser`truncate uses, use_sightings, usage_batches, usage_batch_quarters, usage_totals, usage_total_deltas, linkages`;
  firm = await db.firm([ada]);
});
afterAll(() => db.close());

const fold = () => foldTotals(db.site, firm.payer.id);
const deltas = async () => (await db.superuser`select from usage_total_deltas`).length;
const uses = (count: number, from = 0) =>
  db.made(
    Array.from({ length: count }, (_, i) => ({
      account: ada,
      at: new Date(Date.UTC(2024, 0, 1 + (from + i) * 3, 18)).toISOString(),
      clientCode: i % 3 ? `C-${i % 5}` : null,
    })),
  );

test('folds every delta into the totals and leaves none', async () => {
  await db.write(firm, uses(20));
  await db.write(firm, uses(20, 10));
  await fold();
  expect(await deltas()).toBe(0);
  expect(await wrongTotals(db.superuser)).toEqual([]);
});

test('adds to totals that there are', async () => {
  await db.write(firm, uses(10));
  await fold();
  await db.write(firm, uses(10, 5));
  await fold();
  expect(await deltas()).toBe(0);
  expect(await wrongTotals(db.superuser)).toEqual([]);
});

test('drops totals of which nothing is left, and those alone', async () => {
  await db.write(firm, db.made([{ account: ada, transactionId: '1', clientCode: 'GONE' }]));
  await fold();
  await db.write(firm, db.made([{ account: ada, transactionId: '1', clientCode: 'HERE' }]), {
    authority: 'RECORDED',
    origin: 'RECEIPTS',
  });
  await fold();
  const codes =
    await db.superuser`select distinct client_code as code from usage_totals where grouping = 'CLIENT'`;
  expect(codes).toEqual([{ code: 'HERE' }]);
  expect(await wrongTotals(db.superuser)).toEqual([]);
});

test('leaves the deltas of other payers to them', async () => {
  const other = db.person(db.accounts[1] ?? '');
  await db.write(other, db.made([{ account: other.payer.id }]));
  await db.write(firm, uses(3));
  await fold();
  expect(await db.superuser`select distinct payer_id as payer from usage_total_deltas`).toEqual([
    { payer: other.payer.id },
  ]);
  await foldTotals(db.site, other.payer.id);
  expect(await wrongTotals(db.superuser)).toEqual([]);
});

test('has nothing to do twice', async () => {
  await db.write(firm, uses(5));
  await fold();
  const before =
    await db.superuser`select * from usage_totals order by payer_id, quarter, grouping, period, starts_on`;
  await fold();
  expect(
    await db.superuser`select * from usage_totals order by payer_id, quarter, grouping, period, starts_on`,
  ).toEqual(before);
});

test('several at once, while imports go on, lose nothing and count nothing twice', async () => {
  await db.write(firm, uses(30));
  const folding = async () => {
    for (let i = 0; i < 6; i += 1) await fold();
  };
  const importing = async () => {
    for (let i = 1; i <= 5; i += 1) await db.write(firm, uses(12, 30 * i));
  };
  await Promise.all([folding(), importing(), folding()]);
  expect(await wrongTotals(db.superuser)).toEqual([]);
  await fold();
  expect(await deltas()).toBe(0);
  expect(await wrongTotals(db.superuser)).toEqual([]);
});

test('is right for whoever reads in the middle of it', async () => {
  await db.write(firm, uses(40));
  const sums = new Set<number>();
  let going = true;
  const reading = async () => {
    while (going) {
      const [row] = await db.superuser`select sum(uses)::int as uses from usage_totals_now
        where grouping = 'NONE' and period = 'QUARTER'`;
      sums.add(row?.uses);
    }
  };
  const watching = reading();
  await fold();
  going = false;
  await watching;
  expect([...sums]).toEqual([40]);
});

test('is a job that an import leaves behind', async () => {
  await db.write(firm, uses(4));
  await db.superuser`update graphile_worker._private_jobs set run_at = now() where key like 'usage:fold-totals%'`;
  const stop = await db.work(undefined);
  await expect.poll(deltas, { timeout: 10_000 }).toBe(0);
  await stop();
  expect(await wrongTotals(db.superuser)).toEqual([]);
});
