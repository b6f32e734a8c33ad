import {
  comparableName,
  type ImportColumn,
  importColumnLabels,
  importColumns,
} from '@countersign/shared/usage/import/column-names';
import type { Separator } from '@countersign/shared/usage/import/delimited-text';
import { dateOrders } from '@countersign/shared/usage/import/instants';
import { decimalMarks } from '@countersign/shared/usage/import/money';
import { type UseKind, useKinds } from '@countersign/shared/usage/use';
import { z } from 'zod';
import { StartFault } from '../platform/fault';
import type { CommandLine } from './command';

const oneOf = <Word extends string>(words: readonly [Word, ...Word[]]) =>
  z.enum(words, { error: `must be one of ${words.join(', ')}` });
const pairs = z.array(z.string().regex(/^[^=]+=./s, { error: 'has the form NAME=VALUE' })).default([]);
const flag = z.boolean().default(false);
const separators = { COMMA: ',', SEMICOLON: ';', TAB: '\t', BAR: '|' } as const satisfies Record<
  string,
  Separator
>;

const line = z.object({
  firm: z.string().optional(),
  account: z.string().optional(),
  recorded: flag,
  'dry-run': flag,
  'all-or-nothing': flag,
  map: pairs,
  kind: pairs,
  separator: oneOf(['COMMA', 'SEMICOLON', 'TAB', 'BAR']).optional(),
  'header-row': z
    .string()
    .regex(/^\d{1,2}$/, { error: 'is the number of a row, or 0 for none' })
    .transform(Number)
    .optional(),
  'date-order': oneOf(dateOrders).optional(),
  'decimal-mark': oneOf(decimalMarks).optional(),
  'bad-rows': z.string().optional(),
});

export interface ImportLine {
  readonly file: string;
  /** The number of the firm or of the person who pays. */
  readonly payer: string;
  readonly recorded: boolean;
  readonly dryRun: boolean;
  readonly allOrNothing: boolean;
  readonly columns: readonly { readonly column: ImportColumn; readonly header: string }[];
  readonly kindWords: readonly { readonly text: string; readonly kind: UseKind }[];
  readonly separator: Separator | undefined;
  /** Which row names the columns, from 1; 0 where none does. */
  readonly headerRow: number | undefined;
  readonly dateOrder: (typeof dateOrders)[number] | undefined;
  readonly decimalMark: (typeof decimalMarks)[number] | undefined;
  readonly badRows: string | undefined;
}

function parted(pair: string): [string, string] {
  const at = pair.indexOf('=');
  return [pair.slice(0, at), pair.slice(at + 1)];
}

function columnNamed(name: string): ImportColumn {
  const wanted = comparableName(name);
  const column = importColumns.find(
    (one) => comparableName(one) === wanted || comparableName(importColumnLabels[one]) === wanted,
  );
  if (!column)
    throw new StartFault(`--map: there is no column ${name}. There are: ${importColumns.join(', ')}.`);
  return column;
}

function kindNamed(name: string): UseKind {
  const kind = useKinds.find((one) => one === name.toUpperCase());
  if (!kind) throw new StartFault(`--kind: there is no kind ${name}. There are: ${useKinds.join(', ')}.`);
  return kind;
}

/** What is asked for on the line of the command; throws a StartFault with a sentence where that cannot be understood. */
export function readImportLine({ values, positionals: [file] }: CommandLine): ImportLine {
  if (!file) throw new StartFault('Name the file: pnpm usage:import FILE --firm NUMBER');
  const given = line.safeParse(values);
  if (!given.success) {
    const [issue] = given.error.issues;
    throw new StartFault(`--${String(issue?.path[0])} ${issue?.message}.`);
  }
  const { firm, account, map, kind, recorded, ...rest } = given.data;
  const payer = firm ?? account;
  if (payer === undefined || (firm !== undefined && account !== undefined)) {
    throw new StartFault(
      'Name who pays: --firm NUMBER, or --account NUMBER for a person who pays for himself.',
    );
  }
  return {
    file,
    payer,
    recorded,
    dryRun: rest['dry-run'],
    allOrNothing: rest['all-or-nothing'],
    columns: map.map(parted).map(([name, header]) => ({ column: columnNamed(name), header })),
    kindWords: kind.map(parted).map(([text, name]) => ({ text, kind: kindNamed(name) })),
    separator: rest.separator && separators[rest.separator],
    headerRow: rest['header-row'],
    dateOrder: rest['date-order'],
    decimalMark: rest['decimal-mark'],
    badRows: rest['bad-rows'],
  };
}
