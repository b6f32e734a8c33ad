import { randomUUID } from 'node:crypto';
import { book } from '@countersign/server/billing/book';
import { ledgerChecks } from '@countersign/server/billing/ledger-checks';
import { postAccruals } from '@countersign/server/billing/post-accruals';
import { postEarlierAccruals } from '@countersign/server/billing/post-earlier-accruals';
import { postMissingAccruals } from '@countersign/server/billing/post-missing-accruals';
import { runCommand } from '@countersign/server/command';
import { systemActor } from '@countersign/server/platform/actor';
import { checkDatabase } from '@countersign/server/platform/check-database';
import type { Site } from '@countersign/server/platform/site';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { totalDelta, writeUnbooked } from './recorded-uses';
import { openWorkingSite, type WorkingSite } from './working-site';

let working: WorkingSite;
let firms: string[];
beforeEach(async () => {
  working = await openWorkingSite();
  firms = (await working.superuser`select payer_id from firms order by number`).map((row) => row.payer_id);
});
afterEach(() => working.close());

const [spring, summer] = ['2026-04-01', '2026-07-01'];
const at = new Date('2026-08-01T12:00:00Z');

/** The accruals that stand, by payer, batch and quarter. */
const accruals = async () => {
  const rows = await working.superuser`
    select payer_id, source_id, quarter::text, cents from ledger_journals where kind = 'ACCRUAL' order by 1, 2, 3`;
  return rows.map((row) => [row.payer_id, row.source_id, row.quarter, Number(row.cents)].join(' '));
};
/** What is wrong with the ledger; the uses of these tests are told as roughly as it looks at them. */
const wrong = async () =>
  (await checkDatabase(working.site))
    .filter((finding) => finding.wrong > 0 && finding.name in ledgerChecks)
    .map((finding) => finding.name);

/** Batches of both firms as they stood before the ledger, and the accruals they should get. */
async function writeEarlier(): Promise<string[]> {
  const wanted: string[] = [];
  for (const payerId of firms) {
    for (const [a, b, free] of [
      [30, 240, 0],
      [310, -20, 0],
    ] as const) {
      const batchId = await writeUnbooked(working.superuser, {
        payerId,
        charges: [
          [spring, a],
          [spring, 10],
          [summer, b],
          ['2026-01-01', free],
        ],
      });
      wanted.push(`${payerId} ${batchId} ${spring} ${a + 10}`, `${payerId} ${batchId} ${summer} ${b}`);
    }
    await writeUnbooked(working.superuser, { payerId, authority: 'UPLOADED', charges: [[spring, 999]] });
  }
  return wanted.sort();
}

test('a batch is booked once for each quarter it recorded something in', async () => {
  const [payerId = ''] = firms;
  const batchId = await writeUnbooked(working.superuser, {
    payerId,
    charges: [
      [spring, 30],
      [summer, 240],
      ['2026-01-01', 0],
    ],
  });
  const quarters = [
    { quarter: spring, cents: 30 },
    { quarter: summer, cents: 240 },
    { quarter: '2026-01-01', cents: 0 },
  ];
  const post = () =>
    working.site.database.write(systemActor, (tx) => postAccruals(tx, { payerId, batchId, at, quarters }));
  expect((await post()).map((one) => one.posted)).toEqual([true, true, false]);
  expect((await post()).map((one) => one.posted)).toEqual([false, false, false]);
  expect(await accruals()).toEqual([
    `${payerId} ${batchId} ${spring} 30`,
    `${payerId} ${batchId} ${summer} 240`,
  ]);
  expect(await wrong()).toEqual([]);
});

test('what was recorded before the ledger existed is booked once, and what was uploaded never', async () => {
  const wanted = await writeEarlier();
  expect(await wrong()).toEqual(['accruals are the recorded uses, by payer and quarter']);
  expect(await postEarlierAccruals(working.site)).toEqual({ payers: 2, journals: 8 });
  expect(await accruals()).toEqual(wanted);
  expect(await wrong()).toEqual([]);
  expect(await postEarlierAccruals(working.site)).toEqual({ payers: 0, journals: 0 });
  const [journal] = await working.superuser`select distinct at from ledger_journals`;
  expect(journal?.at).toEqual(new Date('2026-02-03T12:00:00Z'));
});

test('the command says what it booked', async () => {
  await writeEarlier();
  const run = () =>
    runCommand('billing:post-accruals', [], {
      DATABASE_URL: working.db.applicationUrl,
      DATABASE_OWNER_URL: working.db.ownerUrl,
    });
  expect(await run()).toEqual(['8 journals were booked for 2 payers.']);
  expect(await run()).toEqual(['The ledger has all that was recorded; nothing was booked.']);
});

/** A site that loses its connection in its n-th transaction, when all in it is done but for the commit. */
function dyingIn(site: Site, n: number): Site {
  let transactions = 0;
  const database: Site['database'] = {
    ...site.database,
    write: (actor, work) =>
      site.database.write(actor, async (tx) => {
        const result = await work(tx);
        transactions += 1;
        if (transactions >= n) await tx.execute(sql`select pg_terminate_backend(pg_backend_pid())`);
        return result;
      }),
  };
  return { ...site, database };
}

test.each([1, 2, 3])('ended in its transaction %i and begun again, it comes to the same', async (n) => {
  const wanted = await writeEarlier();
  await expect(postEarlierAccruals(dyingIn(working.site, n))).rejects.toThrow();
  expect((await accruals()).length).toBe(n === 3 ? 4 : 0);
  await postEarlierAccruals(working.site);
  expect(await accruals()).toEqual(wanted);
  expect(await wrong()).toEqual([]);
});

test('several at once come to the same', async () => {
  const wanted = await writeEarlier();
  await Promise.all([1, 2, 3].map(() => postEarlierAccruals(working.site)));
  expect(await accruals()).toEqual(wanted);
  expect(await wrong()).toEqual([]);
});

test('uses that turn out to be another’s leave one ledger and come into the other', async () => {
  await writeEarlier();
  const [from = '', to = ''] = firms;
  const changeId = randomUUID();
  const move = () =>
    working.site.database.write(systemActor, async (tx) => {
      for (const payerId of firms) await postMissingAccruals(tx, payerId);
      await tx.execute(
        sql`update uses set payer_id = ${to} where payer_id = ${from} and quarter = ${spring}`,
      );
      const cents = 360;
      const total = { quarter: spring, changeId };
      const left = totalDelta({ ...total, payerId: from, uses: -4, cents: -cents, recordedCents: -cents });
      const came = totalDelta({ ...total, payerId: to, uses: 4, cents, recordedCents: cents });
      for (const change of [left, came]) await tx.execute(sql.raw(change));
      const moved = { sourceId: changeId, commonId: changeId, at };
      const event = (part: number) =>
        ({ kind: 'REATTRIBUTION', parts: [{ quarter: spring, cents: part }] }) as const;
      return book(tx, [
        { ...moved, payerId: from, event: event(-cents) },
        { ...moved, payerId: to, event: event(cents) },
      ]);
    });
  await working.superuser`delete from uses where authority = 'UPLOADED'`;
  expect((await move()).map((one) => one.posted)).toEqual([true, true]);
  expect(await wrong()).toEqual([]);
  expect(await postEarlierAccruals(working.site)).toEqual({ payers: 0, journals: 0 });
  const left = await working.superuser`
    select account, sum(cents)::int as cents from ledger_entries
    where payer_id = ${from} and quarter = ${spring} group by 1`;
  expect(left.every((row) => row.cents === 0)).toBe(true);
});

test('a ledger that disagrees with its uses is left as it is, and does not hold up the others', async () => {
  const wanted = await writeEarlier();
  const [broken = ''] = firms;
  await working.superuser`update uses set charge_cents = charge_cents + 1 where payer_id = ${broken} and charge_cents = 30`;
  await expect(postEarlierAccruals(working.site)).rejects.toThrow('1 ledgers could not be completed.');
  expect(await accruals()).toEqual(wanted.filter((line) => !line.startsWith(broken)));
});
