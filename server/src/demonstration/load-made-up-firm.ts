import { sevenDigitNumbers } from '@countersign/drizzle/tables/accounts';
import { siteStream } from '@countersign/shared/audit/entry';
import { between, max } from 'drizzle-orm';
import { recordAudit } from '../audit/record';
import { systemActor } from '../platform/actor';
import type { Transaction } from '../platform/database';
import type { Site } from '../platform/site';
import { findFeeSchedules } from '../usage/fee-schedules';
import { loadPeople } from './load-people';
import { loadStory } from './load-story';
import { firmMadeUp } from './loaded';
import {
  firstFirm,
  firstPersonOf,
  lastFirm,
  type MadeUpFirm,
  madeUpFirm,
  mostPeople,
  orderOf,
} from './made-up-firm';
import { storyOfFirm, usualSeed } from './stories';
import type { Time } from './time';

/** The next number of a firm whose people's numbers are free as well; null when there is none. */
async function nextNumber(tx: Transaction): Promise<number | null> {
  const { number } = sevenDigitNumbers;
  const last = async (from: number, to: number) => {
    const [found] = await tx
      .select({ last: max(number) })
      .from(sevenDigitNumbers)
      .where(between(number, from, to));
    return found?.last ?? null;
  };
  const begin = (await last(firstFirm, lastFirm)) ?? firstFirm - 1;
  for (let firm = begin + 1; firm <= lastFirm; firm++) {
    const person = firstPersonOf(firm);
    if ((await last(person, person + mostPeople - 1)) === null) return firm;
  }
  return null;
}

/** Writes one more firm with its people; null when there are numbers for no more. */
function openMadeUpFirm(site: Site, people: number, time: Time): Promise<MadeUpFirm | null> {
  return site.database.write(systemActor, async (tx) => {
    const number = await nextNumber(tx);
    if (number === null) return null;
    const firm = madeUpFirm(usualSeed, number, people);
    await loadPeople(tx, { firms: [firm], people: firm.people }, time);
    await recordAudit(tx, systemActor, {
      stream: siteStream,
      action: firmMadeUp,
      details: { number, people },
      at: time.now,
    });
    return firm;
  });
}

export interface FirmWanted {
  readonly people: number;
  readonly uses: number;
}

export interface FirmLoaded extends FirmWanted {
  readonly number: number;
  readonly name: string;
}

/** Makes up one more firm, and what its people used in two years up to now; null when there are numbers for no more. */
export async function loadMadeUpFirm(
  site: Site,
  { people, uses }: FirmWanted,
  onProgress?: (uses: number) => void,
): Promise<FirmLoaded | null> {
  const time = { zone: site.serviceCenter.zone, now: site.clock.now() };
  const schedules = await findFeeSchedules(site, systemActor);
  const firm = await openMadeUpFirm(site, people, time);
  if (firm === null) return null;
  const story = storyOfFirm(usualSeed, orderOf(firm, uses), time);
  const { number, name } = firm;
  return { number, name, people, uses: await loadStory(site, story, { schedules, onProgress }) };
}
