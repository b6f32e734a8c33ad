import { type Beginning, sightOf, withHeaderAt } from '@countersign/shared/usage/import/beginning';
import type { ImportColumn } from '@countersign/shared/usage/import/column-names';
import type { Separator } from '@countersign/shared/usage/import/delimited-text';
import { noFindings, noProgress } from '@countersign/shared/usage/import/import-findings';
import {
  type ImportSettings,
  importSettingsSchema,
  namesIn,
  settingsProblems,
  withProofs,
} from '@countersign/shared/usage/import/import-settings';
import type { Actor } from '../../platform/actor';
import { refused } from '../../platform/refusal';
import type { Site } from '../../platform/site';
import { move } from './attempt';
import { authorizeImport, changeImport, type ImportWish } from './change-import';
import { readHead } from './file-head';
import type { ImportKey } from './import-key';
import { type ImportRow, importByKey } from './queries';
import { headBytes } from './receive-upload';
import { rememberSettings, settingsFor } from './remembered-settings';

/** How a file is to be read; what is undefined stays as it is. */
export interface MapWish extends ImportWish {
  readonly separator?: Separator;
  /** Which record holds the names of the columns, from 1; 0 for a file without. */
  readonly headerRow?: number;
  readonly columns?: readonly { readonly column: ImportColumn; readonly header: string }[];
  readonly dateOrder?: ImportSettings['dateOrder'];
  readonly decimalMark?: ImportSettings['decimalMark'];
  readonly kindWords?: readonly { readonly text: string; readonly kind: string }[];
}

async function beginOf(site: Site, key: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of (await site.files.read(key)) as AsyncIterable<Buffer>) {
    pieces.push(piece);
    bytes += piece.length;
    if (bytes >= headBytes) break;
  }
  return Buffer.concat(pieces).subarray(0, headBytes);
}

/** The file's beginning with its cells and its header where the person says that they are. */
async function layOut(site: Site, row: ImportRow, { separator, headerRow }: MapWish): Promise<Beginning> {
  let { dialect } = row;
  if (separator !== undefined && separator !== dialect.separator) {
    const head = await beginOf(site, row.fileKey);
    const reading = readHead(head, row.bytes > head.length, separator);
    if (!reading.ok) throw refused('INVALID', 'separator', reading.message);
    const { encoding, markBytes, certain } = dialect;
    dialect = { ...reading.beginning, encoding, markBytes, certain };
  }
  if (headerRow === undefined) return dialect;
  if (headerRow < 0 || headerRow > dialect.records.length) {
    throw refused(
      'INVALID',
      'headerRow',
      `It is one of the first ${dialect.records.length} rows, or 0 for none.`,
    );
  }
  const headerAt = headerRow === 0 ? null : headerRow - 1;
  return headerAt === dialect.headerAt ? dialect : withHeaderAt(dialect, headerAt);
}

function columnsOf(wish: MapWish, names: readonly string[]): ImportSettings['columns'] | undefined {
  if (!wish.columns) return undefined;
  const columns: ImportSettings['columns'] = {};
  for (const { column, header } of wish.columns) {
    if (!names.includes(header)) throw refused('INVALID', 'columns', `The file has no column “${header}”.`);
    if (columns[column] !== undefined)
      throw refused('INVALID', 'columns', 'A column is named twice; name it once.');
    columns[column] = header;
  }
  return columns;
}

/** What is given; a part that is left out stays. */
function given<T extends object>(parts: T): Partial<T> {
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)) as Partial<T>;
}

function settingsOf(wish: MapWish, before: ImportSettings, beginning: Beginning): ImportSettings {
  const { dateOrder, decimalMark } = wish;
  const sight = sightOf(beginning);
  const columns = columnsOf(wish, namesIn(sight));
  const words = wish.kindWords?.map(({ text, kind }) => [text.trim(), kind] as const);
  const proved = columns ? withProofs(sight, { ...before, columns }) : before;
  const parsed = importSettingsSchema.safeParse({
    ...proved,
    ...given({ dateOrder, decimalMark, kindWords: words && Object.fromEntries(words) }),
  });
  if (parsed.success) return parsed.data;
  throw refused(
    'INVALID',
    'kindWords',
    'There are at most 500 words for kinds, each of 1 to 300 characters.',
  );
}

/** Sets how a file is read, and keeps that for the payer's next file with the same header. */
export async function mapImport(site: Site, actor: Actor, wish: MapWish): Promise<ImportKey> {
  const { key } = await authorizeImport(site, actor, wish.key);
  const [[seen]] = await site.database.read(actor, [importByKey({ ...key })]);
  if (!seen) throw refused('NOT_FOUND', 'import', 'There is no such import.');
  const beginning = await layOut(site, seen, wish);
  const before =
    beginning === seen.dialect
      ? seen.mapping
      : (await settingsFor(site, actor, key.payerId, [beginning])).settings;
  const settings = settingsOf(wish, before, beginning);
  const done = await changeImport(
    site,
    actor,
    { key, expectedVersion: wish.expectedVersion ?? seen.version },
    { action: 'MAP', noted: 'usage.import.mapped' },
    async (tx, row, now) => {
      await move(tx, row, 'MAP', {
        dialect: beginning,
        mapping: settings,
        progress: noProgress,
        findings: noFindings,
        badRowsKey: null,
        failure: null,
        changedAt: now,
      });
      if (settingsProblems(sightOf(beginning), settings).length === 0) {
        await rememberSettings(tx, key.payerId, beginning, settings, now);
      }
    },
  );
  if (seen.badRowsKey) await site.files.delete(seen.badRowsKey);
  return done;
}
