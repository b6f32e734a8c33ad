import { type Beginning, sightOf } from '@countersign/shared/usage/import/beginning';
import { applyMapping } from '@countersign/shared/usage/import/columns';
import { courtFinder } from '@countersign/shared/usage/import/court-of';
import { headerOf, type ImportSettings } from '@countersign/shared/usage/import/import-settings';
import { kindFinder } from '@countersign/shared/usage/import/kind-of';
import { type AnsweredAccount, whoseFinder } from '@countersign/shared/usage/import/whose';
import { zoneClock } from '@countersign/shared/usage/import/zone-clock';
import type { Actor } from '../../platform/actor';
import type { Site } from '../../platform/site';
import { findFeeSchedules } from '../fee-schedules';
import type { Payer } from '../payer';
import { useMaker } from '../use-maker';
import type { Judgment } from './judge-use';
import { accountOfPerson, accountsOfFirm, namedCourts } from './queries';
import type { FileJudgment } from './read-rows';

/** The first day that has a partition. */
const firstDay = '2000-01-01';
/** Clocks differ, and a file may be from where it is tomorrow already. */
const dayMilliseconds = 86_400_000;

type IntervalRow = Omit<AnsweredAccount, 'linkages'> & {
  readonly interval: AnsweredAccount['linkages'][number] | null;
};

function withIntervals(rows: readonly IntervalRow[]): AnsweredAccount[] {
  const byId = new Map<string, AnsweredAccount & { linkages: AnsweredAccount['linkages'][number][] }>();
  for (const { interval, ...account } of rows) {
    const one = byId.get(account.accountId) ?? { ...account, linkages: [] };
    if (interval) one.linkages.push(interval);
    byId.set(account.accountId, one);
  }
  return [...byId.values()];
}

/** What uses of a payer are judged by, with nothing said of dates and amounts. */
export async function loadJudgment(site: Site, actor: Actor, payer: Payer): Promise<Judgment> {
  const accounts = payer.kind === 'firm' ? accountsOfFirm : accountOfPerson;
  const [rows, courts] = await site.database.read(actor, [accounts({ payerId: payer.id }), namedCourts()]);
  return {
    whose: whoseFinder(payer.kind, withIntervals(rows)),
    firstDay,
    make: useMaker(await findFeeSchedules(site, actor)),
    context: {
      courts: courtFinder(courts),
      kinds: kindFinder(),
      clock: zoneClock(site.serviceCenter.zone),
      dateOrder: null,
      decimalMark: 'POINT',
      notAfter: site.clock.now().getTime() + dayMilliseconds,
    },
  };
}

/** The same for a file with its settings; null where they do not fit it. */
export async function loadFileJudgment(
  site: Site,
  actor: Actor,
  payer: Payer,
  beginning: Beginning,
  settings: ImportSettings,
): Promise<FileJudgment | null> {
  const applied = applyMapping(headerOf(sightOf(beginning)), settings.columns);
  if (!applied.ok) return null;
  const judgment = await loadJudgment(site, actor, payer);
  const { kindWords, dateOrder } = settings;
  const decimalMark = settings.decimalMark ?? 'POINT';
  const context = { ...judgment.context, kinds: kindFinder(kindWords), dateOrder, decimalMark };
  return { ...judgment, context, places: applied.places };
}
