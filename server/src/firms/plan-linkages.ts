import { firms, linkages } from '@countersign/drizzle/tables/firms';
import { type HandOver, handOvers } from '@countersign/shared/firms/hand-overs';
import { type LinkageWish, refuseOverlap, refuseWish } from '@countersign/shared/firms/linkage-changes';
import { eq, getTableColumns, sql } from 'drizzle-orm';
import type { Transaction } from '../platform/database';
import { refused } from '../platform/refusal';
import type { Site } from '../platform/site';
import type { LinkageRow } from './queries';

/** An interval with the name of its firm. */
export type NamedLinkage = LinkageRow & { readonly firmName: string };

/** One change of an account’s intervals: a wish alone sets a new one, a row alone removes it, both correct it. */
export interface LinkageChange {
  readonly row: LinkageRow | null;
  readonly wish: (LinkageWish & { readonly payerId: string }) | null;
}

/** An account’s intervals. With `lock`, nobody else changes them until the transaction ends. */
export async function readLinkages(
  tx: Transaction,
  accountId: string,
  { lock }: { lock: boolean },
): Promise<NamedLinkage[]> {
  if (lock)
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('linkages of ' || ${accountId}, 0))`);
  return tx
    .select({ ...getTableColumns(linkages), firmName: firms.name })
    .from(linkages)
    .innerJoin(firms, eq(firms.payerId, linkages.payerId))
    .where(eq(linkages.accountId, accountId))
    .orderBy(linkages.startsAt);
}

/** What changes hands by a change of an account’s intervals; refuses what cannot be. */
export function planChange(
  site: Site,
  accountId: string,
  rows: readonly NamedLinkage[],
  { row, wish }: LinkageChange,
): HandOver[] {
  const others = rows.filter((one) => one.linkageId !== row?.linkageId);
  if (!wish) return handOvers(accountId, rows, others);
  const refusal = refuseWish(wish, site.clock.now()) ?? refuseOverlap(wish, others, site.serviceCenter.zone);
  if (refusal) throw refused(refusal.code, refusal.field, refusal.message);
  return handOvers(accountId, rows, [...others, wish]);
}
