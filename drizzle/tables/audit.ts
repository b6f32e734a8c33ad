import { bigint, index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { bytes, instant } from './columns';

/** What was done, written in the transaction that did it; never changed. */
export const auditEntries = pgTable(
  'audit_entries',
  {
    streamKind: text('stream_kind').notNull(),
    streamId: text('stream_id').notNull(),
    entryId: uuid('entry_id').notNull(),
    at: instant('at').notNull(),
    actorKind: text('actor_kind').notNull(),
    actorAccountId: uuid('actor_account_id'),
    action: text('action').notNull(),
    details: jsonb('details').$type<Record<string, unknown>>().notNull(),
    requestId: text('request_id'),
    address: text('address'),
  },
  (t) => [primaryKey({ columns: [t.streamKind, t.streamId, t.entryId] })],
);

/** Others who may see an entry of a stream that is not theirs: the account a role was given to, its firm, its court. */
export const auditSubjects = pgTable(
  'audit_subjects',
  {
    streamKind: text('stream_kind').notNull(),
    streamId: text('stream_id').notNull(),
    entryId: uuid('entry_id').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.streamKind, t.streamId, t.entryId, t.subjectKind, t.subjectId] }),
    index('audit_subjects_by_subject').on(t.subjectKind, t.subjectId, t.entryId),
  ],
);

/** The chain over a stream: each hash covers the one before it and the entry, so that a change shows. */
export const auditSeals = pgTable(
  'audit_seals',
  {
    streamKind: text('stream_kind').notNull(),
    streamId: text('stream_id').notNull(),
    position: bigint('position', { mode: 'number' }).notNull(),
    entryId: uuid('entry_id').notNull(),
    previousHash: bytes('previous_hash').notNull(),
    hash: bytes('hash').notNull(),
    sealedAt: instant('sealed_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.streamKind, t.streamId, t.position] }),
    uniqueIndex('audit_seals_one_each').on(t.streamKind, t.streamId, t.entryId),
  ],
);
