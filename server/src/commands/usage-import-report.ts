import { dollars } from '@countersign/shared/usage/dollars';
import { importColumnLabels } from '@countersign/shared/usage/import/column-names';
import type {
  ImportFindings,
  ImportProgress,
  UnknownNames,
} from '@countersign/shared/usage/import/import-findings';

/** Problems that are told one by one; the file of bad rows has them all. */
const mostTold = 20;

const number = (count: number) => count.toLocaleString('en-US');
const rows = (count: number) => `${number(count)} ${count === 1 ? 'row' : 'rows'}`;
const uses = (count: number) => `${number(count)} ${count === 1 ? 'use' : 'uses'}`;

/** How far it is, in one line. */
export function progressLine({ bytes, rows: read, bad }: ImportProgress, size: number): string {
  const percent = size === 0 ? 100 : Math.floor((bytes / size) * 100);
  return `${String(percent).padStart(3)} %  ${rows(read)} read, ${number(bad)} bad`;
}

function unknown(what: string, { named, otherRows }: UnknownNames): string[] {
  if (named.length === 0) return [];
  const told = named.slice(0, mostTold).map(({ name, rows: count }) => `  ${name}  ${rows(count)}`);
  const others = otherRows + named.slice(mostTold).reduce((sum, { rows: count }) => sum + count, 0);
  return [`${what}:`, ...told, ...(others > 0 ? [`  others  ${rows(others)}`] : [])];
}

function problems({ firstProblems, bad }: ImportFindings): string[] {
  if (bad === 0) return [];
  const told = firstProblems.slice(0, mostTold).map(({ line, column, value, message }) => {
    const where = column === null ? '' : `${importColumnLabels[column]}: `;
    return `  line ${line}  ${where}${value === '' ? '' : `“${value}” `}${message}`;
  });
  return ['Bad rows:', ...told, ...(firstProblems.length > mostTold ? ['  and more'] : [])];
}

/** What a check or an import found. */
export function reportFindings(findings: ImportFindings): string[] {
  const { rows: all, good, bad, differing, differenceCents, accounts, courts, kinds } = findings;
  const differences = `${rows(differing)} charged otherwise than by the fee schedule, ${dollars(differenceCents)} too high in all; kept as charged.`;
  return [
    `${rows(all)}: ${number(good)} good, ${number(bad)} bad.`,
    ...(differing > 0 ? [differences] : []),
    ...problems(findings),
    ...unknown('Accounts that are not the payer’s', accounts),
    ...unknown('Courts that are not known', courts),
    ...unknown('Words for kinds that are not known', kinds),
  ];
}

/** What came of it. */
export function reportOutcome({ good, known, chargeCents }: ImportFindings, dryRun: boolean): string {
  const there = known === null || known === 0 ? '' : `, ${number(known)} of them there already`;
  return dryRun
    ? `Nothing was written: this was a dry run. There would be ${uses(good)} for ${dollars(chargeCents)}${there}.`
    : `Imported: ${uses(good)} for ${dollars(chargeCents)}${there}.`;
}
