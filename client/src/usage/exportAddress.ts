import { useFilterQuery as filterQuery } from '@countersign/shared/usage/use-filter-query';
import { filePaths } from '../app/paths';
import type { UsesOf } from './usesQuery';
import { filterOf, type UsesValues } from './usesUrl';

/** Whose uses, in the words of an export. */
const payerOf = (of: UsesOf) => {
  if (typeof of === 'object') return of.firm;
  return of === 'person' ? 'own' : 'me';
};

/** Where the list as it is filtered and sorted is a file, with all columns. */
export function exportAddress(of: UsesOf, values: UsesValues): string {
  const query = new URLSearchParams(filterQuery(filterOf(values)));
  query.set('sort', `${values.sort.descending ? '-' : ''}${values.sort.column}`);
  return filePaths.usesExport(payerOf(of), query.toString());
}
