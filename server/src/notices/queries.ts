import { caughtMails } from '@countersign/drizzle/tables/notices';
import { eq, sql } from 'drizzle-orm';
import { builder, compile } from '../platform/statement';

export const caughtMailById = compile(
  builder
    .select()
    .from(caughtMails)
    .where(eq(caughtMails.mailId, sql.placeholder('mailId'))),
);

export type CaughtMailRow = typeof caughtMails.$inferSelect;
