import { makePgArray } from 'drizzle-orm/pg-core';

const element = /"((?:[^"\\]|\\[\s\S])*)"|([^,{}]+)/g;

/** Reads a list as Postgres writes it, of one dimension. */
function readList(text: string): (string | null)[] {
  return [...text.matchAll(element)].map(([, quoted, bare]) => {
    if (quoted !== undefined) return quoted.replace(/\\([\s\S])/g, '$1');
    return bare === 'NULL' ? null : (bare as string);
  });
}

const arrayOf = (oid: number) => ({
  to: oid,
  from: [oid],
  serialize: (values: unknown) => (Array.isArray(values) ? makePgArray(values) : values),
  parse: readList,
});

/**
 * How lists are written and read, by the oid of their type in Postgres. Left to itself (fetch_types) the driver asks
 * each new connection for the types there are, and nobody catches the error when the connection is lost just then:
 * the process would end.
 */
export const arrayTypes = { texts: arrayOf(1009), uuids: arrayOf(2951) };
