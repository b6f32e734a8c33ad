import { roleGrants } from '@countersign/drizzle/tables/accounts';
import { isInForce } from '@countersign/shared/accounts/grants';
import { refuseGive } from '@countersign/shared/accounts/role-changes';
import { type Role, roleNames } from '@countersign/shared/accounts/roles';
import { type Stream, siteStream } from '@countersign/shared/audit/entry';
import { and, eq, isNull } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { recordAudit } from '../audit/record';
import { courtsByIds } from '../courts/queries';
import { firmsByIds } from '../firms/queries';
import { sendMail } from '../notices/send-mail';
import type { Actor } from '../platform/actor';
import type { Transaction } from '../platform/database';
import { once } from '../platform/idempotency';
import { authorize, refused } from '../platform/refusal';
import type { Site } from '../platform/site';
import { accountsByIds } from './queries';

export interface RoleToGive {
  readonly accountId: string | null;
  readonly role: Role;
  readonly firmId: string | null;
  readonly courtId: string | null;
  readonly until: Date | null;
  readonly remark: string | null;
  /** Null for a command, which a person runs once. */
  readonly idempotencyKey: string | null;
}

export interface GrantKey {
  readonly accountId: string;
  readonly grantId: string;
}

export const longestRemark = 500;

/** The stream a role's entries belong to: where it counts. */
export function streamOfRole(scope: { firmId: string | null; courtId: string | null }): Stream {
  if (scope.firmId) return { kind: 'firm', id: scope.firmId };
  if (scope.courtId) return { kind: 'court', id: scope.courtId };
  return siteStream;
}

async function load(site: Site, actor: Actor, wish: RoleToGive) {
  const some = (id: string | null) => ({ keys: id ? [id] : [] });
  const [[account], [court], [firm]] = await site.database.read(actor, [
    accountsByIds(some(wish.accountId)),
    courtsByIds(some(wish.courtId)),
    firmsByIds(some(wish.firmId)),
  ]);
  if (!account) throw refused('NOT_FOUND', 'account', 'There is no account with this number.');
  if (wish.courtId && !court) throw refused('NOT_FOUND', 'court', 'There is no court with this code.');
  if (wish.firmId && !firm) throw refused('NOT_FOUND', 'firm', 'There is no firm with this number.');
  if ((wish.remark?.length ?? 0) > longestRemark)
    throw refused('INVALID', 'remark', `A remark has at most ${longestRemark} characters.`);
  return { account, where: firm?.name ?? court?.title ?? 'the whole site' };
}

async function openGrantIsHeld(
  tx: Transaction,
  wish: RoleToGive,
  accountId: string,
  now: Date,
): Promise<boolean> {
  const open = await tx
    .select()
    .from(roleGrants)
    .where(
      and(
        eq(roleGrants.accountId, accountId),
        eq(roleGrants.role, wish.role),
        wish.firmId ? eq(roleGrants.firmId, wish.firmId) : isNull(roleGrants.firmId),
        wish.courtId ? eq(roleGrants.courtId, wish.courtId) : isNull(roleGrants.courtId),
        isNull(roleGrants.endedAt),
      ),
    )
    .for('update');
  for (const lapsed of open.filter((grant) => !isInForce(grant, now))) {
    await tx
      .update(roleGrants)
      .set({ endedAt: lapsed.until })
      .where(and(eq(roleGrants.accountId, accountId), eq(roleGrants.grantId, lapsed.grantId)));
  }
  return open.some((grant) => isInForce(grant, now));
}

/** Gives a person a role; he is told by mail. */
export async function giveRole(site: Site, actor: Actor, wish: RoleToGive): Promise<GrantKey> {
  authorize(actor, 'accounts.role.give');
  const { account, where } = await load(site, actor, wish);
  const { accountId } = account;
  const { role, firmId, courtId, until, remark } = wish;
  const now = site.clock.now();
  const grantId = uuidv7();

  return site.database.write(actor, async (tx) => {
    const give = async (): Promise<GrantKey> => {
      const alreadyHeld = await openGrantIsHeld(tx, wish, accountId, now);
      const refusal = refuseGive(
        { giverId: actor.accountId, accountId, role, firmId, courtId, until, alreadyHeld },
        now,
      );
      if (refusal) throw refused(refusal.code, refusal.field, refusal.message);
      const given = await tx
        .insert(roleGrants)
        .values({
          accountId,
          grantId,
          role,
          firmId,
          courtId,
          startsAt: now,
          until,
          remark,
          givenBy: actor.accountId,
        })
        .onConflictDoNothing()
        .returning({ grantId: roleGrants.grantId });
      if (given.length === 0) throw refused('TAKEN', 'role', 'This person already has this role there.');
      await recordAudit(tx, actor, {
        stream: streamOfRole(wish),
        action: 'accounts.role.given',
        details: { grantId, accountId, role, firmId, courtId, until, remark },
        subjects: [{ kind: 'account', id: accountId }],
        at: now,
      });
      await sendMail(tx, {
        accountId,
        to: account.email,
        subject: `You are now ${roleNames[role].toLowerCase()} at Countersign`,
        text: `You have been given the role “${roleNames[role]}” for ${where}.\n\nIt counts from your next page${until ? ` and lapses on ${until.toUTCString()}` : ''}. If you did not expect it, answer this mail.\n`,
        at: now,
      });
      return { accountId, grantId };
    };
    if (actor.accountId === null || wish.idempotencyKey === null) return give();
    const request = [accountId, role, firmId, courtId, until, remark];
    return once(
      tx,
      { accountId: actor.accountId, operation: 'roleGive', key: wish.idempotencyKey, request, at: now },
      give,
    );
  });
}
