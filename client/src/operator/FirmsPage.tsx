import type { ResultOf } from '@graphql-typed-document-node/core';
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { paths } from '../app/paths';
import { graphql } from '../generated';
import { DataTable } from '../ui/DataTable';
import { showLocalDay } from '../ui/dates';
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
import { useCsvExport } from '../ui/useCsvExport';
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
    cell: ({ row: { original } }) => (
      <RowLink to={paths.operatorFirm(original.number)}>{original.name}</RowLink>
    ),
  }),
  column.accessor('number', { meta: { label: 'Firm number' } }),
  column.accessor('createdAt', {
    meta: { label: 'Since' },
    cell: ({ getValue }) => <TimeStamp value={getValue()} day />,
  }),
]);

const csvColumns = [
  ['Firm', (firm: FirmRow) => firm.name],
  ['Firm number', (firm: FirmRow) => firm.number],
  ['Since', (firm: FirmRow) => showLocalDay(firm.createdAt)],
] as const;

export default function FirmsPage() {
  const [{ search }, change] = useUrlState(url);
  const variables = { filter: { search: search || null } };
  const { data, error, stale, retry } = usePageQuery(firmsQuery, { ...variables, ...usePageVariables() });
  const { exporting, save } = useCsvExport({
    query: firmsQuery,
    variables,
    listOf: ({ firms }) => firms,
    columns: csvColumns,
    fileName: 'firms',
  });
  const clear = () => change({ search: '' });
  if (error) return <ErrorState error={error} onRetry={retry} />;
  return (
    <>
      <PageHeader
        title="Firms"
        lead="Every firm with an administrative account. Open one to see its people, and to link an account."
        actions={
          <Button component={Link} to={paths.operatorFirmNew()}>
            New firm
          </Button>
        }
      />
      <FilterBar label="Filter firms" active={search !== ''} onClear={clear}>
        <SearchField
          label="Search firms"
          placeholder="Name or number"
          value={search}
          onChange={(value) => change({ search: value }, { replace: true })}
        />
        <Button variant="default" loading={exporting} onClick={save}>
          Save as CSV
        </Button>
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
