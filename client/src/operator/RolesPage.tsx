import { roleNames } from '@countersign/shared/accounts/roles';
import { paths } from '../app/paths';
import { graphql } from '../generated';
import { CourtPicker } from '../ui/CourtPicker';
import { DataTable } from '../ui/DataTable';
import { EmptyState } from '../ui/EmptyState';
import { ErrorState } from '../ui/ErrorState';
import { FilterBar } from '../ui/FilterBar';
import { FilterChoice } from '../ui/FilterChoice';
import { FilterMenu } from '../ui/FilterMenu';
import { GrantGiver, GrantScope, GrantStanding } from '../ui/GrantCells';
import { type Grant, inForceFilter, inForceOptions, toInForce } from '../ui/grants';
import { keysOf, optionsOf } from '../ui/labels';
import { PageHeader } from '../ui/PageHeader';
import { usePageVariables } from '../ui/paging';
import { RowLink } from '../ui/RowLink';
import { TimeStamp } from '../ui/TimeStamp';
import { tableColumns } from '../ui/tableColumns';
import { oneOf, someOf, text, useUrlState } from '../ui/urlState';
import { usePageQuery } from '../ui/usePageQuery';

const rolesQuery = graphql(`
  query OperatorRoles($filter: RoleGrantFilter, $first: Int, $after: String, $last: Int, $before: String) {
    roleGrants(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      nodes {
        ...GrantRow
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

const url = {
  role: someOf(keysOf(roleNames)),
  show: oneOf(inForceFilter, 'in-force'),
  court: text(),
};

const column = tableColumns<Grant>();
const columns = column.columns([
  column.accessor((grant) => grant.account.name.full, {
    id: 'person',
    meta: { label: 'Person', names: true },
    cell: ({ row: { original }, getValue }) => (
      <RowLink to={paths.operatorAccount(original.account.accountNumber)}>{getValue()}</RowLink>
    ),
  }),
  column.accessor('role', { meta: { label: 'Role' }, cell: ({ getValue }) => roleNames[getValue()] }),
  column.display({
    id: 'scope',
    meta: { label: 'Where' },
    cell: ({ row }) => <GrantScope grant={row.original} />,
  }),
  column.display({
    id: 'standing',
    meta: { label: 'Standing' },
    cell: ({ row }) => <GrantStanding grant={row.original} />,
  }),
  column.accessor('from', {
    meta: { label: 'Since' },
    cell: ({ getValue }) => <TimeStamp value={getValue()} day />,
  }),
  column.display({
    id: 'giver',
    meta: { label: 'Given by' },
    cell: ({ row }) => <GrantGiver grant={row.original} />,
  }),
  column.accessor('remark', { meta: { label: 'Remark' }, cell: ({ getValue }) => getValue() ?? '—' }),
]);

export default function RolesPage() {
  const [{ role, show, court }, change] = useUrlState(url);
  const filter = { role, inForce: toInForce(show), court: court || null };
  const { data, error, stale, retry } = usePageQuery(rolesQuery, { filter, ...usePageVariables() });
  const clear = () => change({ role: [], show: 'in-force', court: '' });

  if (error) return <ErrorState error={error} onRetry={retry} />;
  return (
    <>
      <PageHeader
        title="Roles"
        lead="Who has which role, where, and since when. A role is given on the page of an account."
      />
      <FilterBar
        label="Filter roles"
        active={role.length > 0 || show !== 'in-force' || court !== ''}
        onClear={clear}
      >
        <FilterMenu
          label="Role"
          options={optionsOf(roleNames)}
          value={role}
          onChange={(value) => change({ role: value })}
        />
        <FilterChoice
          label="In force or ended"
          options={inForceOptions}
          value={show}
          onChange={(value) => change({ show: value })}
        />
        <CourtPicker
          aria-label="Court"
          placeholder="Any court"
          value={court}
          onChange={(value) => change({ court: value })}
        />
      </FilterBar>
      <DataTable
        name="roles"
        caption="Roles"
        columns={columns}
        list={data?.roleGrants}
        rowId={(grant) => grant.id}
        noun={['role', 'roles']}
        stale={stale}
        empty={
          <EmptyState title="No role matches">
            Choose fewer filters, or look among those that have ended.
          </EmptyState>
        }
      />
    </>
  );
}
