import { type Role, roles } from '@countersign/shared/accounts/roles';
import { endRole } from '../accounts/end-role';
import { accountIdOf } from '../accounts/find-account';
import { listRoleGrants } from '../accounts/list-role-grants';
import { courtIdOf } from '../courts/find-court';
import { firmIdOf } from '../firms/find-firm';
import { systemActor } from '../platform/actor';
import { StartFault } from '../platform/fault';
import { outcomeOf } from '../platform/refusal';
import type { Command } from './command';
import { keyGiven } from './key-given';

export const roleEnd: Command = {
  usage: 'role:end --account NUMBER --role ROLE [--firm NUMBER | --court CODE] [--remark TEXT]',
  about: 'Ends a role of a person; the last operator’s is refused.',
  options: {
    account: { type: 'string' },
    role: { type: 'string' },
    firm: { type: 'string' },
    court: { type: 'string' },
    remark: { type: 'string' },
  },
  async run(site, { values }) {
    const { account, role, firm, court, remark } = values as Record<string, string | undefined>;
    if (!account) throw new StartFault('--account is missing.');
    if (!roles.includes(role as Role)) throw new StartFault(`--role must be one of ${roles.join(', ')}.`);
    const filter = {
      accountId: await keyGiven('account', account, (id) => accountIdOf(site, systemActor, id)),
      role: [role as Role],
      firmId: await keyGiven('firm', firm, (id) => firmIdOf(site, systemActor, id)),
      courtId: await keyGiven('court', court, (id) => courtIdOf(site, systemActor, id)),
      inForce: true,
    };
    const { nodes } = await listRoleGrants(site, systemActor, filter, { first: 2 });
    const [grant, another] = nodes;
    if (!grant) throw new StartFault('This person has no such role in force.');
    if (another)
      throw new StartFault('This person has the role in several places: say which with --firm or --court.');
    const outcome = await outcomeOf(
      endRole(site, systemActor, { grant: grant.row, remark: remark ?? null, idempotencyKey: null }),
    );
    if (!outcome.done) throw new StartFault(outcome.faults.map((fault) => fault.message).join(' '));
    return [`${account} is no longer ${role}.`];
  },
};
