import { linkageShow, linkageSorts, toLinkageInForce } from './linkages';
import { oneOf, sortBy, text, useUrlState } from './urlState';

const url = {
  search: text(),
  show: oneOf(linkageShow, 'all'),
  sort: sortBy(linkageSorts, { column: 'NAME', descending: false }),
};

/** Which of a firm’s people are listed and how, as the address says, and as the API takes it. */
export function usePeopleUrl() {
  const [{ search, show, sort }, change] = useUrlState(url);
  return {
    search,
    show,
    sort,
    change,
    narrowed: search !== '' || show !== 'all',
    clear: () => change({ search: '', show: 'all' }),
    variables: {
      filter: { search: search || null, inForce: toLinkageInForce(show) },
      orderBy: { field: sort.column, direction: sort.descending ? ('DESC' as const) : ('ASC' as const) },
    },
  };
}

export type PeopleList = ReturnType<typeof usePeopleUrl>;
