import { maskCardNumbers } from '../../payments/card-number';
import { firstRecords, type Separator } from './delimited-text';
import { glimpse, headerPlace } from './dialect';
import type { Encoding, FoundEncoding } from './encoding';
import type { Sight } from './import-settings';

/** Records kept of the beginning of a file. */
const kept = 25;
/** Records among which a header that was seen before is looked for. */
const lookedFor = 5;
/** Characters kept of a cell. */
const mostOfCell = 200;

/** How a file begins and is written, kept with its import, so that a person can say what its header is. Plain JSON. */
export interface Beginning {
  readonly encoding: Encoding;
  /** Bytes of the byte order mark. */
  readonly markBytes: number;
  /** Whether all of the file is certain to be in the encoding. */
  readonly certain: boolean;
  readonly separator: Separator;
  /** Which record is the header, from 0; null where the file has none. */
  readonly headerAt: number | null;
  /** Records before the first row, the header among them. */
  readonly skip: number;
  /** The first records, for looking at: cells are cut, and card numbers in them hidden. */
  readonly records: readonly (readonly string[])[];
}

/** The beginning of a decoded file that goes on when it is cut; a person may have said what separates its cells. */
export function beginningOf(
  text: string,
  cut: boolean,
  { encoding, markBytes, certain }: FoundEncoding,
  said?: Separator,
): Beginning {
  const seen = glimpse(text, cut);
  const separator = said ?? seen.separator;
  const shown = (cell: string) => maskCardNumbers(cell.slice(0, mostOfCell));
  const records = firstRecords(text, separator, kept, cut).map((cells) => cells.map(shown));
  const beginning = { encoding, markBytes, certain, separator, records };
  if (separator !== seen.separator) return withHeaderAt(beginning, headerPlace(records));
  return { ...beginning, headerAt: seen.headerAt, skip: seen.skip };
}

/** The same with another record as its header, or with none. */
export function withHeaderAt(
  beginning: Omit<Beginning, 'headerAt' | 'skip'>,
  headerAt: number | null,
): Beginning {
  return { ...beginning, headerAt, skip: headerAt === null ? 0 : headerAt + 1 };
}

/** The header and the first rows below it. */
export function sightOf({ headerAt, skip, records }: Beginning): Sight {
  return {
    header: headerAt === null ? null : (records[headerAt] ?? null),
    rows: records.slice(skip).filter((record) => record.some((cell) => cell.trim() !== '')),
  };
}

/**
 * The beginning with each record that may be its header: first the one with names we know, then those that a person
 * may have mapped before, then none.
 */
export function possibleHeaders(beginning: Beginning): [Beginning, ...Beginning[]] {
  const places = beginning.records.slice(0, lookedFor).map((_, place) => place);
  const others = [...places, null].filter((place) => place !== beginning.headerAt);
  return [beginning, ...others.map((place) => withHeaderAt(beginning, place))];
}
