import { feeSchedules } from '@countersign/drizzle/tables/usage';
import { addDays } from '@countersign/shared/usage/day';
import { type FeeSchedule, feeScheduleSchema } from '@countersign/shared/usage/fee-schedule';
import { asc } from 'drizzle-orm';
import type { Actor } from '../platform/actor';
import type { Site } from '../platform/site';
import { builder, compile } from '../platform/statement';

const allSchedules = compile(builder.select().from(feeSchedules).orderBy(asc(feeSchedules.from)));

/**
 * The fee schedules in the order of their days. A schedule's row is never changed, so that the last day of one that
 * was open when it was loaded follows from the beginning of the next.
 */
export async function findFeeSchedules(site: Site, actor: Actor): Promise<FeeSchedule[]> {
  const [rows] = await site.database.read(actor, [allSchedules()]);
  return rows.map(({ scheduleId, from, to, terms }, i) => {
    const next = rows[i + 1];
    const last = to ?? (next ? addDays(next.from, -1) : null);
    return feeScheduleSchema.parse({ ...terms, id: scheduleId, from, to: last });
  });
}
