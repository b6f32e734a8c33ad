import { checkDatabase } from '../platform/check-database';
import { StartFault } from '../platform/fault';
import type { Command } from './command';

export const dbCheck: Command = {
  usage: 'db:check',
  about:
    'Verifies what no constraint can: references between classes of tables, the directories, the sealed audit trail, the ledger.',
  options: {},
  async run(site) {
    const findings = await checkDatabase(site);
    const wrong = findings.filter((finding) => finding.wrong > 0);
    const lines = findings.map(
      ({ name, wrong, example }) =>
        `${wrong === 0 ? 'ok   ' : 'WRONG'} ${name}${wrong ? `: ${wrong}, such as ${example}` : ''}`,
    );
    if (wrong.length > 0)
      throw new StartFault(
        [...lines, `${wrong.length} of ${findings.length} checks found something wrong.`].join('\n'),
      );
    return [...lines, `All ${findings.length} checks passed.`];
  },
};
