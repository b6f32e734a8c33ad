import { accountIdOf } from '../accounts/find-account';
import { openFirm } from '../firms/open-firm';
import { firmsByIds } from '../firms/queries';
import { systemActor } from '../platform/actor';
import { StartFault } from '../platform/fault';
import { outcomeOf } from '../platform/refusal';
import type { Command } from './command';
import { keyGiven } from './key-given';

export const firmCreate: Command = {
  usage: 'firm:create --name NAME --administrator NUMBER [--number NUMBER]',
  about:
    'Creates a firm with its PACER Administrative Account and makes a person its administrator; without --number it gets a free one.',
  options: {
    name: { type: 'string' },
    administrator: { type: 'string' },
    number: { type: 'string' },
  },
  async run(site, { values }) {
    const { name, administrator, number = null } = values as Record<string, string | undefined>;
    if (!name) throw new StartFault('--name is missing.');
    if (!administrator) throw new StartFault('--administrator is missing.');
    const outcome = await outcomeOf(
      openFirm(site, systemActor, {
        name: name.trim(),
        administratorId: await keyGiven('administrator', administrator, (id) =>
          accountIdOf(site, systemActor, id),
        ),
        number,
        idempotencyKey: null,
      }),
    );
    if (!outcome.done) throw new StartFault(outcome.faults.map((fault) => fault.message).join(' '));
    const [[firm]] = await site.database.read(systemActor, [firmsByIds({ keys: [outcome.done.payerId] })]);
    return [`${firm?.name} has the number ${firm?.number}, and ${administrator} administers it.`];
  },
};
