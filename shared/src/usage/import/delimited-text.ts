import { recordSplitter } from './record-splitter';

export const separators = [',', ';', '\t', '|'] as const;

export type Separator = (typeof separators)[number];

export const separatorNames: Record<Separator, string> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'vertical bar',
};

/** The first records of a text, for looking at. Of a text that is cut off the last is left out, since it may be half. */
export function firstRecords(text: string, separator: Separator, most: number, cut = false): string[][] {
  const records: string[][] = [];
  const splitter = recordSplitter(separator, (cells) => {
    if (records.length < most) records.push(cells);
  });
  splitter.push(text);
  if (!cut) splitter.end();
  return records;
}

const needsQuotes: Record<Separator, RegExp> = {
  ',': /[",\r\n]|^\s|\s$/,
  ';': /[";\r\n]|^\s|\s$/,
  '\t': /["\t\r\n]|^\s|\s$/,
  '|': /["|\r\n]|^\s|\s$/,
};

/** One record as text, ended by CRLF (RFC 4180). */
export function recordText(cells: readonly string[], separator: Separator): string {
  const needed = needsQuotes[separator];
  let text = '';
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] ?? '';
    if (i > 0) text += separator;
    text += needed.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  }
  return `${text}\r\n`;
}
