import { loadReferenceCourts } from '../courts/load-reference';
import { loadDemonstration } from '../demonstration/load-demonstration';
import { loadFeeSchedules } from '../usage/load-fee-schedules';
import type { Command } from './command';

export const demo: Command = {
  usage: 'demo',
  about: 'Loads the demonstration into the database, once.',
  options: {},
  async run(site) {
    await loadReferenceCourts(site);
    await loadFeeSchedules(site);
    return [
      (await loadDemonstration(site))
        ? 'The demonstration is loaded.'
        : 'The demonstration was loaded before; nothing was changed.',
    ];
  },
};
