import type { Court, StoredCourt } from './court';

export interface FieldChange {
  name: keyof Court;
  before: Court[keyof Court];
  after: Court[keyof Court];
}

export interface CourtChanges {
  /** Courts we did not have. */
  added: Court[];
  /** Courts whose fields differ; `court` is what to keep from now on. */
  changed: { id: string; fields: FieldChange[]; court: Court }[];
  /** Courts in service that the feed no longer has. */
  retired: { id: string; lookupId: string; title: string }[];
  /** Retired courts that are back. */
  reinstated: { id: string; title: string }[];
  /** Courts in service that the feed shows as we have them. */
  unchanged: number;
}

const fieldNames = [
  'lookupId',
  'title',
  'name',
  'type',
  'circuit',
  'citation',
  'states',
  'loginUrl',
  'webUrl',
  'nextGen',
  'nextGenSince',
  'helpDeskPhones',
  'offices',
] as const satisfies readonly (keyof Court)[];

/** Stored JSON does not keep the order of keys, so they are compared sorted. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** The feed’s court with what only we know: citation and NextGen date. */
function withOurs(feed: Court, ours: Court): Court {
  return {
    ...feed,
    citation: feed.citation ?? ours.citation,
    nextGenSince: feed.nextGenSince ?? ours.nextGenSince,
  };
}

function fieldChanges(before: Court, after: Court): FieldChange[] {
  return fieldNames
    .filter((name) => canonical(before[name]) !== canonical(after[name]))
    .map((name) => ({ name, before: before[name], after: after[name] }));
}

/** What an import would do to the courts we have; a court that is back may also be among the changed. */
export function courtChanges(current: readonly StoredCourt[], feed: readonly Court[]): CourtChanges {
  const known = new Map(current.map((court) => [court.id, court]));
  const inFeed = new Set(feed.map((court) => court.id));
  const changes: CourtChanges = { added: [], changed: [], retired: [], reinstated: [], unchanged: 0 };
  for (const court of feed) {
    const ours = known.get(court.id);
    if (!ours) {
      changes.added.push(court);
      continue;
    }
    const merged = withOurs(court, ours);
    const fields = fieldChanges(ours, merged);
    if (fields.length > 0) changes.changed.push({ id: court.id, fields, court: merged });
    if (ours.retiredOn !== null) changes.reinstated.push({ id: court.id, title: merged.title });
    else if (fields.length === 0) changes.unchanged += 1;
  }
  changes.retired = current
    .filter((court) => court.retiredOn === null && !inFeed.has(court.id))
    .map(({ id, lookupId, title }) => ({ id, lookupId, title }));
  return changes;
}

/** The courts as they stand after the changes, made on a day (YYYY-MM-DD). */
export function applyCourtChanges(
  current: readonly StoredCourt[],
  changes: CourtChanges,
  today: string,
): StoredCourt[] {
  const after = new Map(changes.changed.map(({ id, court }) => [id, court]));
  const retired = new Set(changes.retired.map(({ id }) => id));
  const reinstated = new Set(changes.reinstated.map(({ id }) => id));
  const kept = current.map((court) => ({
    ...court,
    ...after.get(court.id),
    retiredOn: retired.has(court.id) ? today : reinstated.has(court.id) ? null : court.retiredOn,
  }));
  return [...kept, ...changes.added.map((court) => ({ ...court, retiredOn: null }))];
}

/** Why an import should not go ahead unasked: it would retire more than a tenth of the courts in service. */
export function suspiciousChange(
  changes: Pick<CourtChanges, 'retired'>,
  currentCount: number,
): string | null {
  const { length } = changes.retired;
  if (length * 10 <= currentCount) return null;
  return `The file would retire ${length} of ${currentCount} courts, more than a tenth; it may not be the whole feed.`;
}

/** Why an import cannot go ahead at all: a lookup id of ours stands for another court id in the feed. */
export function clashingLookupId(current: readonly StoredCourt[], feed: readonly Court[]): string | null {
  const idOfLookup = new Map(feed.map((court) => [court.lookupId, court.id]));
  for (const { id, lookupId } of current) {
    const other = idOfLookup.get(lookupId);
    if (other !== undefined && other !== id) {
      return `The feed gives ${lookupId} the court id ${other}; here it is ${id}, and what belongs to a court stays under its id.`;
    }
  }
  return null;
}
