import type { ResultOf } from '@graphql-typed-document-node/core';
import { Button } from '@mantine/core';
import { paths } from '../app/paths';
import { graphql } from '../generated';
import { DataTable } from '../ui/DataTable';
import { EmptyState } from '../ui/EmptyState';
import { ErrorState } from '../ui/ErrorState';
import { FilterBar } from '../ui/FilterBar';
import { PageHeader } from '../ui/PageHeader';
import { usePageVariables } from '../ui/paging';
import { RowLink } from '../ui/RowLink';
import { SearchField } from '../ui/SearchField';
import { TimeStamp } from '../ui/TimeStamp';
import { tableColumns } from '../ui/tableColumns';
import { text, useUrlState } from '../ui/urlState';
import { usePageQuery } from '../ui/usePageQuery';

const firmsQuery = graphql(`
  query OperatorFirms($filter: FirmFilter, $first: Int, $after: String, $last: Int, $before: String) {
    firms(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      nodes {
        id
        number
        name
        createdAt
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

type FirmRow = ResultOf<typeof firmsQuery>['firms']['nodes'][number];

const url = { search: text() };

const column = tableColumns<FirmRow>();
const columns = column.columns([
  column.accessor('name', {
    meta: { label: 'Firm', names: true },
    cell: ({ row: { original } }) => <RowLink to={paths.firm(original.number)}>{original.name}</RowLink>,
  }),
  column.accessor('number', { meta: { label: 'Firm number' } }),
  column.accessor('createdAt', {
    meta: { label: 'Since' },
    cell: ({ getValue }) => <TimeStamp value={getValue()} day />,
  }),
]);

export default function FirmsPage() {
  const [{ search }, change] = useUrlState(url);
  const { data, error, stale, retry } = usePageQuery(firmsQuery, {
    filter: { search: search || null },
    ...usePageVariables(),
  });
  const clear = () => change({ search: '' });
  if (error) return <ErrorState error={error} onRetry={retry} />;
  return (
    <>
      <PageHeader title="Firms" lead="Every firm with an administrative account." />
      <FilterBar label="Filter firms" active={search !== ''} onClear={clear}>
        <SearchField
          label="Search firms"
          placeholder="Name or number"
          value={search}
          onChange={(value) => change({ search: value }, { replace: true })}
        />
      </FilterBar>
      <DataTable
        name="firms"
        caption="Firms"
        columns={columns}
        list={data?.firms}
        rowId={(firm) => firm.id}
        noun={['firm', 'firms']}
        stale={stale}
        empty={
          <EmptyState title="No firm matches" action={<Button onClick={clear}>Show all firms</Button>} />
        }
      />
    </>
  );
}
