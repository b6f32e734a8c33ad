import {
  bigint,
  doublePrecision,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core';
import { bytes, instant } from './columns';

/** From a username in its compared form to its account; each account has one username. */
export const usernames = pgTable(
  'usernames',
  {
    usernameKey: text('username_key').primaryKey(),
    accountId: uuid('account_id').notNull(),
  },
  (t) => [uniqueIndex('usernames_one_each').on(t.accountId)],
);

/** The username as typed and the argon2id hash of the password. */
export const credentials = pgTable('credentials', {
  accountId: uuid('account_id').primaryKey(),
  username: text('username').notNull(),
  passwordHash: text('password_hash').notNull(),
  changedAt: instant('changed_at').notNull(),
});

/** A signed-in browser. Only the SHA-256 of its token is kept. */
export const sessions = pgTable(
  'sessions',
  {
    accountId: uuid('account_id').notNull(),
    tokenHash: bytes('token_hash').notNull(),
    startedAt: instant('started_at').notNull(),
    seenAt: instant('seen_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    address: text('address').notNull(),
    userAgent: text('user_agent').notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.tokenHash] })],
);

/** A browser that has signed in to the account before: strangers' failures do not slow it down. */
export const knownDevices = pgTable(
  'known_devices',
  {
    accountId: uuid('account_id').notNull(),
    tokenHash: bytes('token_hash').notNull(),
    usedAt: instant('used_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.tokenHash] })],
);

/** Counters of rate-limiter-flexible, which fixes the names and types of the columns. */
export const throttles = pgTable('throttles', {
  key: varchar('key', { length: 255 }).primaryKey(),
  points: integer('points').notNull().default(0),
  expire: bigint('expire', { mode: 'number' }),
});

/** What is left of the API cost one caller may spend, as of `at`; it refills with time. */
export const apiAllowances = pgTable('api_allowances', {
  caller: text('caller').primaryKey(),
  points: doublePrecision('points').notNull(),
  at: instant('at').notNull(),
});
