import { serviceCenter } from '@countersign/drizzle/tables/usage';
import { sql } from 'drizzle-orm';
import { systemActor } from './actor';
import type { Clock } from './clock';
import type { Database } from './database';
import { StartFault } from './fault';

/** What is fixed about the PACER Service Center for as long as the database lives. */
export interface ServiceCenter {
  /** The IANA zone by which days and quarters are counted. */
  readonly zone: string;
}

const usualZone = 'America/Chicago';

/**
 * Fixes the zone at the first start and gives the fixed one ever after. Uses are kept by their day and quarter, so
 * that another zone is refused; none asked for takes what there is.
 */
export async function fixServiceCenter(
  database: Database,
  clock: Clock,
  asked: string | undefined,
): Promise<ServiceCenter> {
  const fixed = await database.write(systemActor, async (tx) => {
    const zone = asked ?? usualZone;
    await tx.insert(serviceCenter).values({ zone, fixedAt: clock.now() }).onConflictDoNothing();
    const [row] = await tx.select({ zone: serviceCenter.zone }).from(serviceCenter);
    if (!row) throw new Error('The service center has no row.');
    await tx.execute(sql`select now() at time zone ${row.zone}`).catch(() => {
      throw new StartFault(
        `This Postgres does not know the zone SERVICE_CENTER_ZONE=${row.zone}: choose one of pg_timezone_names.`,
      );
    });
    return row.zone;
  });
  if (asked !== undefined && asked !== fixed) {
    throw new StartFault(
      `The days of this database are counted in ${fixed} since its first start, and SERVICE_CENTER_ZONE=${asked} would shift them: set it to ${fixed} or leave it out.`,
    );
  }
  return { zone: fixed };
}
