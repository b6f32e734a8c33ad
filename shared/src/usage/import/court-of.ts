import type { Court } from '../../courts/court';
import { normalised } from '../../platform/search-terms';
import { remembered } from './remembered';

/** What is needed of a court to know it by what files call it. */
export type NamedCourt = Pick<Court, 'id' | 'lookupId' | 'title' | 'name' | 'citation'>;

export type CourtAnswer =
  /** Null for the two places that belong to no court: the case locator, which searches all, and the service center. */
  | { readonly ok: true; readonly courtId: string | null }
  | { readonly ok: false; readonly code: 'UNKNOWN_COURT' }
  /** Several courts are called so: `courtIds` are theirs. */
  | { readonly ok: false; readonly code: 'AMBIGUOUS_COURT'; readonly courtIds: readonly string[] };

/** Finds a court by what a file calls it. */
export type CourtFinder = (text: string) => CourtAnswer;

const unknownCourt: CourtAnswer = { ok: false, code: 'UNKNOWN_COURT' };
const noCourt: CourtAnswer = { ok: true, courtId: null };

/** 00PCL is the case locator’s own entry in the court lookup; 00idx was that of its forerunner. */
const elsewhere = [
  '00pcl',
  '00pcle',
  'pcl',
  'pacer case locator',
  'case locator',
  '00idx',
  'us party case index',
  'psc',
  'pacer service center',
  'service center',
];

const host = /^(?:https?:\/\/)?(?:[a-z0-9-]+\.)*?([a-z0-9-]+)\.uscourts\.gov(?:[:/?#].*)?$/;

/** A name as it is compared, and without the country that most leave out. */
function spoken(name: string): string[] {
  const text = normalised(name);
  return [text, text.replace(/^(?:united states|u s) /, '')];
}

/** What belongs to one court by its nature; older lists of PACER append an E (for ECF) to the lookup’s code. */
function ownNames({ id, lookupId, title, citation }: NamedCourt): string[] {
  const code = lookupId.toLowerCase();
  return [id, code, `${code}e`, code.replace(/^0/, ''), ...spoken(title), ...spoken(citation ?? title)];
}

/**
 * Names in the lookup that tell a court from all others, where no other has the same. Many say only “District of
 * Alaska”, which has a district and a bankruptcy court, and some “U.S. District Court” or “Live Database”.
 */
const telling = /court (?:.* )?(?:for|of) /;

/** Longer texts are no court’s name, and not worth looking at. */
const longestName = 300;

/**
 * A finder over a given list: by id (`mowd`), lookup id (`MOWDC`, `MOWDCE`), address (`ecf.mowd.uscourts.gov`), title,
 * name or citation. What none of them is stays unknown, and a name of two courts is not decided.
 */
export function courtFinder(courts: readonly NamedCourt[]): CourtFinder {
  const own = new Set(courts.flatMap(ownNames));
  const called = new Map<string, Set<string>>();
  for (const court of courts) {
    for (const name of [...ownNames(court), ...spoken(court.name)]) {
      called.set(name, (called.get(name) ?? new Set()).add(court.id));
    }
  }
  const answers = new Map<string, CourtAnswer>();
  for (const [name, ids] of called) {
    const [courtId = ''] = ids;
    if (ids.size > 1) answers.set(name, { ok: false, code: 'AMBIGUOUS_COURT', courtIds: [...ids].sort() });
    else if (own.has(name) || telling.test(name)) answers.set(name, { ok: true, courtId });
  }
  for (const name of elsewhere) answers.set(name, noCourt);
  // An id outranks what other courts are called.
  for (const { id } of courts) answers.set(id, { ok: true, courtId: id });
  return remembered((text) => {
    if (text.length > longestName) return unknownCourt;
    const label = host.exec(text.trim().toLowerCase())?.[1];
    return answers.get(label ?? normalised(text)) ?? unknownCourt;
  });
}
