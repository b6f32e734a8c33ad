import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useParams } from 'react-router';
import { paths } from '../app/paths';
import { graphql } from '../generated';
import { DataTable } from '../ui/DataTable';
import { EmptyState } from '../ui/EmptyState';
import { ErrorState } from '../ui/ErrorState';
import { LinkageStanding, LinkageTime } from '../ui/LinkageCells';
import { LinkageFilters } from '../ui/LinkageFilters';
import type { LinkageRow } from '../ui/linkages';
import { NotFoundState } from '../ui/NotFoundState';
import { PageHeader } from '../ui/PageHeader';
import { PageSkeleton } from '../ui/PageSkeleton';
import { usePageVariables } from '../ui/paging';
import { RowLink } from '../ui/RowLink';
import { tableColumns } from '../ui/tableColumns';
import { useLinkageExport } from '../ui/useLinkageExport';
import { usePageQuery } from '../ui/usePageQuery';
import { usePeopleUrl } from '../ui/usePeopleUrl';

const peopleQuery = graphql(`
  query FirmPeople(
    $number: ID!
    $filter: LinkageFilter
    $orderBy: LinkageOrder
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    firm(id: $number) {
      id
      number
      name
      linkages(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
        nodes {
          ...LinkageRow
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
    serviceCenter {
      zone
    }
  }
`);

const column = tableColumns<LinkageRow>();

const columnsFor = (number: string, zone: string) =>
  column.columns([
    column.accessor((linkage) => linkage.account.name.full, {
      id: 'person',
      meta: { label: 'Person', names: true, sort: 'NAME' },
      cell: ({ row: { original }, getValue }) => (
        <RowLink to={paths.firmPerson(number, original.account.accountNumber)}>{getValue()}</RowLink>
      ),
    }),
    column.accessor((linkage) => linkage.account.accountNumber, {
      id: 'number',
      meta: { label: 'Account number', sort: 'ACCOUNT_NUMBER' },
    }),
    column.display({
      id: 'standing',
      meta: { label: 'Standing' },
      cell: ({ row }) => <LinkageStanding linkage={row.original} zone={zone} />,
    }),
    column.accessor('from', {
      meta: { label: 'The firm pays', sort: 'FROM' },
      cell: ({ row }) => <LinkageTime linkage={row.original} zone={zone} />,
    }),
    column.accessor('costCenter', {
      meta: { label: 'Cost center', sort: 'COST_CENTER', breaks: true },
      cell: ({ getValue }) => getValue() ?? '—',
    }),
  ]);

export default function FirmPeoplePage() {
  const { number = '' } = useParams();
  const people = usePeopleUrl();
  const { data, error, stale, retry } = usePageQuery(peopleQuery, {
    number,
    ...people.variables,
    ...usePageVariables(),
  });
  const zone = data?.serviceCenter.zone ?? 'UTC';
  const columns = useMemo(() => columnsFor(number, zone), [number, zone]);
  const { exporting, save } = useLinkageExport({ number, ...people.variables }, zone);
  if (error) return <ErrorState error={error} onRetry={retry} />;
  if (!data) return <PageSkeleton />;
  const { firm } = data;
  if (!firm?.linkages) return <NotFoundState />;
  return (
    <>
      <PageHeader
        title="People"
        lead={`Whom ${firm.name} pays, paid or will pay for. An operator links accounts and corrects the times.`}
      />
      <LinkageFilters people={people} exporting={exporting} onExport={save} />
      <DataTable
        name="firm-people"
        caption="People"
        columns={columns}
        list={firm.linkages}
        rowId={(linkage) => linkage.id}
        noun={['interval', 'intervals']}
        sort={people.sort}
        onSort={(sort) => people.change({ sort })}
        stale={stale}
        empty={
          people.narrowed ? (
            <EmptyState
              title="Nobody matches"
              action={<Button onClick={people.clear}>Show everybody</Button>}
            >
              Try the seven-digit number, or the beginning of a name.
            </EmptyState>
          ) : (
            <EmptyState title="Nobody is linked yet">
              An operator of this site links the accounts that the firm pays for.
            </EmptyState>
          )
        }
      />
    </>
  );
}
