import { dollars } from '@countersign/shared/usage/dollars';
import { type Quarter, quarterLabel, quarterWord } from '@countersign/shared/usage/quarter';
import { useMemo } from 'react';
import { Link, useParams } from 'react-router';
import { paths } from '../app/paths';
import { graphql } from '../generated';
import type { FirmSpendQuery, UsageGroupOrderField } from '../generated/graphql';
import { DataTable } from '../ui/DataTable';
import { EmptyState } from '../ui/EmptyState';
import { ErrorState } from '../ui/ErrorState';
import { NotFoundState } from '../ui/NotFoundState';
import { PageHeader } from '../ui/PageHeader';
import { PageSkeleton } from '../ui/PageSkeleton';
import { usePageVariables } from '../ui/paging';
import { RowLink } from '../ui/RowLink';
import { tableColumns } from '../ui/tableColumns';
import { sortBy, useUrlState } from '../ui/urlState';
import { usePageQuery } from '../ui/usePageQuery';
import { differenceText } from '../usage/differenceText';
import { type Dimension, dimensionsByWord } from '../usage/dimensions';
import { QuarterChoice } from '../usage/QuarterChoice';
import { shareText } from '../usage/shareText';
import { firmLinks, type UsageLinks } from '../usage/usageLinks';
import { useQuarter } from '../usage/useQuarter';
import { useSettled } from '../usage/useSettled';
import { useUsageChanged } from '../usage/useUsageChanged';

const firmSpendQuery = graphql(`
  query FirmSpend(
    $number: ID!
    $dimension: UsageDimension!
    $filter: UseFilter!
    $orderBy: UsageGroupOrder!
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    firm(id: $number) {
      id
      number
      name
      usage {
        totals(filter: $filter) {
          charge {
            cents
          }
        }
        earliest: uses(first: 1, orderBy: { field: AT, direction: ASC }) {
          nodes {
            id
            day
          }
        }
        by(
          dimension: $dimension
          filter: $filter
          orderBy: $orderBy
          first: $first
          after: $after
          last: $last
          before: $before
        ) {
          totalCount
          pageInfo {
            hasNextPage
            hasPreviousPage
            startCursor
            endCursor
          }
          nodes {
            ...GroupSums
            totals {
              differingUses
              difference {
                cents
              }
            }
          }
        }
      }
    }
  }
`);

type Group = NonNullable<NonNullable<FirmSpendQuery['firm']>['usage']>['by']['nodes'][number];

const url = {
  sort: sortBy(['charge', 'uses', 'difference'] as const, { column: 'charge', descending: true }),
};

const fields = { charge: 'CHARGE', uses: 'USES', difference: 'DIFFERENCE' } as const satisfies Record<
  string,
  UsageGroupOrderField
>;

const column = tableColumns<Group>();

const columnsOf = ({ head, nameOf, usesOf, pageOf }: Dimension, links: UsageLinks, all: number) =>
  column.columns([
    column.display({
      id: 'name',
      meta: { label: head, names: true },
      cell: ({ row: { original: group } }) => {
        const to = pageOf?.(group, links);
        return to ? <RowLink to={to}>{nameOf(group)}</RowLink> : nameOf(group);
      },
    }),
    column.accessor((group) => group.totals.uses.toLocaleString('en-US'), {
      id: 'uses',
      meta: { label: 'Uses', sort: 'uses', sortsDown: true, number: true },
    }),
    column.accessor((group) => shareText(group.totals.charge.cents, all), {
      id: 'share',
      meta: { label: 'Share', number: true },
    }),
    column.display({
      id: 'difference',
      meta: { label: 'Differs from the schedule', sort: 'difference', sortsDown: true, number: true },
      cell: ({ row: { original: group } }) =>
        group.totals.differingUses > 0 ? (
          <Link to={links.transactions({ ...usesOf(group), differing: 'yes' })}>
            {differenceText(group.totals.difference.cents)}
          </Link>
        ) : (
          '—'
        ),
    }),
    column.display({
      id: 'charge',
      meta: { label: 'Charged', sort: 'charge', sortsDown: true, number: true },
      cell: ({ row: { original: group } }) => (
        <Link to={links.transactions(usesOf(group))}>{dollars(group.totals.charge.cents)}</Link>
      ),
    }),
  ]);

export default function FirmSpendPage() {
  const { number = '', dimension = '' } = useParams();
  const quarter = useQuarter();
  const found = dimensionsByWord.get(dimension);
  if (!found) return <NotFoundState />;
  if (!quarter) return <PageSkeleton />;
  return <FirmSpend number={number} quarter={quarter} dimension={found} />;
}

interface FirmSpendProps {
  number: string;
  quarter: Quarter;
  dimension: Dimension;
}

/** All of a firm’s persons, courts, client codes, cost centers or kinds in a quarter. */
function FirmSpend({ number, quarter: chosen, dimension }: FirmSpendProps) {
  const [{ sort }, change] = useUrlState(url);
  const { data, error, stale, retry } = usePageQuery(firmSpendQuery, {
    number,
    dimension: dimension.dimension,
    filter: { quarter: quarterWord(chosen) },
    orderBy: {
      field: fields[sort.column],
      direction: sort.descending ? ('DESC' as const) : ('ASC' as const),
    },
    ...usePageVariables(),
  });
  useUsageChanged(data?.firm?.usage ? number : null, retry);
  const quarter = useSettled(chosen, stale);
  const word = quarterWord(quarter);
  const all = data?.firm?.usage?.totals.charge.cents ?? 0;
  const columns = useMemo(
    () => columnsOf(dimension, firmLinks(number, { quarter: word }), all),
    [dimension, number, word, all],
  );
  if (error) return <ErrorState error={error} onRetry={retry} />;
  if (!data) return <PageSkeleton />;
  const { firm } = data;
  if (!firm?.usage) return <NotFoundState />;
  const { by, earliest } = firm.usage;
  const title = `Spend ${dimension.title.toLowerCase()}`;
  return (
    <>
      <PageHeader
        title={title}
        up={{ to: paths.firm(number, { quarter: word }), label: firm.name }}
        lead={`${dollars(all)} charged in ${quarterLabel(quarter)}.`}
        actions={<QuarterChoice shown={chosen} firstUseAt={earliest.nodes[0]?.day ?? null} />}
      />
      <DataTable
        name={`firm-spend-${dimension.word}`}
        caption={title}
        columns={columns}
        list={by}
        rowId={(group) => JSON.stringify(dimension.usesOf(group))}
        noun={dimension.noun}
        sort={sort}
        onSort={(next) => change({ sort: next })}
        stale={stale}
        empty={<EmptyState title={`Nothing was used in ${quarterLabel(quarter)}`} />}
      />
    </>
  );
}
