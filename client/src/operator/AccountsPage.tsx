import type { ResultOf } from '@graphql-typed-document-node/core';
import { Button } from '@mantine/core';
import { paths } from '../app/paths';
import { graphql } from '../generated';
import { DataTable } from '../ui/DataTable';
import { EmptyState } from '../ui/EmptyState';
import { ErrorState } from '../ui/ErrorState';
import { FilterBar } from '../ui/FilterBar';
import { FilterMenu } from '../ui/FilterMenu';
import { keysOf, optionsOf, userTypeNames } from '../ui/labels';
import { PageHeader } from '../ui/PageHeader';
import { usePageVariables } from '../ui/paging';
import { RowLink } from '../ui/RowLink';
import { SearchField } from '../ui/SearchField';
import { TimeStamp } from '../ui/TimeStamp';
import { tableColumns } from '../ui/tableColumns';
import { someOf, sortBy, text, useUrlState } from '../ui/urlState';
import { usePageQuery } from '../ui/usePageQuery';

const accountsQuery = graphql(`
  query OperatorAccounts(
    $filter: AccountFilter
    $orderBy: AccountOrder
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    accounts(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
      nodes {
        id
        accountNumber
        username
        name {
          full
        }
        email
        userType
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

type AccountRow = ResultOf<typeof accountsQuery>['accounts']['nodes'][number];

const url = {
  search: text(),
  userType: someOf(keysOf(userTypeNames)),
  sort: sortBy(['NAME', 'ACCOUNT_NUMBER', 'CREATED_AT'], { column: 'NAME', descending: false }),
};

const column = tableColumns<AccountRow>();
const columns = column.columns([
  column.accessor((account) => account.name.full, {
    id: 'name',
    meta: { label: 'Name', names: true, sort: 'NAME' },
    cell: ({ row: { original }, getValue }) => (
      <RowLink to={paths.operatorAccount(original.accountNumber)}>{getValue()}</RowLink>
    ),
  }),
  column.accessor('accountNumber', { meta: { label: 'Account number', sort: 'ACCOUNT_NUMBER' } }),
  column.accessor('username', {
    meta: { label: 'Username', breaks: true },
    cell: ({ getValue }) => getValue() ?? '—',
  }),
  column.accessor('email', { meta: { label: 'E-mail', breaks: true } }),
  column.accessor('userType', {
    meta: { label: 'User type' },
    cell: ({ getValue }) => userTypeNames[getValue()],
  }),
  column.accessor('createdAt', {
    meta: { label: 'Since', sort: 'CREATED_AT' },
    cell: ({ getValue }) => <TimeStamp value={getValue()} day />,
  }),
]);

export default function AccountsPage() {
  const [{ search, userType, sort }, change] = useUrlState(url);
  const orderBy = { field: sort.column, direction: sort.descending ? ('DESC' as const) : ('ASC' as const) };
  const variables = { filter: { search: search || null, userType }, orderBy, ...usePageVariables() };
  const { data, error, stale, retry } = usePageQuery(accountsQuery, variables);
  const clear = () => change({ search: '', userType: [] });

  if (error) return <ErrorState error={error} onRetry={retry} />;
  return (
    <>
      <PageHeader
        title="Accounts"
        lead="Everyone who has an account. Open one to see its roles, and to give or end one."
      />
      <FilterBar label="Filter accounts" active={search !== '' || userType.length > 0} onClear={clear}>
        <SearchField
          label="Search accounts"
          placeholder="Name, number, username or e-mail"
          value={search}
          onChange={(value) => change({ search: value }, { replace: true })}
        />
        <FilterMenu
          label="User type"
          options={optionsOf(userTypeNames)}
          value={userType}
          onChange={(value) => change({ userType: value })}
        />
      </FilterBar>
      <DataTable
        name="accounts"
        caption="Accounts"
        columns={columns}
        list={data?.accounts}
        rowId={(account) => account.id}
        noun={['account', 'accounts']}
        sort={sort}
        onSort={(next) => change({ sort: next })}
        stale={stale}
        empty={
          <EmptyState title="No account matches" action={<Button onClick={clear}>Show all accounts</Button>}>
            Try the seven-digit number, or the beginning of a name.
          </EmptyState>
        }
      />
    </>
  );
}
