import { courtIdOf } from '../courts/find-court';
import { firmIdOf } from '../firms/find-firm';
import type { Actor } from '../platform/actor';
import { authorize, BadArgument } from '../platform/refusal';
import type { Site } from '../platform/site';
import { accountIdOf } from './find-account';
import type { RoleGrantFilter } from './inputs';
import type { RoleGrantListFilter } from './list-role-grants';

async function found(
  name: string,
  id: string | null | undefined,
  find: (id: string) => Promise<string | null>,
): Promise<string | null> {
  if (id == null) return null;
  const key = await find(id);
  if (key === null) throw new BadArgument(`filter.${name}: nothing is known by “${id.slice(0, 40)}”.`);
  return key;
}

/** Turns the ids and numbers people use into keys; who may not list roles is not told what is known. */
export async function roleGrantFilterOf(
  site: Site,
  actor: Actor,
  filter: RoleGrantFilter,
): Promise<RoleGrantListFilter> {
  authorize(actor, 'accounts.role.read');
  const [accountId, firmId, courtId] = await Promise.all([
    found('account', filter.account, (id) => accountIdOf(site, actor, id)),
    found('firm', filter.firm, (id) => firmIdOf(site, actor, id)),
    found('court', filter.court, (id) => courtIdOf(site, actor, id)),
  ]);
  return { accountId, firmId, courtId, role: filter.role, inForce: filter.inForce };
}
