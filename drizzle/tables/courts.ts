import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { instant } from './columns';

/** A place where a court can be reached. */
export interface StoredOffice {
  name: string;
  address: string | null;
  phone: string | null;
  email: string | null;
  hours: string | null;
}

/** The courts on CM/ECF. `court_id` is the id in the court's address, `lookup_id` the one in PACER's court lookup. */
export const courts = pgTable(
  'courts',
  {
    courtId: text('court_id').primaryKey(),
    lookupId: text('lookup_id').notNull(),
    title: text('title').notNull(),
    name: text('name').notNull(),
    type: text('type').notNull(),
    circuit: text('circuit').notNull(),
    circuitOrder: integer('circuit_order').notNull(),
    citation: text('citation'),
    states: text('states').array().notNull(),
    loginUrl: text('login_url').notNull(),
    webUrl: text('web_url'),
    nextGen: boolean('next_gen').notNull(),
    nextGenSince: date('next_gen_since', { mode: 'string' }),
    helpDeskPhones: text('help_desk_phones').array().notNull(),
    offices: jsonb('offices').$type<StoredOffice[]>().notNull(),
    searchText: text('search_text').notNull(),
    retiredOn: date('retired_on', { mode: 'string' }),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('courts_lookup').on(t.lookupId),
    index('courts_by_title').on(t.title, t.courtId),
    index('courts_by_circuit').on(t.circuitOrder, t.title, t.courtId),
    check('courts_type', sql`${t.type} in ('DISTRICT', 'BANKRUPTCY', 'APPELLATE', 'NATIONAL')`),
  ],
);

/** Whom to call at a court, by purpose, in the order the court wants them shown. */
export const courtContacts = pgTable(
  'court_contacts',
  {
    courtId: text('court_id')
      .notNull()
      .references(() => courts.courtId),
    position: integer('position').notNull(),
    purpose: text('purpose').notNull(),
    name: text('name'),
    phone: text('phone'),
    email: text('email'),
    note: text('note'),
  },
  (t) => [primaryKey({ columns: [t.courtId, t.position] })],
);

/** A court's own questions and answers. */
export const courtQuestions = pgTable(
  'court_questions',
  {
    courtId: text('court_id')
      .notNull()
      .references(() => courts.courtId),
    position: integer('position').notNull(),
    question: text('question').notNull(),
    answer: text('answer').notNull(),
  },
  (t) => [primaryKey({ columns: [t.courtId, t.position] })],
);
