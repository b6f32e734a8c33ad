import { roles, scopeOfRole } from '@countersign/shared/accounts/roles';
import { z } from 'zod';
import { accountIdOf } from '../accounts/find-account';
import { giveRole } from '../accounts/give-role';
import { courtIdOf } from '../courts/find-court';
import { firmIdOf } from '../firms/find-firm';
import { systemActor } from '../platform/actor';
import { StartFault } from '../platform/fault';
import { outcomeOf } from '../platform/refusal';
import type { Command } from './command';
import { keyGiven } from './key-given';

const line = z.object({
  account: z.string({ error: 'is missing' }),
  role: z.enum(roles, { error: `must be one of ${roles.join(', ')}` }),
  firm: z.string().optional(),
  court: z.string().optional(),
  until: z.coerce.date({ error: 'must be a date such as 2027-12-31' }).optional(),
  remark: z.string().optional(),
});

export const roleGive: Command = {
  usage:
    'role:give --account NUMBER --role ROLE [--firm NUMBER | --court CODE] [--until DATE] [--remark TEXT]',
  about: `Gives a person a role: ${roles.map((role) => `${role} (${scopeOfRole[role].toLowerCase()})`).join(', ')}.`,
  options: {
    account: { type: 'string' },
    role: { type: 'string' },
    firm: { type: 'string' },
    court: { type: 'string' },
    until: { type: 'string' },
    remark: { type: 'string' },
  },
  async run(site, { values }) {
    const given = line.safeParse(values);
    if (!given.success)
      throw new StartFault(`--${String(given.error.issues[0]?.path[0])} ${given.error.issues[0]?.message}.`);
    const { account, role, firm, court, until = null, remark = null } = given.data;
    const outcome = await outcomeOf(
      giveRole(site, systemActor, {
        accountId: await keyGiven('account', account, (id) => accountIdOf(site, systemActor, id)),
        firmId: await keyGiven('firm', firm, (id) => firmIdOf(site, systemActor, id)),
        courtId: await keyGiven('court', court, (id) => courtIdOf(site, systemActor, id)),
        role,
        until,
        remark,
        idempotencyKey: null,
      }),
    );
    if (!outcome.done) throw new StartFault(outcome.faults.map((fault) => fault.message).join(' '));
    return [`${account} is now ${role}${firm ? ` of firm ${firm}` : court ? ` of ${court}` : ''}.`];
  },
};
