import { may } from '@countersign/shared/accounts/grants';
import type { Permission } from '@countersign/shared/accounts/permissions';
import { accountIdOf } from '../accounts/find-account';
import { accountsByIds } from '../accounts/queries';
import { firmIdOf } from '../firms/find-firm';
import { firmsByIds } from '../firms/queries';
import type { Actor } from '../platform/actor';
import { holderOf, NotSignedIn } from '../platform/refusal';
import type { Site } from '../platform/site';
import type { Payer } from './payer';

async function idOf(site: Site, actor: Actor, named: string): Promise<string | null> {
  if (named === 'me') return actor.accountId;
  return (await firmIdOf(site, actor, named)) ?? accountIdOf(site, actor, named);
}

/** The payer of a key, for whom the actor has a permission; null for whom he has it not and for none at all. */
export async function payerWith(
  site: Site,
  actor: Actor,
  permission: Permission,
  id: string | null,
): Promise<Payer | null> {
  const isSite = actor.kind === 'system';
  if (actor.accountId === null && !isSite) throw new NotSignedIn();
  if (id === null || !(isSite || may(holderOf(actor), permission, { payerId: id }))) return null;
  const keys = [id];
  const [[firm], [account]] = await site.database.read(actor, [
    firmsByIds({ keys }),
    accountsByIds({ keys }),
  ]);
  if (firm) return { kind: 'firm', id };
  return account ? { kind: 'account', id } : null;
}

/** The same for one named `me`, or by a seven-digit number or a global id of a firm or an account. */
export async function payerNamed(
  site: Site,
  actor: Actor,
  permission: Permission,
  named: string,
): Promise<Payer | null> {
  return payerWith(site, actor, permission, await idOf(site, actor, named));
}
