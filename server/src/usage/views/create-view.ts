import { savedViews } from '@countersign/drizzle/tables/usage';
import { and, count, eq, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { recordAudit } from '../../audit/record';
import type { Actor } from '../../platform/actor';
import type { Transaction } from '../../platform/database';
import { authorize, refused } from '../../platform/refusal';
import type { Site } from '../../platform/site';
import type { Payer } from '../payer';
import type { ViewKey } from './queries';
import { mostViews, viewColumns, viewName, viewQuery } from './view-wish';

export interface ViewToCreate {
  /** Null for one whose transactions the actor does not see. */
  readonly payer: Payer | null;
  readonly name: string;
  readonly query: string;
  readonly columns: readonly string[];
}

export const nameTaken = (name: string) =>
  refused('TAKEN', 'name', `There is a view named “${name}” already: take another name.`);

/** Counts under a lock, so that views that are kept at the same time are not too many. */
async function checkRoom(tx: Transaction, accountId: string, payerId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`views ${accountId}`}, 0))`);
  const [kept] = await tx
    .select({ views: count() })
    .from(savedViews)
    .where(and(eq(savedViews.accountId, accountId), eq(savedViews.payerId, payerId)));
  if ((kept?.views ?? 0) >= mostViews)
    throw refused('INVALID', 'name', `One keeps at most ${mostViews} views here: delete one first.`);
}

/** Keeps a view of a payer’s transactions for the actor, under a name of its own. */
export async function createView(site: Site, actor: Actor, wish: ViewToCreate): Promise<ViewKey> {
  const { payer } = wish;
  if (!payer)
    throw refused('NOT_FOUND', 'payer', 'There is no such payer, or its transactions are not yours to see.');
  const payerId = payer.id;
  authorize(actor, 'usage.use.read', { payerId });
  const accountId = actor.accountId as string;
  const view = {
    name: viewName(wish.name),
    query: viewQuery(wish.query),
    columns: viewColumns(wish.columns),
  };
  const viewId = uuidv7();
  const now = site.clock.now();
  return site.database.write(actor, async (tx) => {
    await checkRoom(tx, accountId, payerId);
    const kept = await tx
      .insert(savedViews)
      .values({ accountId, viewId, payerId, ...view, createdAt: now })
      .onConflictDoNothing()
      .returning({ viewId: savedViews.viewId });
    if (kept.length === 0) throw nameTaken(view.name);
    await recordAudit(tx, actor, {
      stream: { kind: 'account', id: accountId },
      action: 'usage.view.created',
      details: { viewId, payerId, ...view },
      at: now,
    });
    return { accountId, viewId };
  });
}
