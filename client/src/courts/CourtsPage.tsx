import { Button } from '@mantine/core';
import type { ResultOf } from '@graphql-typed-document-node/core';
import { paths } from '../app/paths';
import { graphql } from '../generated';
import { DataTable } from '../ui/DataTable';
import { EmptyState } from '../ui/EmptyState';
import { ErrorState } from '../ui/ErrorState';
import { FilterBar } from '../ui/FilterBar';
import { FilterChoice } from '../ui/FilterChoice';
import { FilterMenu } from '../ui/FilterMenu';
import { circuitName, courtTypeNames, keysOf, optionsOf } from '../ui/labels';
import { PageHeader } from '../ui/PageHeader';
import { usePageVariables } from '../ui/paging';
import { RowLink } from '../ui/RowLink';
import { SearchField } from '../ui/SearchField';
import { tableColumns } from '../ui/tableColumns';
import { oneOf, someOf, sortBy, text, useUrlState } from '../ui/urlState';
import { usePageQuery } from '../ui/usePageQuery';
import { NextGenTag } from './NextGenTag';
import { circuits, states } from './places';

const courtsQuery = graphql(`
  query Courts($filter: CourtFilter, $orderBy: CourtOrder, $first: Int, $after: String, $last: Int, $before: String) {
    courts(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
      nodes {
        id
        code
        title
        type
        circuit
        states
        nextGen
        nextGenSince
      }
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`);

type CourtRow = ResultOf<typeof courtsQuery>['courts']['nodes'][number];

const url = {
  search: text(),
  type: someOf(keysOf(courtTypeNames)),
  circuit: someOf(circuits),
  state: someOf(states),
  nextGen: oneOf(['any', 'yes', 'no'], 'any'),
  sort: sortBy(['TITLE', 'CODE', 'CIRCUIT'], { column: 'TITLE', descending: false }),
};

const nothingChosen = { search: '', type: [], circuit: [], state: [], nextGen: 'any' as const };

const circuitOptions = circuits.map((value) => ({ value, label: circuitName(value) }));
const stateOptions = states.map((value) => ({ value, label: value }));
const nextGenOptions = [
  { value: 'any', label: 'NextGen or not' },
  { value: 'yes', label: 'NextGen' },
  { value: 'no', label: 'Not NextGen' },
] as const;

const column = tableColumns<CourtRow>();
const columns = column.columns([
  column.accessor('title', {
    meta: { label: 'Court', names: true, sort: 'TITLE' },
    cell: ({ row: { original } }) => <RowLink to={paths.court(original.code)}>{original.title}</RowLink>,
  }),
  column.accessor('code', { meta: { label: 'Code', sort: 'CODE' }, cell: ({ getValue }) => <code>{getValue()}</code> }),
  column.accessor('type', { meta: { label: 'Type' }, cell: ({ getValue }) => courtTypeNames[getValue()] }),
  column.accessor('circuit', {
    meta: { label: 'Circuit', sort: 'CIRCUIT' },
    cell: ({ getValue }) => circuitName(getValue()),
  }),
  column.accessor('states', { meta: { label: 'States' }, cell: ({ getValue }) => getValue().join(', ') }),
  column.accessor('nextGen', { meta: { label: 'NextGen' }, cell: ({ row }) => <NextGenTag court={row.original} /> }),
]);

export default function CourtsPage() {
  const [{ search, type, circuit, state, nextGen, sort }, change] = useUrlState(url);
  const page = usePageVariables();
  const filter = { search: search || null, type, circuit, state, nextGen: nextGen === 'any' ? null : nextGen === 'yes' };
  const orderBy = { field: sort.column, direction: sort.descending ? ('DESC' as const) : ('ASC' as const) };
  const { data, error, stale, retry } = usePageQuery(courtsQuery, { filter, orderBy, ...page });
  const clear = () => change(nothingChosen);
  const active = search !== '' || type.length + circuit.length + state.length > 0 || nextGen !== 'any';

  if (error) return <ErrorState error={error} onRetry={retry} />;
  return (
    <>
      <PageHeader title="Courts" lead="Where each court is, how one signs in there, and whom to call." />
      <FilterBar label="Filter courts" active={active} onClear={clear}>
        <SearchField
          label="Search courts"
          placeholder="Name, code, state or citation"
          value={search}
          onChange={(value) => change({ search: value }, { replace: true })}
        />
        <FilterMenu label="Type" options={optionsOf(courtTypeNames)} value={type} onChange={(value) => change({ type: value })} />
        <FilterMenu label="Circuit" options={circuitOptions} value={circuit} onChange={(value) => change({ circuit: value })} />
        <FilterMenu label="State" options={stateOptions} value={state} onChange={(value) => change({ state: value })} />
        <FilterChoice label="NextGen" options={nextGenOptions} value={nextGen} onChange={(value) => change({ nextGen: value })} />
      </FilterBar>
      <DataTable
        name="courts"
        caption="Courts"
        columns={columns}
        list={data?.courts}
        rowId={(court) => court.id}
        noun={['court', 'courts']}
        sort={sort}
        onSort={(next) => change({ sort: next })}
        stale={stale}
        empty={
          <EmptyState title="No court matches" action={<Button onClick={clear}>Show all courts</Button>}>
            Try fewer filters, or another spelling.
          </EmptyState>
        }
      />
    </>
  );
}
