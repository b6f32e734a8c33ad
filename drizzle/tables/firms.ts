import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
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

/**
 * For how long a payer firm answers for an account: uses within are the firm's, those outside the person's own.
 * An account's intervals never overlap. `ends_at` is the first instant that is no longer the firm's.
 */
export const linkages = pgTable(
  'linkages',
  {
    accountId: uuid('account_id').notNull(),
    linkageId: uuid('linkage_id').notNull(),
    payerId: uuid('payer_id').notNull(),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at'),
    /** The firm's cost center for what the account spends; '' where there is none. */
    costCenter: text('cost_center').notNull().default(''),
    remark: text('remark'),
    setBy: uuid('set_by'),
    setAt: instant('set_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.linkageId] }),
    index('linkages_by_payer').on(t.payerId, t.startsAt, t.linkageId),
    check('linkages_end_after_start', sql`${t.endsAt} is null or ${t.endsAt} > ${t.startsAt}`),
  ],
);
