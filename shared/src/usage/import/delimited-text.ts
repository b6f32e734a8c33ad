export const separators = [',', ';', '\t', '|'] as const;

export type Separator = (typeof separators)[number];

export const separatorNames: Record<Separator, string> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'vertical bar',
};

/**
 * The first records of a text, for looking at: quotes may hold separators, line breaks and doubled quotes (RFC 4180).
 * Of a text that is cut off the last record is left out, since it may be half.
 */
export function firstRecords(text: string, separator: Separator, most: number, cut = false): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let cell = '';
  let quoted = false;
  let i = 0;
  const endRecord = () => {
    record.push(cell);
    records.push(record);
    record = [];
    cell = '';
  };
  while (i < text.length && records.length < most) {
    const char = text[i] ?? '';
    i += 1;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[i] === '"') {
        cell += char;
        i += 1;
      } else quoted = false;
    } else if (char === '"' && cell === '') quoted = true;
    else if (char === separator) {
      record.push(cell);
      cell = '';
    } else if (char === '\n' || char === '\r') {
      if (char === '\r' && text[i] === '\n') i += 1;
      endRecord();
    } else cell += char;
  }
  if (records.length < most && !cut && (cell !== '' || record.length > 0)) endRecord();
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
