import type { Court } from '../../courts/court';
import { normalised } from '../../platform/search-terms';
import { remembered } from './remembered';

/** What is needed of a court to know it by what files call it. */
export type NamedCourt = Pick<Court, 'id' | 'lookupId' | 'title' | 'name' | 'citation'>;

/** Where a use was: in a court, or at one of the two places that belong to none. */
export type CourtFound =
  | { readonly ok: true; readonly place: 'COURT'; readonly courtId: string }
  /** The PACER Case Locator searches all courts; the service center searches for people. */
  | { readonly ok: true; readonly place: 'CASE_LOCATOR' | 'SERVICE_CENTER'; readonly courtId: null };

export type CourtAnswer =
  | CourtFound
  | { readonly ok: false; readonly code: 'UNKNOWN_COURT' }
  /** Two courts share the name: `courtIds` are theirs. */
  | { readonly ok: false; readonly code: 'AMBIGUOUS_COURT'; readonly courtIds: readonly string[] };

/** Finds a court by what a file calls it. */
export type CourtFinder = (text: string) => CourtAnswer;

const unknownCourt: CourtAnswer = { ok: false, code: 'UNKNOWN_COURT' };
const caseLocator: CourtAnswer = { ok: true, place: 'CASE_LOCATOR', courtId: null };
const serviceCenter: CourtAnswer = { ok: true, place: 'SERVICE_CENTER', courtId: null };

const elsewhere: ReadonlyMap<string, CourtAnswer> = new Map([
  // 00PCL is the case locator’s own entry in the court lookup; 00idx was that of its forerunner.
  ...['00pcl', '00pcle', 'pcl', 'pacer case locator', 'case locator', '00idx', 'us party case index'].map(
    (name) => [name, caseLocator] as const,
  ),
  ...['psc', 'pacer service center', 'service center'].map((name) => [name, serviceCenter] as const),
]);

const host = /^(?:https?:\/\/)?(?:[a-z0-9-]+\.)*?([a-z0-9-]+)\.uscourts\.gov(?:[:/?#].*)?$/;

/** A code as in addresses and in the lookup, with the E (for ECF) that older lists of PACER append. */
function codesOf({ id, lookupId }: NamedCourt): string[] {
  const code = lookupId.toLowerCase();
  return [id, code, `${code}e`, ...(code.startsWith('0') ? [code.slice(1)] : [])];
}

function namesOf({ title, name, citation }: NamedCourt): string[] {
  const spoken = [title, name, ...(citation === null ? [] : [citation])].map(normalised);
  return spoken.flatMap((text) => [text, text.replace(/^(?:united states|u s) /, '')]);
}

/**
 * Whether the lookup’s name of a court tells it from all others. Many say only “District of Alaska”, which has a
 * district and a bankruptcy court, and some “U.S. District Court” or “Live Database”.
 */
function isTelling(name: string, { title, citation }: NamedCourt): boolean {
  return (
    / (?:for|of) /.test(name.split('court')[1] ?? '') ||
    name === normalised(title) ||
    name === normalised(citation ?? '')
  );
}

/** Longer texts are no court’s name, and not worth looking at. */
const longestName = 300;

/**
 * A finder over a given list: by id (`mowd`), lookup id (`MOWDC`, `MOWDCE`), address (`ecf.mowd.uscourts.gov`), title,
 * name or citation. What none of them is stays unknown, and a name of two courts is not decided.
 */
export function courtFinder(courts: readonly NamedCourt[]): CourtFinder {
  const ofId = new Map(courts.map(({ id }) => [id, { ok: true, place: 'COURT', courtId: id } as const]));
  const byCode = new Map<string, CourtAnswer>();
  const byName = new Map<string, CourtAnswer>();
  const shared = new Map<string, NamedCourt[]>();
  for (const court of courts) {
    for (const code of codesOf(court)) byCode.set(code, ofId.get(court.id) ?? unknownCourt);
    for (const name of namesOf(court)) shared.set(name, [...(shared.get(name) ?? []), court]);
  }
  // An id outranks what another court’s lookup id looks like.
  for (const [id, found] of ofId) byCode.set(id, found);
  for (const [name, named] of shared) {
    const ids = [...new Set(named.map(({ id }) => id))].sort();
    const [only] = named;
    if (ids.length > 1) byName.set(name, { ok: false, code: 'AMBIGUOUS_COURT', courtIds: ids });
    else if (only && isTelling(name, only)) byName.set(name, ofId.get(only.id) ?? unknownCourt);
  }
  return remembered((text) => {
    if (text.length > longestName) return unknownCourt;
    const plain = text.trim().toLowerCase();
    const label = host.exec(plain)?.[1];
    const code = label ?? plain;
    const name = normalised(text);
    return (
      ofId.get(code) ??
      elsewhere.get(label ?? name) ??
      (label === undefined ? (byCode.get(code) ?? byName.get(name)) : undefined) ??
      unknownCourt
    );
  });
}
