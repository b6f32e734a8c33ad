import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant } from './columns';

/** A person's PACER account. */
export const accounts = pgTable(
  'accounts',
  {
    accountId: uuid('account_id').primaryKey(),
    accountNumber: integer('account_number').notNull(),
    userType: text('user_type').notNull(),
    prefix: text('prefix'),
    firstName: text('first_name').notNull(),
    middleName: text('middle_name'),
    lastName: text('last_name').notNull(),
    suffix: text('suffix'),
    email: text('email').notNull(),
    createdAt: instant('created_at').notNull(),
    upgradedAt: instant('upgraded_at'),
    sortName: text('sort_name').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    index('accounts_by_number').on(t.accountNumber),
    index('accounts_by_name').on(t.sortName, t.accountId),
    index('accounts_by_created').on(t.createdAt, t.accountId),
    check('accounts_number_is_seven_digits', sql`${t.accountNumber} between 1000000 and 9999999`),
  ],
);

/** What an account is found by: the normalised words of its number, name, e-mail and username. */
export const accountTerms = pgTable(
  'account_terms',
  {
    accountId: uuid('account_id').notNull(),
    term: text('term').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.term] }),
    index('account_terms_by_term').on(t.term, t.accountId),
  ],
);

/** The one space of seven-digit numbers that accounts and PACER Administrative Accounts share. */
export const sevenDigitNumbers = pgTable(
  'seven_digit_numbers',
  {
    number: integer('number').primaryKey(),
    accountId: uuid('account_id'),
    payerId: uuid('payer_id'),
  },
  (t) => [
    check('seven_digit_numbers_range', sql`${t.number} between 1000000 and 9999999`),
    check('seven_digit_numbers_one_holder', sql`num_nonnulls(${t.accountId}, ${t.payerId}) = 1`),
  ],
);

/** A role given to an account at a firm, at a court or on the whole site, from an instant until another. */
export const roleGrants = pgTable(
  'role_grants',
  {
    accountId: uuid('account_id').notNull(),
    grantId: uuid('grant_id').notNull(),
    role: text('role').notNull(),
    firmId: uuid('firm_id'),
    courtId: text('court_id'),
    startsAt: instant('starts_at').notNull(),
    until: instant('until'),
    endedAt: instant('ended_at'),
    remark: text('remark'),
    givenBy: uuid('given_by'),
    endedBy: uuid('ended_by'),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.grantId] }),
    uniqueIndex('role_grants_one_open')
      .on(t.accountId, t.role, sql`coalesce(${t.firmId}::text, ${t.courtId}, '')`)
      .where(sql`${t.endedAt} is null`),
    index('role_grants_by_id').on(t.grantId, t.accountId),
    index('role_grants_by_court').on(t.courtId, t.grantId).where(sql`${t.courtId} is not null`),
    index('role_grants_by_firm').on(t.firmId, t.grantId).where(sql`${t.firmId} is not null`),
    check(
      'role_grants_scope',
      sql`(${t.role} = 'FIRM_ADMINISTRATOR') = (${t.firmId} is not null)
        and (${t.role} = 'CLERK') = (${t.courtId} is not null)
        and ${t.role} in ('FIRM_ADMINISTRATOR', 'CLERK', 'OPERATOR')`,
    ),
    check('role_grants_until_after_start', sql`${t.until} is null or ${t.until} > ${t.startsAt}`),
  ],
);
