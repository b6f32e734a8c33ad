import { firms } from '@countersign/drizzle/tables/firms';
import { sql } from 'drizzle-orm';
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
