import type { ResultOf } from '@graphql-typed-document-node/core';
import { Button } from '@mantine/core';
import { paths } from '../app/paths';
import { graphql } from '../generated';
import { DataTable } from '../ui/DataTable';
import { EmptyState } from '../ui/EmptyState';
import { ErrorState } from '../ui/ErrorState';
import { circuitName, courtTypeNames } from '../ui/labels';
import { PageHeader } from '../ui/PageHeader';
import { usePageVariables } from '../ui/paging';
import { RowLink } from '../ui/RowLink';
import { tableColumns } from '../ui/tableColumns';
import { useUrlState } from '../ui/urlState';
import { usePageQuery } from '../ui/usePageQuery';
import { CourtFilters, courtsUrl, nothingChosen } from './CourtFilters';
import { NextGenTag } from './NextGenTag';

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

const column = tableColumns<CourtRow>();
const columns = column.columns([
  column.accessor('title', {
    meta: { label: 'Court', names: true, sort: 'TITLE' },
    cell: ({ row: { original } }) => <RowLink to={paths.court(original.code)}>{original.title}</RowLink>,
  }),
  column.accessor('code', {
    meta: { label: 'Code', sort: 'CODE' },
    cell: ({ getValue }) => <code>{getValue()}</code>,
  }),
  column.accessor('type', { meta: { label: 'Type' }, cell: ({ getValue }) => courtTypeNames[getValue()] }),
  column.accessor('circuit', {
    meta: { label: 'Circuit', sort: 'CIRCUIT', tight: true },
    cell: ({ getValue }) => circuitName(getValue()),
  }),
  column.accessor('states', { meta: { label: 'States' }, cell: ({ getValue }) => getValue().join(', ') }),
  column.accessor('nextGen', {
    meta: { label: 'NextGen', tight: true },
    cell: ({ row }) => <NextGenTag court={row.original} />,
  }),
]);

export default function CourtsPage() {
  const [values, change] = useUrlState(courtsUrl);
  const { search, type, circuit, state, nextGen, sort } = values;
  const page = usePageVariables();
  const filter = {
    search: search || null,
    type,
    circuit,
    state,
    nextGen: nextGen === 'any' ? null : nextGen === 'yes',
  };
  const orderBy = { field: sort.column, direction: sort.descending ? ('DESC' as const) : ('ASC' as const) };
  const { data, error, stale, retry } = usePageQuery(courtsQuery, { filter, orderBy, ...page });
  const clear = () => change(nothingChosen);
  const active = search !== '' || type.length + circuit.length + state.length > 0 || nextGen !== 'any';

  if (error) return <ErrorState error={error} onRetry={retry} />;
  return (
    <>
      <PageHeader title="Courts" lead="Where each court is, how one signs in there, and whom to call." />
      <CourtFilters values={values} onChange={change} active={active} onClear={clear} />
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
