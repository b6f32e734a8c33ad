import { DataTable } from '../ui/DataTable';
import { EmptyState } from '../ui/EmptyState';
import { GrantStanding } from '../ui/GrantCells';
import type { Grant } from '../ui/grants';
import type { PageInfo } from '../ui/paging';
import { Section } from '../ui/Section';
import { TimeStamp } from '../ui/TimeStamp';
import { tableColumns } from '../ui/tableColumns';

const column = tableColumns<Grant>();
const columns = column.columns([
  column.accessor((grant) => grant.account.name.full, {
    id: 'person',
    meta: { label: 'Person', names: true },
  }),
  column.accessor((grant) => grant.account.accountNumber, {
    id: 'number',
    meta: { label: 'Account number' },
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
]);

interface CourtClerksProps {
  clerks: { nodes: Grant[]; totalCount: number; pageInfo: PageInfo };
  stale: boolean;
}

export function CourtClerks({ clerks, stale }: CourtClerksProps) {
  return (
    <Section title="Clerks of this court" note="Operators of the site give and end this role.">
      <DataTable
        name="court-clerks"
        caption="Clerks of this court"
        columns={columns}
        list={clerks}
        rowId={(grant) => grant.id}
        noun={['clerk', 'clerks']}
        stale={stale}
        empty={<EmptyState title="No clerk">Ask an operator of this site to give the role.</EmptyState>}
      />
    </Section>
  );
}
