import { correctLinkage } from '@countersign/server/firms/correct-linkage';
import { removeLinkage } from '@countersign/server/firms/remove-linkage';
import { type LinkageKey, setLinkage } from '@countersign/server/firms/set-linkage';
import { type Actor, accountActor } from '@countersign/server/platform/actor';
import { checkDatabase } from '@countersign/server/platform/check-database';
import { outcomeOf } from '@countersign/server/platform/refusal';
import { foldTotals } from '@countersign/server/usage/fold-totals';
import { LinkagesChanged } from '@countersign/server/usage/write-uses';
import { payerAt } from '@countersign/shared/firms/payer';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openUsageSite, type TestPayer, type UsageSite } from './usage-site';
import { wrongTotals } from './usage-sums';

let db: UsageSite;
let operator: Actor;
let firms: TestPayer[];
let people: string[];
beforeAll(async () => {
  db = await openUsageSite();
  const [row] =
    await db.superuser`select account_id as id from usernames where username_key = 'operator.demo'`;
  operator = accountActor(row?.id, [{ role: 'OPERATOR', firmId: null, courtId: null }], {
    address: null,
    requestId: null,
  });
  await db.superuser`delete from linkages`;
  firms = [await db.firm([]), await db.firm([]), await db.firm([])];
  people = db.accounts.slice(0, 3);
});
afterAll(() => db.close());

/** The days there are borders and uses on, over three quarters. */
const dayAt = (n: number) => new Date(Date.UTC(2024, 1, 1 + n * 6, 6));
const days = 30;

const day = fc.integer({ min: 0, max: days });
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('set' as const),
      who: fc.nat(2),
      firm: fc.nat(2),
      from: day,
      length: fc.option(fc.integer({ min: 1, max: 12 })),
      center: fc.nat(2),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('correct' as const),
      which: fc.nat(20),
      from: fc.option(day),
      until: fc.option(day),
      center: fc.option(fc.nat(2)),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), which: fc.nat(20) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('import' as const),
      who: fc.nat(2),
      from: day,
      count: fc.integer({ min: 1, max: 8 }),
      recorded: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('fold' as const), payer: fc.nat(5) }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const centers = ['', 'Tax', 'Appeals'];

const linkages = () =>
  db.superuser<
    (LinkageKey & {
      payerId: string;
      startsAt: Date;
      endsAt: Date | null;
      costCenter: string;
      version: number;
    })[]
  >`select account_id as "accountId", linkage_id as "linkageId", payer_id as "payerId", starts_at as "startsAt",
      ends_at as "endsAt", cost_center as "costCenter", version from linkages order by linkage_id`;

/** Uses of some days in a row, each brought to whoever answers for it, as imports of several payers. */
async function importSome({ who, from, count, recorded }: Extract<Step, { kind: 'import' }>): Promise<void> {
  const account = people[who] ?? '';
  const rows = Array.from({ length: count }, (_, i) => ({
    account,
    at: new Date(dayAt(from + i).getTime() + 3_600_000).toISOString(),
    description: `use of day ${from + i}`,
    transactionId: (from + i) % 3 ? `${who}-${from + i}` : null,
  }));
  const all = (await linkages()).filter(({ accountId }) => accountId === account);
  for (const payer of [...firms, db.person(account)]) {
    const mine = rows.filter(({ at }) => payerAt(account, all, new Date(at)) === payer.payer.id);
    if (mine.length === 0) continue;
    const batch = recorded ? ({ authority: 'RECORDED', origin: 'RECEIPTS' } as const) : {};
    // Somebody changes the intervals meanwhile: the import is not done at all.
    await db.write(payer, db.made(mine), batch).catch((cause) => {
      if (!(cause instanceof LinkagesChanged)) throw cause;
    });
  }
}

async function take(one: Step): Promise<void> {
  if (one.kind === 'import') return importSome(one);
  if (one.kind === 'fold') {
    const payers = [...firms.map(({ payer }) => payer.id), ...people];
    return foldTotals(db.site, payers[one.payer] ?? '');
  }
  if (one.kind === 'set') {
    await outcomeOf(
      setLinkage(db.site, operator, {
        accountId: people[one.who] ?? null,
        firmId: firms[one.firm]?.payer.id ?? null,
        startsAt: dayAt(one.from),
        endsAt: one.length === null ? null : dayAt(one.from + one.length),
        costCenter: centers[one.center] ?? '',
        remark: null,
        idempotencyKey: null,
      }),
    );
    return;
  }
  const all = await linkages();
  const linkage = all[one.which % Math.max(1, all.length)];
  if (!linkage) return;
  const known = { linkage, expectedVersion: linkage.version, idempotencyKey: null };
  if (one.kind === 'remove') await outcomeOf(removeLinkage(db.site, operator, { ...known, remark: null }));
  else {
    const { from, until, center } = one;
    await outcomeOf(
      correctLinkage(db.site, operator, {
        ...known,
        ...(from !== null && { startsAt: dayAt(from) }),
        ...(until !== null && { endsAt: dayAt(until) }),
        ...(center !== null && { costCenter: centers[center] }),
      }),
    );
  }
}

/** Whose each use should be, and in which cost center, by the rule and not by SQL. */
async function misplaced(): Promise<unknown[]> {
  const all = await linkages();
  const uses =
    await db.superuser`select account_id as "accountId", payer_id as "payerId", at, cost_center as center from uses`;
  return uses.filter((use) => {
    const its = all.filter(({ accountId }) => accountId === use.accountId);
    return payerAt(use.accountId, its, use.at) !== use.payerId;
  });
}

async function expectSound(): Promise<void> {
  expect(await misplaced()).toEqual([]);
  expect(await wrongTotals(db.superuser)).toEqual([]);
  expect((await checkDatabase(db.site)).filter(({ wrong }) => wrong > 0)).toEqual([]);
}

/** The uses there are, whoever has them, by what they were. */
const things = async () =>
  (await db.superuser`select account_id, description from uses order by 1, 2`).map((row) =>
    Object.values(row).join(' '),
  );

test('whatever is set, corrected, removed and imported, each use is once and of whoever answers for it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 20 }), async (steps) => {
      await db.superuser.unsafe(`set session_replication_role = replica;
        truncate uses, use_sightings, usage_batches, usage_batch_quarters, usage_totals, usage_total_deltas, linkages,
          ledger_journals, ledger_entries; set session_replication_role = origin`);
      for (const one of steps) {
        const before = await things();
        await take(one);
        const after = await things();
        expect(new Set(after).size, 'each use is there once').toBe(after.length);
        expect(after).toEqual(expect.arrayContaining(before));
      }
      await expectSound();
    }),
    { numRuns: 6, endOnFailure: true },
  );
}, 90_000);

test('also when all of it happens at once', async () => {
  const steps = fc.sample(step, { numRuns: 40, seed: 7 });
  for (let i = 0; i < steps.length; i += 3) await Promise.all(steps.slice(i, i + 3).map(take));
  await expectSound();
});
