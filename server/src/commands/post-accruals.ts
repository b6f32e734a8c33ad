import { postEarlierAccruals } from '../billing/post-earlier-accruals';
import type { Command } from './command';

export const postAccruals: Command = {
  usage: 'billing:post-accruals',
  about:
    'Books the recorded batches that were written before the ledger existed; may be ended and begun again.',
  options: {},
  async run(site) {
    const { payers, journals } = await postEarlierAccruals(site);
    return [
      journals === 0
        ? 'The ledger has all that was recorded; nothing was booked.'
        : `${journals} journals were booked for ${payers} payers.`,
    ];
  },
};
