import { loadDemonstrationUses } from '@countersign/server/demonstration/load-uses';
import { findDemonstration } from '@countersign/server/demonstration/loaded';
import { checkDatabase } from '@countersign/server/platform/check-database';
import type { Site } from '@countersign/server/platform/site';
import { quarterOf } from '@countersign/shared/usage/quarter';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { withDemonstrationUses } from '../support/demonstration-uses';
import { wrongBatches, wrongTotals } from './usage-sums';
import { openWorkingSite, type WorkingSite } from './working-site';

const demonstrationUses = 2000;
/** Two dozen batches, each a transaction of its own. */
const patience = 120_000;

let db: WorkingSite;
let site: Site;
beforeEach(async () => {
  db = await openWorkingSite();
  site = { ...db.site, configuration: { ...db.site.configuration, demonstrationUses } };
});
afterEach(() => db.close());

async function expectWhole() {
  const [{ count } = { count: 0 }] = await db.superuser`select count(*)::int from uses`;
  expect(count).toBe(demonstrationUses);
  expect(await wrongTotals(db.superuser)).toEqual([]);
  expect(await wrongBatches(db.superuser)).toEqual([]);
  expect((await checkDatabase(site)).filter(({ wrong }) => wrong > 0)).toEqual([]);
}

describe('the uses of the demonstration', () => {
  test(
    'are recorded, told up to now, booked and totalled, and loaded once',
    async () => {
      const told: number[] = [];
      expect(await loadDemonstrationUses(site, { onProgress: (uses) => told.push(uses) })).toBe(
        demonstrationUses,
      );
      expect([told[0], told.at(-1)]).toEqual([0, demonstrationUses]);
      expect(told).toEqual(told.toSorted((one, other) => one - other));
      await expectWhole();
      expect(await loadDemonstrationUses(site)).toBeNull();
      await expectWhole();
      expect(await db.superuser`select from usage_total_deltas`).toHaveLength(0);

      // Those of a firm in a batch for each of eight quarters, of which the running one is the last.
      const firms = await db.superuser`
      select f.number, count(*)::int as batches, count(distinct q.quarter)::int as quarters, max(q.quarter)::text as last
      from usage_batches b join usage_batch_quarters q using (payer_id, batch_id) join firms f using (payer_id)
      where b.authority = 'RECORDED' and b.origin = 'DEMONSTRATION' group by 1 order by 1`;
      const last = quarterOf(site.clock.now(), site.serviceCenter.zone).startsOn;
      expect(firms.map((row) => ({ ...row }))).toEqual([
        { number: 1000001, batches: 8, quarters: 8, last },
        { number: 1000002, batches: 8, quarters: 8, last },
      ]);
      const [odd] = await db.superuser`
      select count(*) filter (where verdict in ('OVER', 'UNDER'))::int as differing,
        count(*) filter (where client_code = '')::int as uncoded, count(distinct payer_id)::int as payers from uses`;
      expect(odd?.differing).toBeGreaterThan(3);
      expect(odd?.uncoded).toBeGreaterThan(50);
      expect(odd?.payers).toBe(9);
    },
    patience,
  );

  test(
    'come to the same when their loading was ended and begun again',
    async () => {
      const enough = new Error('Enough of it.');
      const ending = new AbortController();
      const loading = loadDemonstrationUses(site, {
        signal: ending.signal,
        onProgress: (uses) => uses > demonstrationUses / 2 && ending.abort(enough),
      });
      await expect(loading).rejects.toBe(enough);
      expect(await db.superuser`select from uses limit 1`).toHaveLength(1);
      await loadDemonstrationUses(site);
      await expectWhole();
    },
    patience,
  );

  test(
    'come to the same when two processes load them at once',
    async () => {
      await Promise.all([loadDemonstrationUses(site), loadDemonstrationUses(site)]);
      await expectWhole();
    },
    patience,
  );

  test('are none where none are wanted, and where the people are those of an earlier version', async () => {
    const without = { ...site, configuration: { ...site.configuration, demonstrationUses: 0 } };
    expect(await loadDemonstrationUses(without)).toBeNull();
    await db.superuser`alter table audit_entries disable trigger user`;
    await db.superuser`update audit_entries set details = '{"people": 14}' where action = 'site.demonstration.loaded'`;
    expect(await loadDemonstrationUses(site)).toBeNull();
    expect(await db.superuser`select from uses limit 1`).toHaveLength(0);
  });

  test('are few and quickly there for a test that asks for them', async () => {
    await withDemonstrationUses(site);
    const loaded = await findDemonstration(site);
    const quarters = await db.superuser`
      select quarter::text, count(*)::int, count(distinct payer_id)::int as payers from uses group by 1 order by 1`;
    expect(quarters).toHaveLength(3);
    expect(quarters.map(({ payers }) => payers)).toEqual([3, 3, 3]);
    expect(quarters.at(-1)?.quarter).toBe(
      quarterOf(loaded?.at ?? new Date(), site.serviceCenter.zone).startsOn,
    );
    expect(await wrongTotals(db.superuser)).toEqual([]);
  });
});
