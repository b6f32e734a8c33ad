import contacts from '@countersign/drizzle/reference/court-contacts.json';
import questions from '@countersign/drizzle/reference/court-questions.json';
import reference from '@countersign/drizzle/reference/courts.json';
import { courtContacts, courtQuestions, courts } from '@countersign/drizzle/tables/courts';
import { siteStream } from '@countersign/shared/audit/entry';
import { courtSchema } from '@countersign/shared/courts/court';
import { courtContactSchema } from '@countersign/shared/courts/court-contact';
import { courtQuestionSchema } from '@countersign/shared/courts/court-question';
import { count } from 'drizzle-orm';
import { recordAudit } from '../audit/record';
import { systemActor } from '../platform/actor';
import type { Site } from '../platform/site';
import { storeCourts } from './store-courts';

const numbered = <Row extends { courtId: string }>(rows: readonly Row[]) => {
  const next = new Map<string, number>();
  return rows.map((row) => {
    const position = next.get(row.courtId) ?? 0;
    next.set(row.courtId, position + 1);
    return { ...row, position };
  });
};

/** Loads the courts that come with the project into a database that has none; true when it did. */
export async function loadReferenceCourts(site: Site): Promise<boolean> {
  const at = site.clock.now();
  return site.database.write(systemActor, async (tx) => {
    const [have] = await tx.select({ count: count() }).from(courts);
    if ((have?.count ?? 0) > 0) return false;
    const given = courtSchema.array().parse(reference.courts);
    await storeCourts(tx, given, at);
    await tx.insert(courtContacts).values(numbered(courtContactSchema.array().parse(contacts.contacts)));
    await tx.insert(courtQuestions).values(numbered(courtQuestionSchema.array().parse(questions.questions)));
    await recordAudit(tx, systemActor, {
      stream: siteStream,
      action: 'courts.reference.loaded',
      details: { courts: given.length, source: reference.source, retrieved: reference.retrieved },
      at,
    });
    return true;
  });
}
