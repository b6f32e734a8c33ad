import { type Quarter, quarterLabel, quarterWord } from '@countersign/shared/usage/quarter';
import { useMemo } from 'react';
import { useParams } from 'react-router';
import { graphql } from '../generated';
import { EmptyState } from '../ui/EmptyState';
import { ErrorState } from '../ui/ErrorState';
import { NotFoundState } from '../ui/NotFoundState';
import { PageHeader } from '../ui/PageHeader';
import { usePageQuery } from '../ui/usePageQuery';
import { Changes } from '../usage/Changes';
import { Dashboard } from '../usage/Dashboard';
import { DashboardSkeleton } from '../usage/DashboardSkeleton';
import { dashboardVariables } from '../usage/dashboardVariables';
import { OverviewFigures } from '../usage/OverviewFigures';
import { QuarterChoice } from '../usage/QuarterChoice';
import { firmLinks } from '../usage/usageLinks';
import { useQuarter } from '../usage/useQuarter';
import { useSettled } from '../usage/useSettled';
import { useUsageChanged } from '../usage/useUsageChanged';

const firmOverviewQuery = graphql(`
  query FirmOverview(
    $number: ID!
    $quarter: String!
    $shown: UseFilter!
    $days: UseFilter!
    $months: UseFilter!
    $people: Boolean!
    $courts: Boolean!
    $clients: Boolean!
  ) {
    firm(id: $number) {
      id
      number
      name
      usage {
        overview(quarter: $quarter) {
          ...OverviewParts
        }
        ...UsageParts
      }
    }
  }
`);

const apart = { people: true, courts: true, clients: true };

export default function FirmOverviewPage() {
  const { number = '' } = useParams();
  const quarter = useQuarter();
  return quarter ? <FirmOverview number={number} quarter={quarter} /> : <DashboardSkeleton />;
}

function FirmOverview({ number, quarter: chosen }: { number: string; quarter: Quarter }) {
  const variables = { number, ...dashboardVariables(chosen, {}, apart) };
  const { data, error, stale, retry } = usePageQuery(firmOverviewQuery, variables);
  const quarter = useSettled(chosen, stale);
  const links = useMemo(() => firmLinks(number, { quarter: quarterWord(quarter) }), [number, quarter]);
  useUsageChanged(data?.firm?.usage ? number : null, retry);
  if (error) return <ErrorState error={error} onRetry={retry} />;
  if (!data) return <DashboardSkeleton />;
  const { firm } = data;
  if (!firm?.usage) return <NotFoundState />;
  const { usage } = firm;
  const { overview } = usage;
  return (
    <>
      <PageHeader
        title={firm.name}
        lead={`What was spent in ${quarterLabel(quarter)}, on what and for whom.`}
        actions={<QuarterChoice shown={chosen} firstUseAt={overview.firstUseAt} />}
      />
      {overview.firstUseAt === null ? (
        <EmptyState title="Nothing was used yet">
          Uses appear here as soon as the service records them, or when a list of transactions is imported.
        </EmptyState>
      ) : (
        <Dashboard
          figures={<OverviewFigures {...{ overview, quarter, links }} withWaiver />}
          sums={overview.current}
          parts={usage}
          changes={<Changes {...{ overview, quarter, links, apart }} />}
          dearest={overview.dearest}
          asOf={overview.asOf}
          {...{ quarter, links, apart, stale }}
        />
      )}
    </>
  );
}
