import reference from '@countersign/drizzle/reference/fee-schedules.json';
import { feeSchedules } from '@countersign/drizzle/tables/usage';
import { siteStream } from '@countersign/shared/audit/entry';
import { readFeeSchedules } from '@countersign/shared/usage/fee-schedule-file';
import { recordAudit } from '../audit/record';
import { systemActor } from '../platform/actor';
import type { Site } from '../platform/site';

/**
 * Adds the fee schedules that come with the project and are not in the database yet; returns their ids. One that is
 * there stays as it is: uses were priced by it.
 */
export async function loadFeeSchedules(site: Site): Promise<string[]> {
  const at = site.clock.now();
  const reading = readFeeSchedules(reference);
  if (!reading.ok) throw new Error(reading.message);
  const rows = reading.schedules.map(({ id, from, to, ...terms }) => ({ scheduleId: id, from, to, terms }));
  return site.database.write(systemActor, async (tx) => {
    const added = await tx
      .insert(feeSchedules)
      .values(rows)
      .onConflictDoNothing()
      .returning({ id: feeSchedules.scheduleId });
    const schedules = added.map(({ id }) => id);
    if (schedules.length > 0)
      await recordAudit(tx, systemActor, {
        stream: siteStream,
        action: 'usage.schedules.loaded',
        details: { schedules },
        at,
      });
    return schedules;
  });
}
