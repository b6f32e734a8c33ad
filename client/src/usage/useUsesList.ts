import { usePageVariables } from '../ui/paging';
import { useUrlState } from '../ui/urlState';
import { usePageQuery } from '../ui/usePageQuery';
import { type UsesOf, usageIn, usesQuery, whose } from './usesQuery';
import { filterOf, orderOf, problemOf, usesUrl } from './usesUrl';
import { useUsageChanged } from './useUsageChanged';

/** A page of uses as its address asks for it; nothing is asked where the address cannot be understood. */
export function useUsesList(of: UsesOf) {
  const [values, change] = useUrlState(usesUrl);
  const page = usePageVariables(Number(values.rows));
  const variables = { ...whose(of), filter: filterOf(values), orderBy: orderOf(values.sort), ...page };
  const skip = problemOf(values) !== undefined;
  const { data, error, stale, retry } = usePageQuery(usesQuery, variables, { skip });
  const usage = data && usageIn(data);
  // An import in another window shows here by itself.
  useUsageChanged(usage ? (typeof of === 'object' ? of.firm : 'me') : null, () => skip || retry());
  return {
    values,
    change,
    data,
    usage,
    view: JSON.stringify(variables),
    error,
    stale,
    retry,
  };
}
