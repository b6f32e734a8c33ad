import { jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytes, instant } from './columns';

/** The outcome of a call under its caller's key: a second call with the key gets it again. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    accountId: uuid('account_id').notNull(),
    operation: text('operation').notNull(),
    key: text('key').notNull(),
    requestHash: bytes('request_hash').notNull(),
    result: jsonb('result'),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.operation, t.key] })],
);
