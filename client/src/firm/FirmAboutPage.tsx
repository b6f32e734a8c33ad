import { useParams } from 'react-router';
import { graphql } from '../generated';
import { CopyableId } from '../ui/CopyableId';
import { DataTable } from '../ui/DataTable';
import { EmptyState } from '../ui/EmptyState';
import { ErrorState } from '../ui/ErrorState';
import { Fact, Facts } from '../ui/Facts';
import { FilterChoice } from '../ui/FilterChoice';
import { GrantStanding } from '../ui/GrantCells';
import { type Grant, inForceFilter, inForceOptions, toInForce } from '../ui/grants';
import { NotFoundState } from '../ui/NotFoundState';
import { PageHeader } from '../ui/PageHeader';
import { PageSkeleton } from '../ui/PageSkeleton';
import { usePageVariables } from '../ui/paging';
import { Section } from '../ui/Section';
import { TimeStamp } from '../ui/TimeStamp';
import { tableColumns } from '../ui/tableColumns';
import { oneOf, useUrlState } from '../ui/urlState';
import { usePageQuery } from '../ui/usePageQuery';

const firmQuery = graphql(`
  query FirmAbout($number: ID!, $inForce: Boolean, $first: Int, $after: String, $last: Int, $before: String) {
    firm(id: $number) {
      id
      number
      name
      createdAt
      administrators(inForce: $inForce, first: $first, after: $after, last: $last, before: $before) {
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
  }
`);

const url = { show: oneOf(inForceFilter, 'in-force') };

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

export default function FirmAboutPage() {
  const { number = '' } = useParams();
  const [{ show }, change] = useUrlState(url);
  const variables = { number, inForce: toInForce(show), ...usePageVariables() };
  const { data, error, stale, retry } = usePageQuery(firmQuery, variables);
  if (error) return <ErrorState error={error} onRetry={retry} />;
  if (!data) return <PageSkeleton />;
  const { firm } = data;
  if (!firm?.administrators) return <NotFoundState />;
  return (
    <>
      <PageHeader title={firm.name} lead="Firm" />
      <Section title="About this firm">
        <Facts>
          <Fact name="Firm number">
            <CopyableId value={firm.number} label="firm number" />
          </Fact>
          <Fact name="Here since">
            <TimeStamp value={firm.createdAt} day />
          </Fact>
        </Facts>
      </Section>
      <Section
        title="Administrators"
        actions={
          <FilterChoice
            label="Administrators to show"
            options={inForceOptions}
            value={show}
            onChange={(value) => change({ show: value })}
          />
        }
      >
        <DataTable
          name="firm-administrators"
          caption="Administrators"
          columns={columns}
          list={firm.administrators}
          rowId={(grant) => grant.id}
          noun={['administrator', 'administrators']}
          stale={stale}
          empty={<EmptyState title={show === 'ended' ? 'No administrator has left' : 'No administrator'} />}
        />
      </Section>
    </>
  );
}
