import { sessions } from '@countersign/drizzle/tables/signin';
import { and, eq } from 'drizzle-orm';
import { recordAudit } from '../audit/record';
import { authorize } from '../platform/refusal';
import type { Site } from '../platform/site';
import type { Caller } from './session';

/** Ends this session, or all of the account's; returns how many ended. */
export async function signOut(site: Site, caller: Caller, everywhere: boolean): Promise<number> {
  const { actor, session } = caller;
  authorize(actor, 'signin.session.end');
  const accountId = actor.accountId as string;
  return site.database.write(actor, async (tx) => {
    const mine = eq(sessions.accountId, accountId);
    const these = everywhere || !session ? mine : and(mine, eq(sessions.tokenHash, session.tokenHash));
    const ended = await tx.delete(sessions).where(these).returning({ accountId: sessions.accountId });
    await recordAudit(tx, actor, {
      stream: { kind: 'account', id: accountId },
      action: 'signin.session.ended',
      details: { sessions: ended.length, everywhere },
      at: site.clock.now(),
    });
    return ended.length;
  });
}
