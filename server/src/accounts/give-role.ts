import { type Role, roleNames } from '@countersign/shared/accounts/roles';
import { courtsByIds } from '../courts/queries';
import { firmsByIds } from '../firms/queries';
import { sendMail } from '../notices/send-mail';
import type { Actor } from '../platform/actor';
import { onceAs } from '../platform/idempotency';
import { authorize, refused } from '../platform/refusal';
import type { Site } from '../platform/site';
import { accountsByIds } from './queries';
import { type GrantKey, writeGrant } from './write-grant';

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

export const longestRemark = 500;

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

/** Gives a person a role; he is told by mail. */
export async function giveRole(site: Site, actor: Actor, wish: RoleToGive): Promise<GrantKey> {
  authorize(actor, 'accounts.role.give');
  const { account, where } = await load(site, actor, wish);
  const { accountId } = account;
  const { role, firmId, courtId, until, remark } = wish;
  const now = site.clock.now();
  const request = [accountId, role, firmId, courtId, until, remark];

  return site.database.write(actor, (tx) =>
    onceAs(tx, actor, { operation: 'roleGive', key: wish.idempotencyKey, request, at: now }, async () => {
      const grant = await writeGrant(tx, actor, { ...wish, accountId }, now);
      await sendMail(tx, {
        accountId,
        to: account.email,
        subject: `You are now ${roleNames[role].toLowerCase()} at Countersign`,
        text: `You have been given the role “${roleNames[role]}” for ${where}.\n\nIt counts from your next page${until ? ` and lapses on ${until.toUTCString()}` : ''}. If you did not expect it, answer this mail.\n`,
        at: now,
      });
      return grant;
    }),
  );
}
