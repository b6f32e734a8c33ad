import { feeSchedules } from '@countersign/drizzle/tables/usage';
import { addDays } from '@countersign/shared/usage/day';
import { type FeeSchedule, feeScheduleSchema } from '@countersign/shared/usage/fee-schedule';
import { asc } from 'drizzle-orm';
import type { Actor } from '../platform/actor';
import type { Transaction } from '../platform/database';
import type { Site } from '../platform/site';
import { builder, compile } from '../platform/statement';

const inOrder = asc(feeSchedules.from);
export const allSchedules = compile(builder.select().from(feeSchedules).orderBy(inOrder));

/** A schedule's row is never changed: the last day of one that was open when it was loaded follows from the next. */
export function schedulesOfRows(rows: readonly (typeof feeSchedules.$inferSelect)[]): FeeSchedule[] {
  return rows.map(({ scheduleId, from, to, terms }, i) => {
    const next = rows[i + 1];
    const last = to ?? (next ? addDays(next.from, -1) : null);
    return feeScheduleSchema.parse({ ...terms, id: scheduleId, from, to: last });
  });
}

/** The fee schedules in the order of their days. */
export async function findFeeSchedules(site: Site, actor: Actor): Promise<FeeSchedule[]> {
  const [rows] = await site.database.read(actor, [allSchedules()]);
  return schedulesOfRows(rows);
}

/** The same within a transaction. */
export async function readFeeSchedules(tx: Transaction): Promise<FeeSchedule[]> {
  return schedulesOfRows(await tx.select().from(feeSchedules).orderBy(inOrder));
}
