import { type Circuit } from './circuits';
import { cleanEmail, cleanText, cleanUrl } from './clean-text';
import { type Court, courtSchema, courtTextLimits as limits, type Office } from './court';
import { type CourtType } from './court-types';

export interface SkippedEntry {
  lookupId: string;
  title: string;
  reason: string;
}

export type CourtFeed =
  | { ok: true; lastUpdated: string | null; courts: Court[]; skipped: SkippedEntry[] }
  | { ok: false; message: string };

/** PACER’s has about 210. */
const mostEntries = 2000;

/** Entries of the feed that are no court of their own. */
const skipReasons: Record<string, string> = {
  '00PCL': 'The PACER Case Locator is a search over all courts, not a court.',
  SCOTUS: 'The Supreme Court is not on CM/ECF.',
  OHNDAD: 'A second entry for the Northern District of Ohio, whose own is OHNDC.',
};

const typeOf: Record<string, CourtType> = {
  District: 'DISTRICT',
  Bankruptcy: 'BANKRUPTCY',
  Appeals: 'APPELLATE',
  National: 'NATIONAL',
};

type Fields = Record<string, unknown>;

/** Why a feed is refused; its message is for the person who imports it. */
class FeedRefusal extends Error {}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The feed writes a list as an object keyed by numbers where some of its places are empty. */
function listOf(entry: Fields, name: string, lookupId: string): Fields[] {
  const value = entry[name];
  if (value === undefined || value === null || value === '') return [];
  const items = Array.isArray(value) ? value : isFields(value) ? Object.values(value) : null;
  if (!items?.every(isFields))
    throw new FeedRefusal(`The entry ${lookupId} has something else than a list in “${name}”.`);
  return items;
}

function circuitOf(value: string): string {
  return value === 'FC' ? 'FED' : value.replace(/^0/, '');
}

/** The label of the court’s own host; the appellate panels share their circuit’s, so theirs comes from the lookup id. */
function idOf(lookupId: string, loginUrl: string): string {
  const panel = /^0?(\d{1,2})BAP$/.exec(lookupId);
  if (panel) return `bap${panel[1]}`;
  const host = /^https?:\/\/ecf\.([a-z0-9]+)\.uscourts\.gov\/?$/i.exec(loginUrl);
  if (!host?.[1]) {
    throw new FeedRefusal(
      `The entry ${lookupId} has the login address ${loginUrl}, not one like https://ecf.mowd.uscourts.gov.`,
    );
  }
  return host[1].toLowerCase();
}

function officeOf(location: Fields, courtName: string): Office {
  return {
    name: cleanText(location.name, limits.office) ?? courtName,
    address: cleanText(location.address, limits.address),
    phone: cleanText(location.phone, limits.phone),
    email: cleanEmail(location.email),
    hours: cleanText(location.hours, limits.hours),
  };
}

function courtOf(entry: Fields, lookupId: string, title: string): Court {
  const need = (name: string): string => {
    const text = cleanText(entry[name], limits.name);
    if (text === null) throw new FeedRefusal(`The entry ${lookupId} has no ${name}.`);
    return text;
  };
  const loginUrl = cleanUrl(entry.login_url);
  if (loginUrl === null) throw new FeedRefusal(`The entry ${lookupId} has no web address as its login_url.`);
  const type = need('type');
  const courtType = Object.hasOwn(typeOf, type) ? typeOf[type] : undefined;
  if (!courtType)
    throw new FeedRefusal(
      `The entry ${lookupId} has the type “${type}”, which is none of ${Object.keys(typeOf).join(', ')}.`,
    );
  const states = listOf(entry, 'counties', lookupId).map((county) => cleanText(county.state, 60));
  const phones = listOf(entry, 'help_desk', lookupId).map((desk) => cleanText(desk.phone, limits.phone));
  const name = need('court_name');
  const court: Court = {
    id: idOf(lookupId, loginUrl),
    lookupId,
    title,
    name,
    type: courtType,
    circuit: circuitOf(need('circuit')) as Circuit,
    citation: null,
    states: [...new Set(states.filter((state) => state !== null))].sort(),
    loginUrl,
    webUrl: cleanUrl(entry.web_url),
    nextGen: cleanText(entry.software_version, 200)?.startsWith('NextGen') ?? false,
    // The feed’s go_live_date is that of the first CM/ECF, often a decade before NextGen.
    nextGenSince: null,
    helpDeskPhones: phones.filter((phone) => phone !== null),
    offices: listOf(entry, 'locations', lookupId).map((location) => officeOf(location, name)),
  };
  const checked = courtSchema.safeParse(court);
  if (checked.success) return court;
  const [issue] = checked.error.issues;
  throw new FeedRefusal(
    `The entry ${lookupId} has a ${issue?.path.join('.')} that cannot be used: ${issue?.message}.`,
  );
}

function entriesOf(feed: unknown): Fields[] {
  const notTheFeed = 'The file is not PACER’s court lookup feed: ';
  if (typeof feed === 'string' && /^\s*</.test(feed)) throw new FeedRefusal(`${notTheFeed}it is a web page.`);
  if (!isFields(feed)) throw new FeedRefusal(`${notTheFeed}it is not an object with “meta” and “data”.`);
  const { data } = feed;
  if (!Array.isArray(data)) throw new FeedRefusal(`${notTheFeed}it has no list named “data”.`);
  if (data.length === 0) throw new FeedRefusal('The list “data” of the feed is empty.');
  if (data.length > mostEntries) {
    throw new FeedRefusal(
      `The feed has ${data.length} entries; PACER’s has about 210, and more than ${mostEntries} are not read.`,
    );
  }
  return data.map((entry, i) => {
    if (!isFields(entry)) throw new FeedRefusal(`Entry ${i + 1} of the feed is not an object.`);
    return entry;
  });
}

function lastUpdatedOf(feed: unknown): string | null {
  const meta = isFields(feed) && isFields(feed.meta) ? feed.meta : {};
  const updated = new Date(cleanText(meta.last_updated, 100) ?? '');
  return Number.isNaN(updated.getTime()) ? null : updated.toISOString();
}

function readEntries(entries: Fields[]): { courts: Court[]; skipped: SkippedEntry[] } {
  const skipped: SkippedEntry[] = [];
  const courts = new Map<string, Court>();
  const lookupIds = new Set<string>();
  for (const [i, entry] of entries.entries()) {
    const lookupId = cleanText(entry.court_id, 40);
    if (lookupId === null) throw new FeedRefusal(`Entry ${i + 1} of the feed has no court_id.`);
    const title = cleanText(entry.title, limits.title);
    if (title === null) throw new FeedRefusal(`The entry ${lookupId} has no title.`);
    if (lookupIds.has(lookupId)) throw new FeedRefusal(`The feed has two entries ${lookupId}.`);
    lookupIds.add(lookupId);
    const reason = Object.hasOwn(skipReasons, lookupId) ? skipReasons[lookupId] : undefined;
    if (reason) {
      skipped.push({ lookupId, title, reason });
      continue;
    }
    const court = courtOf(entry, lookupId, title);
    const other = courts.get(court.id);
    if (other)
      throw new FeedRefusal(
        `The entries ${other.lookupId} and ${lookupId} both give the court id ${court.id}.`,
      );
    courts.set(court.id, court);
  }
  if (courts.size === 0) throw new FeedRefusal('The feed has no court in it.');
  return { courts: [...courts.values()], skipped };
}

/**
 * Reads PACER’s public court lookup (https://pacer.uscourts.gov/file-case/court-cmecf-lookup/data.json).
 * It has no citations and no NextGen dates: null there means that what is known already stays.
 */
export function readCourtFeed(json: unknown): CourtFeed {
  try {
    return { ok: true, lastUpdated: lastUpdatedOf(json), ...readEntries(entriesOf(json)) };
  } catch (error) {
    if (error instanceof FeedRefusal) return { ok: false, message: error.message };
    throw error;
  }
}

/** The same from the text of a file. */
export function readCourtFeedText(text: string): CourtFeed {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  if (trimmed.startsWith('<')) return readCourtFeed(trimmed);
  try {
    return readCourtFeed(JSON.parse(trimmed));
  } catch (error) {
    if (error instanceof SyntaxError)
      return { ok: false, message: 'The file is not PACER’s court lookup feed: it is not JSON.' };
    throw error;
  }
}
