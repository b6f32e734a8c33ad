import { caughtMails } from '@countersign/drizzle/tables/notices';
import { count, sql } from 'drizzle-orm';
import { readList } from '../api/list';
import type { Connection, PageArgs } from '../api/page';
import type { Actor } from '../platform/actor';
import { authorize } from '../platform/refusal';
import type { Site } from '../platform/site';
import { builder, compile } from '../platform/statement';
import { type CaughtMail, presentCaughtMail } from './types';

const longestSearch = 100;

/** A page of what the mail catcher has, newest first, for operators. */
export function listCaughtMails(
  site: Site,
  actor: Actor,
  filter: { search?: string | null },
  args: PageArgs,
): Promise<Connection<CaughtMail>> {
  authorize(actor, 'notices.outbox.read');
  const search = filter.search?.trim().toLowerCase().slice(0, longestSearch);
  const everything = sql`lower(${caughtMails.subject} || ' ' || ${caughtMails.text} || ' ' || ${caughtMails.sender} || ' ' || array_to_string(${caughtMails.recipients}, ' '))`;
  return readList(site.database, actor, {
    name: 'caughtMails',
    order: { name: 'newest', columns: [caughtMails.mailId], descending: true },
    conditions: search
      ? [
          {
            name: 'search',
            where: sql`strpos(${everything}, ${sql.placeholder('search')}::text) > 0`,
            values: { search },
          },
        ]
      : [],
    args,
    rows: (where, sorted, limit) =>
      compile(
        builder
          .select()
          .from(caughtMails)
          .where(where)
          .orderBy(...sorted)
          .limit(limit),
      ),
    count: (where) => compile(builder.select({ count: count() }).from(caughtMails).where(where)),
    cursor: (row) => [row.mailId],
    node: presentCaughtMail,
  });
}
