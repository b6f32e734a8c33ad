import { dollars } from '@countersign/shared/usage/dollars';
import { z } from 'zod';
import { accountIdOf } from '../accounts/find-account';
import { firmIdOf } from '../firms/find-firm';
import { setLinkage } from '../firms/set-linkage';
import { systemActor } from '../platform/actor';
import { StartFault } from '../platform/fault';
import { outcomeOf } from '../platform/refusal';
import type { Command } from './command';
import { instantGiven } from './instant-given';
import { keyGiven } from './key-given';

const text = z.string({ error: 'is missing' });
const line = z.object({
  firm: text,
  account: text,
  from: text,
  until: text.optional(),
  'cost-center': text.optional(),
  remark: text.optional(),
});

export const linkageSet: Command = {
  usage:
    'linkage:set --firm NUMBER --account NUMBER --from INSTANT [--until INSTANT] [--cost-center TEXT] [--remark TEXT]',
  about:
    'Makes a firm answer for an account from an instant until another; what the account used in that time becomes the firm’s. A day stands for its first instant at the service center, so that --until 2026-07-01 ends with June.',
  options: {
    firm: { type: 'string' },
    account: { type: 'string' },
    from: { type: 'string' },
    until: { type: 'string' },
    'cost-center': { type: 'string' },
    remark: { type: 'string' },
  },
  async run(site, { values }) {
    const given = line.safeParse(values);
    if (!given.success)
      throw new StartFault(`--${String(given.error.issues[0]?.path[0])} ${given.error.issues[0]?.message}.`);
    const { firm, account, from, until, remark } = given.data;
    const { zone } = site.serviceCenter;
    const outcome = await outcomeOf(
      setLinkage(site, systemActor, {
        accountId: await keyGiven('account', account, (id) => accountIdOf(site, systemActor, id)),
        firmId: await keyGiven('firm', firm, (id) => firmIdOf(site, systemActor, id)),
        startsAt: instantGiven('from', from, zone),
        endsAt: until === undefined ? null : instantGiven('until', until, zone),
        costCenter: given.data['cost-center']?.trim() ?? '',
        remark: remark?.trim() || null,
        idempotencyKey: null,
      }),
    );
    if (!outcome.done) throw new StartFault(outcome.faults.map((fault) => fault.message).join(' '));
    const { moved, chargeCents } = outcome.done.moved;
    const uses = `${moved} ${moved === 1 ? 'use' : 'uses'} (${dollars(chargeCents)})`;
    return [
      `Firm ${firm} answers for ${account}.`,
      ...(moved > 0 ? [`What it used before came with it: ${uses}.`] : []),
    ];
  },
};
