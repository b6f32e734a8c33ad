import { savedViews } from '@countersign/drizzle/tables/usage';
import { and, eq } from 'drizzle-orm';
import { recordAudit } from '../../audit/record';
import type { Actor } from '../../platform/actor';
import { NotSignedIn } from '../../platform/refusal';
import type { Site } from '../../platform/site';
import { maySeeView, noSuchView } from './find-view';
import type { ViewKey } from './queries';

/** Forgets a view of the actor’s. */
export async function deleteView(site: Site, actor: Actor, key: ViewKey | null): Promise<ViewKey> {
  if (actor.accountId === null) throw new NotSignedIn();
  if (key?.accountId !== actor.accountId) throw noSuchView();
  const { accountId, viewId } = key;
  return site.database.write(actor, async (tx) => {
    const [row] = await tx
      .delete(savedViews)
      .where(and(eq(savedViews.accountId, accountId), eq(savedViews.viewId, viewId)))
      .returning();
    if (!row || !maySeeView(actor, row)) throw noSuchView();
    await recordAudit(tx, actor, {
      stream: { kind: 'account', id: accountId },
      action: 'usage.view.deleted',
      details: { viewId, name: row.name },
      at: site.clock.now(),
    });
    return { accountId, viewId };
  });
}
