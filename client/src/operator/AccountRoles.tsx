import { roleNames } from '@countersign/shared/accounts/roles';
import { useMemo } from 'react';
import { paths } from '../app/paths';
import { useViewer } from '../app/viewer';
import { DataTable } from '../ui/DataTable';
import { EmptyState } from '../ui/EmptyState';
import { FilterChoice } from '../ui/FilterChoice';
import { GrantGiver, GrantScope, GrantStanding } from '../ui/GrantCells';
import { type Grant, type InForceFilter, inForceOptions, whyNotEnd } from '../ui/grants';
import type { PageInfo } from '../ui/paging';
import { ReasonButton } from '../ui/ReasonButton';
import { Section } from '../ui/Section';
import { TimeStamp } from '../ui/TimeStamp';
import { tableColumns } from '../ui/tableColumns';

interface AccountRolesProps {
  number: string;
  roles: { nodes: Grant[]; totalCount: number; pageInfo: PageInfo };
  show: InForceFilter;
  onShow: (show: InForceFilter) => void;
  stale: boolean;
}

const column = tableColumns<Grant>();

const columnsFor = (number: string, viewerId?: string) =>
  column.columns([
    column.accessor('role', {
      meta: { label: 'Role', names: true },
      cell: ({ getValue }) => roleNames[getValue()],
    }),
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
    column.display({
      id: 'actions',
      meta: { label: 'Actions', actions: true },
      cell: ({ row: { original } }) => (
        <ReasonButton
          to={paths.operatorRoleEnd(number, original.id)}
          reason={whyNotEnd(original, viewerId)}
          variant="default"
          size="compact-sm"
          label={`End the role ${roleNames[original.role]}`}
        >
          End
        </ReasonButton>
      ),
    }),
  ]);

export function AccountRoles({ number, roles, show, onShow, stale }: AccountRolesProps) {
  const viewerId = useViewer()?.account?.id;
  const columns = useMemo(() => columnsFor(number, viewerId), [number, viewerId]);
  return (
    <Section
      title="Roles"
      actions={<FilterChoice label="Roles to show" options={inForceOptions} value={show} onChange={onShow} />}
    >
      <DataTable
        name="account-roles"
        caption="Roles"
        columns={columns}
        list={roles}
        rowId={(grant) => grant.id}
        noun={['role', 'roles']}
        stale={stale}
        empty={
          <EmptyState title={show === 'ended' ? 'No role has ended' : 'No role'}>
            {show !== 'ended' && 'Without a role, a person sees courts and his own account.'}
          </EmptyState>
        }
      />
    </Section>
  );
}
