import { readFile, stat } from 'node:fs/promises';
import { type CourtsImported, importCourts } from '../courts/import-courts';
import { systemActor } from '../platform/actor';
import { StartFault } from '../platform/fault';
import { outcomeOf } from '../platform/refusal';
import type { Command } from './command';

const mebibyte = 1024 * 1024;
const largestFile = 50 * mebibyte;

async function readFeed(file: string): Promise<string> {
  try {
    if ((await stat(file)).size <= largestFile) return await readFile(file, 'utf8');
  } catch (cause) {
    throw new StartFault(
      `${file} cannot be read (${(cause as { code?: string }).code}): name the feed's file.`,
    );
  }
  throw new StartFault(
    `${file} is larger than ${largestFile / mebibyte} MB: this is not the court lookup feed.`,
  );
}

const shown = (value: unknown) => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
};

function report({ changes, skipped, lastUpdated }: CourtsImported, dryRun: boolean): string[] {
  const { added, changed, retired, reinstated, unchanged } = changes;
  return [
    `Feed of ${lastUpdated ?? 'unknown date'}:`,
    ...added.map((court) => `  added      ${court.id}  ${court.title}`),
    ...changed.flatMap(({ id, fields }) =>
      fields.map(
        ({ name, before, after }) => `  changed    ${id}  ${name}: ${shown(before)} -> ${shown(after)}`,
      ),
    ),
    ...retired.map((court) => `  retired    ${court.id}  ${court.title}`),
    ...reinstated.map((court) => `  reinstated ${court.id}  ${court.title}`),
    ...skipped.map((entry) => `  skipped    ${entry.lookupId}  ${entry.title}: ${entry.reason}`),
    `${added.length} added, ${changed.length} changed, ${retired.length} retired, ${reinstated.length} reinstated, ${unchanged} unchanged, ${skipped.length} skipped.${dryRun ? ' Nothing was written: this was a dry run.' : ''}`,
  ];
}

export const courtsImport: Command = {
  usage: 'courts:import FILE [--dry-run] [--force]',
  about: 'Reads PACER’s public court lookup feed from a file; says what it adds, changes and retires.',
  options: { 'dry-run': { type: 'boolean' }, force: { type: 'boolean' } },
  async run(site, { values, positionals }) {
    const [file] = positionals;
    if (!file) throw new StartFault('Name the file: pnpm courts:import FILE');
    const dryRun = values['dry-run'] === true;
    const outcome = await outcomeOf(
      importCourts(site, systemActor, await readFeed(file), { dryRun, force: values.force === true }),
    );
    if (!outcome.done) throw new StartFault(outcome.faults.map((fault) => fault.message).join(' '));
    return report(outcome.done, dryRun);
  },
};
