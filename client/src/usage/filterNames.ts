import { batchName, noClientCode, noCostCenter, noCourt } from './labels';
import type { UseRow } from './usesQuery';

/** What the values of a filter are called, as far as the uses found tell it. */
export interface FilterNames {
  readonly person: ReadonlyMap<string, string>;
  readonly court: ReadonlyMap<string, string>;
  readonly client: ReadonlyMap<string, string>;
  readonly costCenter: ReadonlyMap<string, string>;
  readonly batch: string;
}

export function filterNamesOf(uses: readonly UseRow[]): FilterNames {
  return {
    person: new Map(
      uses.flatMap(({ account }) => (account ? [[account.accountNumber, account.name.full] as const] : [])),
    ),
    court: new Map([
      ['', noCourt],
      ...uses.flatMap(({ court }) => (court ? [[court.code, court.title] as const] : [])),
    ]),
    client: new Map([['', noClientCode]]),
    costCenter: new Map([['', noCostCenter]]),
    batch: batchOf(uses),
  };
}

const batchOf = ([first]: readonly UseRow[]) => (first?.batch ? batchName(first.batch) : 'one import');
