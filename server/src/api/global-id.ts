/** Tags of global ids: the kind of object and, behind it, its whole primary key. */
export const idTags = [
  'account',
  'grant',
  'court',
  'firm',
  'linkage',
  'caughtMail',
  'use',
  'usageBatch',
  'usageCodeChange',
  'usageImport',
  'savedView',
] as const;

export type IdTag = (typeof idTags)[number];

export interface GlobalId {
  readonly tag: IdTag;
  readonly key: readonly string[];
}

const longestId = 400;
/** The first day of a quarter. */
const quarter = /^(19|20)\d{2}-(01|04|07|10)-01$/;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What each part of a key must look like, so that nothing else reaches the database. */
const keyShapes: Record<IdTag, readonly RegExp[]> = {
  account: [uuid],
  grant: [uuid, uuid],
  court: [/^[a-z0-9]{2,20}$/],
  firm: [uuid],
  linkage: [uuid, uuid],
  caughtMail: [uuid],
  use: [uuid, quarter, uuid],
  usageBatch: [uuid, uuid],
  usageCodeChange: [uuid, uuid],
  usageImport: [uuid, uuid],
  savedView: [uuid, uuid],
};

/** The global id of an object: base64url of its tag and whole primary key. It routes and never authorizes. */
export function globalId(tag: IdTag, ...key: string[]): string {
  return Buffer.from([tag, ...key].join(':')).toString('base64url');
}

/** Reads a global id back; null for anything that is none. */
export function readGlobalId(id: string): GlobalId | null {
  if (id.length > longestId || !/^[\w-]+$/.test(id)) return null;
  const [tag, ...key] = Buffer.from(id, 'base64url').toString('utf8').split(':');
  const shapes = keyShapes[tag as IdTag];
  if (!shapes || shapes.length !== key.length || !shapes.every((shape, i) => shape.test(key[i] ?? '')))
    return null;
  return { tag: tag as IdTag, key };
}

/** The key in a global id of the tag asked for; null when it is of another or none. */
export function keyOf(tag: IdTag, id: string): readonly string[] | null {
  const read = readGlobalId(id);
  return read?.tag === tag ? read.key : null;
}
