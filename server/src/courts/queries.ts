import { courtContacts, courtQuestions, courts } from '@countersign/drizzle/tables/courts';
import { eq, or, sql } from 'drizzle-orm';
import { builder, compile } from '../platform/statement';

const value = sql.placeholder;

export const courtsByIds = compile(
  builder
    .select()
    .from(courts)
    .where(sql`${courts.courtId} = any(${value('keys')}::text[])`),
);

/** A court by its code in either of its spellings. */
export const courtByCode = compile(
  builder
    .select()
    .from(courts)
    .where(
      or(
        eq(courts.courtId, sql`lower(${value('code')}::text)`),
        eq(courts.lookupId, sql`upper(${value('code')}::text)`),
      ),
    )
    .limit(1),
);

export const contactsOfCourts = compile(
  builder
    .select()
    .from(courtContacts)
    .where(sql`${courtContacts.courtId} = any(${value('keys')}::text[])`)
    .orderBy(courtContacts.courtId, courtContacts.position),
);

export const questionsOfCourts = compile(
  builder
    .select()
    .from(courtQuestions)
    .where(sql`${courtQuestions.courtId} = any(${value('keys')}::text[])`)
    .orderBy(courtQuestions.courtId, courtQuestions.position),
);

export type CourtRow = typeof courts.$inferSelect;
export type CourtContactRow = typeof courtContacts.$inferSelect;
export type CourtQuestionRow = typeof courtQuestions.$inferSelect;
