import reference from '@countersign/drizzle/reference/fee-schedules.json';
import { findFeeSchedules } from '@countersign/server/usage/fee-schedules';
import { loadFeeSchedules } from '@countersign/server/usage/load-fee-schedules';
import { scheduleOn, schedulesProblem } from '@countersign/shared/usage/fee-schedule';
import { readFeeSchedules } from '@countersign/shared/usage/fee-schedule-file';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anonymous } from './actors';
import { openWorkingSite, type WorkingSite } from './working-site';

let working: WorkingSite;
beforeAll(async () => {
  working = await openWorkingSite();
});
afterAll(() => working.close());

describe('the fee schedules', () => {
  test('are those of the reference file, and everybody reads them', async () => {
    const reading = readFeeSchedules(reference);
    expect(await findFeeSchedules(working.site, anonymous)).toEqual(reading.ok && reading.schedules);
  });

  test('are loaded once: a second start adds nothing', async () => {
    expect(await loadFeeSchedules(working.site)).toEqual([]);
    const entries = await working.superuser`
      select from audit_entries where action = 'usage.schedules.loaded'`;
    expect(entries).toHaveLength(1);
  });

  test('that are missing are added, those that are there stay', async () => {
    await working.superuser`delete from fee_schedules where schedule_id = 'epa-2006-07-01'`;
    expect(await loadFeeSchedules(working.site)).toEqual(['epa-2006-07-01']);
    expect(schedulesProblem(await findFeeSchedules(working.site, anonymous))).toBeNull();
  });

  test('the last of them ends when a newer one begins, though its row is never changed', async () => {
    await working.superuser`
      insert into fee_schedules select 'epa-2031', '2031-01-01', null, terms from fee_schedules where schedule_id = 'epa-2020-01-01'`;
    const schedules = await findFeeSchedules(working.site, anonymous);
    expect(schedulesProblem(schedules)).toBeNull();
    expect(scheduleOn(schedules, '2030-12-31')?.id).toBe('epa-2020-01-01');
    expect(scheduleOn(schedules, '2031-01-01')?.id).toBe('epa-2031');
  });
});
