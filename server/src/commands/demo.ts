import { loadReferenceCourts } from '../courts/load-reference';
import { loadDemonstration } from '../demonstration/load-demonstration';
import { type FirmLoaded, type FirmWanted, loadMadeUpFirm } from '../demonstration/load-made-up-firm';
import { loadDemonstrationUses } from '../demonstration/load-uses';
import { administratorOf, mostPeople } from '../demonstration/made-up-firm';
import { demonstrationPassword } from '../demonstration/people';
import { counted } from '../demonstration/progress';
import { StartFault } from '../platform/fault';
import type { Site } from '../platform/site';
import { loadFeeSchedules } from '../usage/load-fee-schedules';
import type { Command } from './command';
import { countingLine } from './counting-line';
import { numberGiven } from './number-given';

async function loadUsual(site: Site): Promise<string> {
  await loadDemonstration(site);
  const line = countingLine('uses', site.configuration.demonstrationUses);
  const uses = await loadDemonstrationUses(site, { onProgress: line.tell });
  if (uses === null) return 'The demonstration was loaded before; nothing was changed.';
  line.end();
  return `The demonstration is loaded, with ${counted(uses)} uses.`;
}

function said({ number, name, people, uses }: FirmLoaded, seconds: number): string {
  const speed = counted(Math.round(uses / seconds));
  return `${name} has the number ${number}, ${counted(people)} people and ${counted(uses)} uses, written in ${Math.round(seconds)} s (${speed} a second). Sign in as ${administratorOf(number)} with the password "${demonstrationPassword}".`;
}

async function loadLarge(site: Site, firms: number, wanted: FirmWanted): Promise<string[]> {
  const lines: string[] = [];
  for (let made = 0; made < firms; made++) {
    const line = countingLine(`uses of firm ${made + 1} of ${firms}`, wanted.uses);
    const began = performance.now();
    const firm = await loadMadeUpFirm(site, wanted, line.tell);
    if (!firm)
      throw new StartFault([...lines, 'There are numbers for no more firms of this kind.'].join('\n'));
    line.end();
    lines.push(said(firm, (performance.now() - began) / 1000));
  }
  return lines;
}

export const demo: Command = {
  usage: 'demo [--firms NUMBER] [--people NUMBER] [--uses NUMBER]',
  about:
    'Loads the demonstration into the database, once. With an option it makes up so many firms more instead (1), each of so many people (40) with so many uses (60,000) in two years up to now.',
  options: { firms: { type: 'string' }, people: { type: 'string' }, uses: { type: 'string' } },
  async run(site, { values, positionals }) {
    if (positionals.length > 0)
      throw new StartFault(`Nothing is known by ${positionals[0]}: see pnpm demo --help.`);
    const given = values as Record<string, string | undefined>;
    const firms = numberGiven('firms', given.firms, { least: 1, most: 100, usual: 1 });
    const people = numberGiven('people', given.people, { least: 1, most: mostPeople, usual: 40 });
    const uses = numberGiven('uses', given.uses, { least: 1, most: 20_000_000, usual: 60_000 });
    await loadReferenceCourts(site);
    await loadFeeSchedules(site);
    if (Object.keys(given).length === 0) return [await loadUsual(site)];
    return loadLarge(site, firms, { people, uses });
  },
};
