import { firms, linkages } from '@countersign/drizzle/tables/firms';
import { and, eq, sql } from 'drizzle-orm';
import { builder, compile } from '../platform/statement';

export const firmsByIds = compile(
  builder
    .select()
    .from(firms)
    .where(sql`${firms.payerId} = any(${sql.placeholder('keys')}::uuid[])`),
);

export const firmByNumber = compile(
  builder
    .select()
    .from(firms)
    .where(sql`${firms.number} = ${sql.placeholder('number')}::integer`),
);

export type FirmRow = typeof firms.$inferSelect;

const value = sql.placeholder;

/** All intervals of accounts: few for each. */
export const linkagesOfAccounts = compile(
  builder
    .select()
    .from(linkages)
    .where(sql`${linkages.accountId} = any(${value('keys')}::uuid[])`)
    .orderBy(linkages.startsAt),
);

export const linkageByKey = compile(
  builder
    .select()
    .from(linkages)
    .where(and(eq(linkages.accountId, value('accountId')), eq(linkages.linkageId, value('linkageId')))),
);

export type LinkageRow = typeof linkages.$inferSelect;
