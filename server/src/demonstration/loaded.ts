import { auditEntries } from '@countersign/drizzle/tables/audit';
import { siteStream } from '@countersign/shared/audit/entry';
import { and, eq, inArray } from 'drizzle-orm';
import { systemActor } from '../platform/actor';
import type { Site } from '../platform/site';

/** What the audit trail calls the loading of the people, of what they used, and of a firm that was made up besides. */
export const peopleLoaded = 'site.demonstration.loaded';
export const usesLoaded = 'usage.demonstration.loaded';
export const firmMadeUp = 'site.demonstration.enlarged';

const siteEntries = (site: Site, actions: readonly string[]) =>
  site.database.write(systemActor, (tx) =>
    tx
      .select()
      .from(auditEntries)
      .where(
        and(
          eq(auditEntries.streamKind, siteStream.kind),
          eq(auditEntries.streamId, siteStream.id),
          inArray(auditEntries.action, [...actions]),
        ),
      ),
  );

export interface DemonstrationLoaded {
  /** Up to when its people came and went; what they use is told up to then, also when it is loaded later. */
  readonly at: Date;
  readonly people: number;
  readonly withUses: boolean;
}

/** What of the demonstration is in the database; null for nothing. */
export async function findDemonstration(site: Site): Promise<DemonstrationLoaded | null> {
  const entries = await siteEntries(site, [peopleLoaded, usesLoaded]);
  const people = entries.find(({ action }) => action === peopleLoaded);
  if (!people) return null;
  const withUses = entries.some(({ action }) => action === usesLoaded);
  return { at: people.at, people: Number(people.details.people), withUses };
}

/** With how many people a firm was made up, and when; null for a firm that was not. */
export async function findMadeUpFirm(
  site: Site,
  number: number,
): Promise<Pick<DemonstrationLoaded, 'at' | 'people'> | null> {
  const entries = await siteEntries(site, [firmMadeUp]);
  const entry = entries.find(({ details }) => details.number === number);
  return entry ? { at: entry.at, people: Number(entry.details.people) } : null;
}
