import { firms } from '@countersign/drizzle/tables/firms';
import { siteStream } from '@countersign/shared/audit/entry';
import { count, eq } from 'drizzle-orm';
import { recordAudit } from '../audit/record';
import { systemActor } from '../platform/actor';
import type { Site } from '../platform/site';
import { loadPeople } from './load-people';
import { peopleLoaded } from './loaded';
import { demonstrationFirms, hawthorne } from './people';
import { everyone } from './stories';

/** Loads the demonstration's firms and people into a database that has none of them; true when it did. */
export async function loadDemonstration(site: Site): Promise<boolean> {
  const time = { zone: site.serviceCenter.zone, now: site.clock.now() };
  return site.database.write(systemActor, async (tx) => {
    const [have] = await tx.select({ count: count() }).from(firms).where(eq(firms.number, hawthorne));
    if ((have?.count ?? 0) > 0) return false;
    await loadPeople(tx, { firms: demonstrationFirms, people: everyone }, time);
    await recordAudit(tx, systemActor, {
      stream: siteStream,
      action: peopleLoaded,
      details: { firms: demonstrationFirms.length, people: everyone.length },
      at: time.now,
    });
    return true;
  });
}
