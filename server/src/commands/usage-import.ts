import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type ImportColumn } from '@countersign/shared/usage/import/column-names';
import { HttpRefusal } from '../api/file-routes';
import { systemActor } from '../platform/actor';
import { StartFault } from '../platform/fault';
import { type Outcome, outcomeOf } from '../platform/refusal';
import type { Site } from '../platform/site';
import { askCancel, askCheck, askRun, discardImport } from '../usage/import/ask-work';
import { checkImport } from '../usage/import/check';
import type { ImportKey } from '../usage/import/import-key';
import { mapImport } from '../usage/import/map-import';
import { type ImportRow, importByKey } from '../usage/import/queries';
import { runImport } from '../usage/import/run';
import { startImport } from '../usage/import/start-import';
import { payerNamed } from '../usage/payer-named';
import type { Command } from './command';
import { type ImportLine, readImportLine } from './usage-import-line';
import { progressLine, reportFindings, reportOutcome } from './usage-import-report';

/** What was done, or the sentence why it was not. */
function doneOf<T>({ done, faults }: Outcome<T>): T {
  if (done === null) throw new StartFault(faults.map(({ message }) => message).join(' '));
  return done;
}

async function rowOf(site: Site, key: ImportKey): Promise<ImportRow> {
  const [[row]] = await site.database.read(systemActor, [importByKey({ ...key })]);
  if (!row) throw new StartFault('The import was discarded meanwhile.');
  return row;
}

async function take(site: Site, { file, payer, recorded }: ImportLine): Promise<ImportKey> {
  const { size } = await stat(file).catch((cause: { code?: string }) => {
    throw new StartFault(`${file} cannot be read (${cause.code}): name the list of transactions.`);
  });
  const found = await payerNamed(site, systemActor, 'usage.import.run', payer);
  if (!found) throw new StartFault(`Nobody pays under the number ${payer}.`);
  const upload = {
    payer: found,
    fileName: basename(file),
    recorded,
    body: createReadStream(file),
    bytes: size,
  };
  return startImport(site, systemActor, upload).catch((cause) => {
    throw cause instanceof HttpRefusal ? new StartFault(cause.message) : cause;
  });
}

/** Where the cells and the names of the columns are, as the line says. */
async function layOut(site: Site, key: ImportKey, { separator, headerRow }: ImportLine): Promise<void> {
  if (separator === undefined && headerRow === undefined) return;
  const wish = {
    key,
    expectedVersion: null,
    ...(separator === undefined ? {} : { separator }),
    ...(headerRow === undefined ? {} : { headerRow }),
  };
  doneOf(await outcomeOf(mapImport(site, systemActor, wish)));
}

/** What is recognized, with what the line says of it. */
async function map(site: Site, key: ImportKey, line: ImportLine): Promise<void> {
  const { columns: asked, kindWords, dateOrder, decimalMark } = line;
  await layOut(site, key, line);
  const { mapping } = await rowOf(site, key);
  const taken = new Set(asked.flatMap(({ column, header }): string[] => [column, header]));
  const recognized = Object.entries(mapping.columns).flatMap(([column, header]) =>
    taken.has(column) || taken.has(header) ? [] : { column: column as ImportColumn, header },
  );
  const wish = {
    key,
    expectedVersion: null,
    ...(asked.length > 0 ? { columns: [...recognized, ...asked] } : {}),
    ...(kindWords.length > 0 ? { kindWords } : {}),
    ...(dateOrder ? { dateOrder } : {}),
    ...(decimalMark ? { decimalMark } : {}),
  };
  if (Object.keys(wish).length > 2) doneOf(await outcomeOf(mapImport(site, systemActor, wish)));
}

/** Tells how far it is while it goes on, where somebody looks; Ctrl-C has it given up. */
async function attended(site: Site, key: ImportKey, work: Promise<void>): Promise<void> {
  const cancel = () => void outcomeOf(askCancel(site, systemActor, key));
  const tell = async () => {
    const { progress, bytes } = await rowOf(site, key);
    process.stderr.write(`\r${progressLine(progress, bytes)}`);
  };
  const timer = process.stderr.isTTY ? setInterval(() => void tell().catch(() => {}), 1000) : undefined;
  process.once('SIGINT', cancel);
  try {
    await work;
  } finally {
    clearInterval(timer);
    process.off('SIGINT', cancel);
    if (timer) process.stderr.write('\n');
  }
}

async function work(site: Site, key: ImportKey, { dryRun, allOrNothing }: ImportLine): Promise<ImportRow> {
  const wish = { key, expectedVersion: null, byCaller: true };
  const never = new AbortController().signal;
  if (dryRun) {
    doneOf(await outcomeOf(askCheck(site, systemActor, wish)));
    await attended(site, key, checkImport(site, key, never));
  } else {
    doneOf(await outcomeOf(askRun(site, systemActor, { ...wish, allOrNothing, idempotencyKey: null })));
    await attended(site, key, runImport(site, key, never));
  }
  return rowOf(site, key);
}

async function saveBadRows(
  site: Site,
  { badRowsKey }: ImportRow,
  { badRows }: ImportLine,
): Promise<string[]> {
  if (badRowsKey === null) return [];
  if (badRows === undefined) return ['Name a file with --bad-rows to get the bad rows with line and reason.'];
  await pipeline(await site.files.read(badRowsKey), createWriteStream(badRows));
  return [`The bad rows are in ${badRows}: mend and import it.`];
}

export const usageImport: Command = {
  usage:
    'usage:import FILE --firm NUMBER | --account NUMBER [--recorded] [--dry-run] [--all-or-nothing] [--separator COMMA|SEMICOLON|TAB|BAR] [--header-row NUMBER] [--map COLUMN=HEADER] [--kind WORD=KIND] [--date-order MDY|DMY] [--decimal-mark POINT|COMMA] [--bad-rows FILE]',
  about:
    'Imports a list of transactions as CSV or TSV for a firm or for a person who pays for himself: the good rows that are no uses yet, or nothing. --recorded has them billed; --dry-run only says what would come of it.',
  options: {
    firm: { type: 'string' },
    account: { type: 'string' },
    recorded: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    'all-or-nothing': { type: 'boolean' },
    separator: { type: 'string' },
    'header-row': { type: 'string' },
    map: { type: 'string', multiple: true },
    kind: { type: 'string', multiple: true },
    'date-order': { type: 'string' },
    'decimal-mark': { type: 'string' },
    'bad-rows': { type: 'string' },
  },
  async run(site, given) {
    const line = readImportLine(given);
    const key = await take(site, line);
    let keep = false;
    try {
      await map(site, key, line);
      const row = await work(site, key, line);
      const report = [...reportFindings(row.findings), ...(await saveBadRows(site, row, line))];
      keep = row.state === 'DONE';
      if (row.state === 'FAILED') throw new StartFault([row.failure ?? '', ...report].join('\n'));
      if (!keep && !line.dryRun) return ['Given up: nothing was imported.'];
      return [...report, reportOutcome(row.findings, line.dryRun)];
    } finally {
      if (!keep) await outcomeOf(discardImport(site, systemActor, { key, expectedVersion: null }));
    }
  },
};
