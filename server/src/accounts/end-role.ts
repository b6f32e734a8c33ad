import { roleGrants } from '@countersign/drizzle/tables/accounts';
import { isInForce } from '@countersign/shared/accounts/grants';
import { refuseEnd } from '@countersign/shared/accounts/role-changes';
import { type Role, roleNames } from '@countersign/shared/accounts/roles';
import { and, count, eq, isNull, lte, sql } from 'drizzle-orm';
import { recordAudit } from '../audit/record';
import { sendMail } from '../notices/send-mail';
import type { Actor } from '../platform/actor';
import type { Transaction } from '../platform/database';
import { onceAs } from '../platform/idempotency';
import { authorize, refused } from '../platform/refusal';
import type { Site } from '../platform/site';
import { longestRemark } from './give-role';
import { accountsByIds } from './queries';
import { type GrantKey, streamOfRole } from './write-grant';

export interface RoleToEnd {
  readonly grant: GrantKey | null;
  readonly remark: string | null;
  /** Null for a command, which a person runs once. */
  readonly idempotencyKey: string | null;
}

const noSuchRole = () => refused('NOT_FOUND', 'grant', 'There is no such role.');

/** One operator is counted at a time, or two could end each other at once. */
async function standingOperators(tx: Transaction, now: Date): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('operators'))`);
  const [standing] = await tx
    .select({ count: count() })
    .from(roleGrants)
    .where(
      and(
        eq(roleGrants.role, 'OPERATOR'),
        isNull(roleGrants.until),
        isNull(roleGrants.endedAt),
        lte(roleGrants.startsAt, now),
      ),
    );
  return standing?.count ?? 0;
}

/** Ends a role; it stops counting with the person's next request, and he is told by mail. */
export async function endRole(site: Site, actor: Actor, wish: RoleToEnd): Promise<GrantKey> {
  authorize(actor, 'accounts.role.end');
  const { grant: key, remark } = wish;
  if (!key) throw noSuchRole();
  if ((remark?.length ?? 0) > longestRemark)
    throw refused('INVALID', 'remark', `A remark has at most ${longestRemark} characters.`);
  const now = site.clock.now();
  const [[account]] = await site.database.read(actor, [accountsByIds({ keys: [key.accountId] })]);

  return site.database.write(actor, async (tx) => {
    const end = async (): Promise<GrantKey> => {
      const operators = await standingOperators(tx, now);
      const thisGrant = and(eq(roleGrants.accountId, key.accountId), eq(roleGrants.grantId, key.grantId));
      const [grant] = await tx.select().from(roleGrants).where(thisGrant).for('update');
      if (!grant || !account) throw noSuchRole();
      const refusal = refuseEnd({
        enderId: actor.accountId,
        accountId: grant.accountId,
        role: grant.role as Role,
        inForce: isInForce(grant, now),
        until: grant.until,
        standingOperators: operators,
      });
      if (refusal) throw refused(refusal.code, refusal.field, refusal.message);
      await tx.update(roleGrants).set({ endedAt: now, endedBy: actor.accountId }).where(thisGrant);
      await recordAudit(tx, actor, {
        stream: streamOfRole(grant),
        action: 'accounts.role.ended',
        details: { grantId: grant.grantId, accountId: grant.accountId, role: grant.role, remark },
        subjects: [{ kind: 'account', id: grant.accountId }],
        at: now,
      });
      await sendMail(tx, {
        accountId: grant.accountId,
        to: account.email,
        subject: 'Your role at Countersign has ended',
        text: `Your role “${roleNames[grant.role as Role]}” has been ended.${remark ? `\n\nRemark: ${remark}` : ''}\n\nIf you did not expect it, answer this mail.\n`,
        at: now,
      });
      return { accountId: grant.accountId, grantId: grant.grantId };
    };
    const request = [key.accountId, key.grantId, remark];
    return onceAs(tx, actor, { operation: 'roleEnd', key: wish.idempotencyKey, request, at: now }, end);
  });
}
