import { savedViews } from '@countersign/drizzle/tables/usage';
import { and, eq, ne } from 'drizzle-orm';
import { recordAudit } from '../../audit/record';
import type { Actor } from '../../platform/actor';
import { NotSignedIn, refused } from '../../platform/refusal';
import type { Site } from '../../platform/site';
import { nameTaken } from './create-view';
import { maySeeView, noSuchView } from './find-view';
import type { ViewKey } from './queries';
import { viewColumns, viewName, viewQuery } from './view-wish';

export interface ViewToUpdate {
  readonly view: ViewKey | null;
  readonly expectedVersion: number;
  /** What is left out stays. */
  readonly name?: string | null;
  readonly query?: string | null;
  readonly columns?: readonly string[] | null;
}

/** Gives a view of the actor’s another name, another query or other columns. */
export async function updateView(site: Site, actor: Actor, wish: ViewToUpdate): Promise<ViewKey> {
  if (actor.accountId === null) throw new NotSignedIn();
  const { view: key, expectedVersion } = wish;
  if (key?.accountId !== actor.accountId) throw noSuchView();
  const { accountId, viewId } = key;
  const isIt = and(eq(savedViews.accountId, accountId), eq(savedViews.viewId, viewId));
  const now = site.clock.now();
  return site.database.write(actor, async (tx) => {
    const [row] = await tx.select().from(savedViews).where(isIt).for('update');
    if (!row || !maySeeView(actor, row)) throw noSuchView();
    if (row.version !== expectedVersion)
      throw refused('STALE', 'expectedVersion', 'This view was changed meanwhile: look at it again.');
    const after = {
      name: wish.name == null ? row.name : viewName(wish.name),
      query: wish.query == null ? row.query : viewQuery(wish.query),
      columns: wish.columns == null ? row.columns : viewColumns(wish.columns),
    };
    const [taken] = await tx
      .select({ viewId: savedViews.viewId })
      .from(savedViews)
      .where(
        and(
          eq(savedViews.accountId, accountId),
          eq(savedViews.payerId, row.payerId),
          eq(savedViews.name, after.name),
          ne(savedViews.viewId, viewId),
        ),
      );
    if (taken) throw nameTaken(after.name);
    await tx
      .update(savedViews)
      .set({ ...after, version: row.version + 1 })
      .where(isIt);
    await recordAudit(tx, actor, {
      stream: { kind: 'account', id: accountId },
      action: 'usage.view.updated',
      details: { viewId, ...after },
      at: now,
    });
    return { accountId, viewId };
  });
}
