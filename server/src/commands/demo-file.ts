import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import reference from '@countersign/drizzle/reference/courts.json';
import { type FileDialectName, fileDialectNames, fileDialects } from '../demonstration/files/dialects';
import { type FileRow, piecesOf, rowsOf } from '../demonstration/files/rows-of';
import { hawthorne } from '../demonstration/people';
import { counted } from '../demonstration/progress';
import { uploadedStory } from '../demonstration/told-firm';
import { systemActor } from '../platform/actor';
import { StartFault } from '../platform/fault';
import { findFeeSchedules } from '../usage/fee-schedules';
import type { Command } from './command';
import { countingLine } from './counting-line';
import { numberGiven } from './number-given';

function dialectGiven(given: string | undefined): FileDialectName {
  const found = fileDialectNames.find((name) => name === (given ?? 'us-csv'));
  if (!found) throw new StartFault(`--dialect must be one of ${fileDialectNames.join(', ')}.`);
  return found;
}

function* toldOf(rows: Iterable<FileRow>, tell: (many: number) => void): Generator<FileRow> {
  let many = 0;
  for (const row of rows) {
    yield row;
    tell(++many);
  }
}

/** Writes a file that is not there yet, piece by piece. */
async function save(pieces: Iterable<Buffer>, out: string): Promise<number> {
  await pipeline(Readable.from(pieces), createWriteStream(out, { flags: 'wx' })).catch(
    (cause: { code?: string }) => {
      if (cause.code === 'EEXIST')
        throw new StartFault(`${out} is there already: name another file with --out.`);
      if (cause.code)
        throw new StartFault(`${out} cannot be written (${cause.code}): name another file with --out.`);
      throw cause;
    },
  );
  return (await stat(out)).size;
}

export const demoFile: Command = {
  usage: 'demo:file --out FILE [--dialect NAME] [--rows NUMBER] [--mistakes NUMBER] [--firm NUMBER]',
  about: `Writes a list of transactions of a firm of the demonstration, to be uploaded: other uses than those that are recorded. ${Object.entries(
    fileDialects,
  )
    .map(([name, { about }]) => `${name}: ${about}.`)
    .join(' ')}`,
  options: {
    out: { type: 'string' },
    dialect: { type: 'string' },
    rows: { type: 'string' },
    mistakes: { type: 'string' },
    firm: { type: 'string' },
  },
  async run(site, { values }) {
    const given = values as Record<string, string | undefined>;
    const name = dialectGiven(given.dialect);
    const rows = numberGiven('rows', given.rows, { least: 1, most: 20_000_000, usual: 5000 });
    const mistakes = numberGiven('mistakes', given.mistakes, { least: 0, most: rows, usual: 0 });
    const firm = numberGiven('firm', given.firm, { least: 1_000_000, most: 9_999_999, usual: hawthorne });
    const { out } = given;
    if (!out) throw new StartFault('--out is missing.');
    const story = await uploadedStory(site, firm, rows);
    if (!story)
      throw new StartFault(`The database has no firm ${firm} of the demonstration: pnpm demo loads it.`);
    const dialect = fileDialects[name];
    const schedules = await findFeeSchedules(site, systemActor);
    const line = countingLine('rows', rows);
    const all = toldOf(rowsOf({ story, dialect, mistakes }, schedules, reference.courts), line.tell);
    const bytes = await save(piecesOf(dialect, all), out);
    line.end();
    return [
      `${out} has ${counted(rows)} rows of firm ${firm}, ${counted(mistakes)} of them with a mistake, in ${counted(bytes)} bytes (${dialect.about}).`,
    ];
  },
};
