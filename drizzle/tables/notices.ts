import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from './columns';

/** A mail that a transaction decided to send; a job hands it to SMTP and notes what came of it. */
export const mailMessages = pgTable(
  'mail_messages',
  {
    mailId: uuid('mail_id').primaryKey(),
    accountId: uuid('account_id'),
    toAddress: text('to_address').notNull(),
    subject: text('subject').notNull(),
    text: text('text').notNull(),
    createdAt: instant('created_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    lastError: text('last_error'),
    sentAt: instant('sent_at'),
  },
  (t) => [index('mail_messages_by_created').on(t.createdAt, t.mailId)],
);

/** What the demonstration's mail catcher received over SMTP. */
export const caughtMails = pgTable('caught_mails', {
  mailId: uuid('mail_id').primaryKey(),
  receivedAt: instant('received_at').notNull(),
  sender: text('sender').notNull(),
  recipients: text('recipients').array().notNull(),
  subject: text('subject').notNull(),
  text: text('text').notNull(),
});
