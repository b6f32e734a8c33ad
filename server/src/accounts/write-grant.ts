import { roleGrants } from '@countersign/drizzle/tables/accounts';
import { isInForce } from '@countersign/shared/accounts/grants';
import { refuseGive } from '@countersign/shared/accounts/role-changes';
import type { Role } from '@countersign/shared/accounts/roles';
import { type Stream, siteStream } from '@countersign/shared/audit/entry';
import { and, eq, isNull } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { recordAudit } from '../audit/record';
import type { Actor } from '../platform/actor';
import type { Transaction } from '../platform/database';
import { refused } from '../platform/refusal';

export interface GrantKey {
  readonly accountId: string;
  readonly grantId: string;
}

export interface GrantWish {
  readonly accountId: string;
  readonly role: Role;
  readonly firmId: string | null;
  readonly courtId: string | null;
  readonly until: Date | null;
  readonly remark: string | null;
}

/** The stream a role's entries belong to: where it counts. */
export function streamOfRole(scope: { firmId: string | null; courtId: string | null }): Stream {
  if (scope.firmId) return { kind: 'firm', id: scope.firmId };
  if (scope.courtId) return { kind: 'court', id: scope.courtId };
  return siteStream;
}

async function openGrantIsHeld(tx: Transaction, wish: GrantWish, now: Date): Promise<boolean> {
  const open = await tx
    .select()
    .from(roleGrants)
    .where(
      and(
        eq(roleGrants.accountId, wish.accountId),
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
      .where(and(eq(roleGrants.accountId, wish.accountId), eq(roleGrants.grantId, lapsed.grantId)));
  }
  return open.some((grant) => isInForce(grant, now));
}

/** Gives a role within a transaction and notes it; whoever calls tells the person. */
export async function writeGrant(
  tx: Transaction,
  actor: Actor,
  wish: GrantWish,
  now: Date,
): Promise<GrantKey> {
  const { accountId, role, firmId, courtId, until, remark } = wish;
  const grantId = uuidv7();
  const alreadyHeld = await openGrantIsHeld(tx, wish, now);
  const refusal = refuseGive({ giverId: actor.accountId, ...wish, alreadyHeld }, now);
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
  return { accountId, grantId };
}
