import { loadReferenceCourts } from '../courts/load-reference';
import { loadDemonstration } from '../demonstration/load-demonstration';
import { loadDemonstrationUses } from '../demonstration/load-uses';
import { loadFeeSchedules } from '../usage/load-fee-schedules';
import type { Command } from './command';

export const demo: Command = {
  usage: 'demo',
  about: 'Loads the demonstration into the database, once.',
  options: {},
  async run(site) {
    await loadReferenceCourts(site);
    await loadFeeSchedules(site);
    await loadDemonstration(site);
    const uses = await loadDemonstrationUses(site);
    return [
      uses === null
        ? 'The demonstration was loaded before; nothing was changed.'
        : `The demonstration is loaded, with ${uses.toLocaleString('en-US')} uses.`,
    ];
  },
};
