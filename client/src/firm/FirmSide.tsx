import { dollars } from '@countersign/shared/usage/dollars';
import {
  type Quarter,
  quarterAfter,
  quarterLabel,
  quarterWord,
  sameDayOf,
} from '@countersign/shared/usage/quarter';
import { useMemo } from 'react';
import { useParams } from 'react-router';
import { paths } from '../app/paths';
import { useToday } from '../app/viewer';
import { graphql } from '../generated';
import type { FirmSideQuery } from '../generated/graphql';
import { EmptyState } from '../ui/EmptyState';
import { ErrorState } from '../ui/ErrorState';
import { NotFoundState } from '../ui/NotFoundState';
import { PageHeader } from '../ui/PageHeader';
import { usePageQuery } from '../ui/usePageQuery';
import { Dashboard } from '../usage/Dashboard';
import { DashboardSkeleton } from '../usage/DashboardSkeleton';
import { dashboardVariables } from '../usage/dashboardVariables';
import { Figure } from '../usage/Figure';
import { QuarterChoice } from '../usage/QuarterChoice';
import { QuarterFigures } from '../usage/QuarterFigures';
import { shareText } from '../usage/shareText';
import type { Side } from '../usage/sides';
import { firmLinks } from '../usage/usageLinks';
import { useQuarter } from '../usage/useQuarter';
import { useSettled } from '../usage/useSettled';
import { usesText } from '../usage/usesText';
import { useUsageChanged } from '../usage/useUsageChanged';

const firmSideQuery = graphql(`
  query FirmSide(
    $number: ID!
    $key: String!
    $court: ID!
    $isPerson: Boolean!
    $isCourt: Boolean!
    $dimension: UsageDimension!
    $of: UseFilter!
    $whole: UseFilter!
    $current: UseFilter!
    $previous: UseFilter!
    $previousToDate: UseFilter!
    $shown: UseFilter!
    $days: UseFilter!
    $months: UseFilter!
    $people: Boolean!
    $courts: Boolean!
    $clients: Boolean!
  ) {
    court(id: $court) @include(if: $isCourt) {
      id
      code
      title
    }
    firm(id: $number) {
      id
      number
      name
      linkages(filter: { search: $key }, first: 1) @include(if: $isPerson) {
        nodes {
          id
          account {
            id
            accountNumber
            name {
              full
            }
          }
        }
      }
      usage {
        ever: by(dimension: $dimension, filter: $of, first: 1) {
          nodes {
            ...GroupSums
          }
        }
        earliest: uses(filter: $of, first: 1, orderBy: { field: AT, direction: ASC }) {
          nodes {
            id
            day
          }
        }
        whole: totals(filter: $whole) {
          ...UsageSums
        }
        current: totals(filter: $current) {
          ...UsageSums
        }
        previous: totals(filter: $previous) {
          ...UsageSums
        }
        previousToDate: totals(filter: $previousToDate) {
          ...UsageSums
        }
        dearest: uses(filter: $shown, first: 10, orderBy: { field: CHARGE, direction: DESC }) {
          nodes {
            ...UseLine
          }
        }
        ...UsageParts
      }
    }
  }
`);

interface FirmSideProps {
  side: Side;
  /** An account number, a court’s code or a client code. */
  of: string;
}

/** A firm’s usage from one side: a person, a court or a client code. */
export function FirmSide({ side, of }: FirmSideProps) {
  const quarter = useQuarter();
  const today = useToday();
  if (!quarter || !today) return <DashboardSkeleton />;
  return <SideOfQuarter {...{ side, of, quarter, today }} />;
}

const nameOf = ({ court, firm }: FirmSideQuery, { dimension }: Side, of: string): string | undefined => {
  if (dimension === 'COURT') return court?.title;
  if (dimension === 'CLIENT_CODE') return of;
  const linked = firm?.linkages?.nodes.find(({ account }) => account.accountNumber === of)?.account;
  return (firm?.usage?.ever.nodes[0]?.account ?? linked)?.name.full;
};

/** The days up to which a quarter and the one before it are compared. */
function comparedDays(quarter: Quarter, today: string) {
  const last = quarterAfter(quarter, -1);
  const asOf = quarter.endsOn < today ? quarter.endsOn : today;
  return { last, asOf, previousAsOf: sameDayOf(asOf, last) };
}

function SideOfQuarter({
  side,
  of,
  quarter: chosen,
  today,
}: FirmSideProps & { quarter: Quarter; today: string }) {
  const { number = '' } = useParams();
  const filter = side.filterOf(of);
  const asked = comparedDays(chosen, today);
  const { data, error, stale, retry } = usePageQuery(firmSideQuery, {
    ...dashboardVariables(chosen, filter, side),
    number,
    key: of,
    court: of,
    isPerson: side.dimension === 'ACCOUNT',
    isCourt: side.dimension === 'COURT',
    dimension: side.dimension,
    of: filter,
    whole: { quarter: quarterWord(chosen) },
    current: { ...filter, quarter: quarterWord(chosen) },
    previous: { ...filter, quarter: quarterWord(asked.last) },
    previousToDate: { ...filter, from: asked.last.startsOn, to: asked.previousAsOf },
  });
  useUsageChanged(data?.firm?.usage ? number : null, retry);
  const quarter = useSettled(chosen, stale);
  const word = quarterWord(quarter);
  const links = useMemo(
    () => firmLinks(number, { ...side.usesOf(of), quarter: word }),
    [number, side, of, word],
  );
  if (error) return <ErrorState error={error} onRetry={retry} />;
  if (!data) return <DashboardSkeleton />;
  const title = nameOf(data, side, of);
  const { firm } = data;
  if (!firm?.usage || !title) return <NotFoundState />;
  const { usage } = firm;
  const { asOf, previousAsOf } = comparedDays(quarter, today);
  const ever = usage.ever.nodes[0]?.totals;
  return (
    <>
      <PageHeader
        title={title}
        up={{ to: paths.firm(number, { quarter: word }), label: firm.name }}
        lead={`${side.lead}, in ${quarterLabel(quarter)}.`}
        actions={<QuarterChoice shown={chosen} firstUseAt={usage.earliest.nodes[0]?.day ?? null} />}
      />
      {ever ? (
        <Dashboard
          figures={
            <>
              <QuarterFigures {...usage} {...{ quarter, asOf, previousAsOf, links }} />
              <Figure
                name="Share of the firm’s charges"
                value={shareText(usage.current.charge.cents, usage.whole.charge.cents) || '0 %'}
              >
                Of {dollars(usage.whole.charge.cents)} in {quarterLabel(quarter)}.
              </Figure>
              <Figure
                name="Charged in all"
                value={dollars(ever.charge.cents)}
                to={links.transactions({ quarter: undefined })}
              >
                {usesText(ever.uses)} in all quarters.
              </Figure>
            </>
          }
          sums={usage.current}
          parts={usage}
          dearest={usage.dearest.nodes}
          apart={side}
          {...{ quarter, asOf, links, stale }}
        />
      ) : (
        <EmptyState title="Nothing was used yet">There is no use of it that the firm answers for.</EmptyState>
      )}
    </>
  );
}
