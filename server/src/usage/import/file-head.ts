import { type Beginning, beginningOf, sightOf } from '@countersign/shared/usage/import/beginning';
import { mostColumns } from '@countersign/shared/usage/import/columns';
import type { Separator } from '@countersign/shared/usage/import/delimited-text';
import { encodingOf, type FoundEncoding } from '@countersign/shared/usage/import/encoding';
import { headerOf } from '@countersign/shared/usage/import/import-settings';
import { windows1252 } from '@countersign/shared/usage/import/windows-1252';

/** Whether the first bytes are of a text with columns, and if not why, for the person who sent them. */
export type HeadReading =
  | { readonly ok: true; readonly beginning: Beginning }
  | {
      readonly ok: false;
      readonly code: 'EMPTY_FILE' | 'NOT_TEXT' | 'TOO_MANY_COLUMNS';
      readonly message: string;
    };

/** How other files begin that people take for lists, and what to do with each. */
const others: readonly [readonly number[], string][] = [
  [
    [0x50, 0x4b, 0x03, 0x04],
    'This is an Excel workbook or an archive: save the list as CSV and upload that.',
  ],
  [[0xd0, 0xcf, 0x11, 0xe0], 'This is an Excel workbook: save the list as CSV and upload that.'],
  [[0x25, 0x50, 0x44, 0x46], 'This is a PDF: upload the list as CSV.'],
  [[0x1f, 0x8b], 'This is compressed: unpack it and upload the list itself.'],
];

function decodeHead(head: Buffer, { encoding, markBytes }: FoundEncoding, cut: boolean): string {
  const bytes = head.subarray(markBytes);
  if (encoding === 'windows-1252') return windows1252(bytes.toString('latin1'));
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes, { stream: cut });
}

/** Looks at the first bytes of a file that goes on when they are cut; a person may have said what separates its cells. */
export function readHead(head: Buffer, cut: boolean, said?: Separator): HeadReading {
  for (const [bytes, message] of others) {
    if (bytes.every((byte, i) => head[i] === byte)) return { ok: false, code: 'NOT_TEXT', message };
  }
  const found = encodingOf(head, cut);
  const text = decodeHead(head, found, cut);
  if (text.trim() === '') return { ok: false, code: 'EMPTY_FILE', message: 'The file is empty.' };
  if (text.includes('\0')) {
    return { ok: false, code: 'NOT_TEXT', message: 'This is not a text: upload the list as CSV or TSV.' };
  }
  const beginning = beginningOf(text, cut, found, said);
  const columns = headerOf(sightOf(beginning)).length;
  if (columns > mostColumns) {
    const message = `The file has ${columns} columns, and at most ${mostColumns} can be read.`;
    return { ok: false, code: 'TOO_MANY_COLUMNS', message };
  }
  return { ok: true, beginning };
}
