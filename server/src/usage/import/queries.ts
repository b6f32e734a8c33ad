import { accounts } from '@countersign/drizzle/tables/accounts';
import { courts } from '@countersign/drizzle/tables/courts';
import { linkages } from '@countersign/drizzle/tables/firms';
import { usernames } from '@countersign/drizzle/tables/signin';
import { importMappings, usageImports } from '@countersign/drizzle/tables/usage';
import { and, count, desc, eq, ne, sql } from 'drizzle-orm';
import { builder, compile } from '../../platform/statement';

const value = sql.placeholder;

export const importByKey = compile(
  builder
    .select()
    .from(usageImports)
    .where(and(eq(usageImports.payerId, value('payerId')), eq(usageImports.importId, value('importId')))),
);

export type ImportRow = typeof usageImports.$inferSelect;

/** How many imports of a payer came to no end. */
export const openImportsOf = compile(
  builder
    .select({ count: count() })
    .from(usageImports)
    .where(and(eq(usageImports.payerId, value('payerId')), ne(usageImports.state, 'DONE'))),
);

/** What a payer kept for files with any of these headers, whose hashes are in hexadecimal; the last used first. */
export const mappingsOfHeaders = compile(
  builder
    .select()
    .from(importMappings)
    .where(
      and(
        eq(importMappings.payerId, value('payerId')),
        sql`encode(${importMappings.headerHash}, 'hex') = any(${value('hashes')}::text[])`,
      ),
    )
    .orderBy(desc(importMappings.usedAt)),
);

/** What courts are known by in files. */
export const namedCourts = compile(
  builder
    .select({
      id: courts.courtId,
      lookupId: courts.lookupId,
      title: courts.title,
      name: courts.name,
      citation: courts.citation,
    })
    .from(courts),
);

const account = {
  accountId: accounts.accountId,
  accountNumber: accounts.accountNumber,
  usernameKey: usernames.usernameKey,
};
const interval = {
  payerId: linkages.payerId,
  costCenter: linkages.costCenter,
  startsAt: linkages.startsAt,
  endsAt: linkages.endsAt,
};

/** The accounts that were ever linked to a firm, with a row for each of their intervals there. */
export const accountsOfFirm = compile(
  builder
    .select({ ...account, interval })
    .from(linkages)
    .innerJoin(accounts, eq(accounts.accountId, linkages.accountId))
    .leftJoin(usernames, eq(usernames.accountId, linkages.accountId))
    .where(eq(linkages.payerId, value('payerId'))),
);

/** A person's account, with a row for each of its intervals with any firm, or one row without. */
export const accountOfPerson = compile(
  builder
    .select({ ...account, interval })
    .from(accounts)
    .leftJoin(linkages, eq(linkages.accountId, accounts.accountId))
    .leftJoin(usernames, eq(usernames.accountId, accounts.accountId))
    .where(eq(accounts.accountId, value('payerId'))),
);
