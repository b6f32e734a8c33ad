import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from './columns';

/** A firm with its PACER Administrative Account: a payer with a seven-digit number. */
export const firms = pgTable(
  'firms',
  {
    payerId: uuid('payer_id').primaryKey(),
    number: integer('number').notNull(),
    name: text('name').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('firms_by_number').on(t.number), index('firms_by_name').on(t.name, t.payerId)],
);

/** What a firm is found by: the normalised words of its number and name. */
export const firmTerms = pgTable(
  'firm_terms',
  {
    payerId: uuid('payer_id').notNull(),
    term: text('term').notNull(),
  },
  (t) => [primaryKey({ columns: [t.payerId, t.term] }), index('firm_terms_by_term').on(t.term, t.payerId)],
);
