import type { Site } from '../platform/site';
import { findDemonstration, findMadeUpFirm } from './loaded';
import { madeUpFirm, orderOf } from './made-up-firm';
import { everyone, firmOrders, storyOfFirm, usualSeed } from './stories';
import type { Story } from './story/story';

/**
 * A story of a firm of the demonstration as the database has its people, of other uses than those that are recorded;
 * null where the database has no such firm.
 */
export async function uploadedStory(site: Site, number: number, uses: number): Promise<Story | null> {
  const { zone } = site.serviceCenter;
  const order = firmOrders.find((one) => one.number === number);
  const found = order ? await findDemonstration(site) : await findMadeUpFirm(site, number);
  if (!found || (order && found.people !== everyone.length)) return null;
  const told = order ? { ...order, uses } : orderOf(madeUpFirm(usualSeed, number, found.people), uses);
  return storyOfFirm(usualSeed, told, { zone, now: found.at }, 'uploaded').story;
}
