import { dollars } from '@countersign/shared/usage/dollars';
import { type Quarter, quarterLabel, quarterWord } from '@countersign/shared/usage/quarter';
import { useMemo } from 'react';
import { paths } from '../app/paths';
import { graphql } from '../generated';
import { EmptyState } from '../ui/EmptyState';
import { ErrorState } from '../ui/ErrorState';
import { FilterChoice } from '../ui/FilterChoice';
import { PageHeader } from '../ui/PageHeader';
import { SignInInvitation } from '../ui/SignInInvitation';
import { oneOf, useUrlState } from '../ui/urlState';
import { usePageQuery } from '../ui/usePageQuery';
import { Changes } from '../usage/Changes';
import { Dashboard } from '../usage/Dashboard';
import { DashboardSkeleton } from '../usage/DashboardSkeleton';
import { dashboardVariables } from '../usage/dashboardVariables';
import { Figure } from '../usage/Figure';
import { OverviewFigures } from '../usage/OverviewFigures';
import { QuarterChoice } from '../usage/QuarterChoice';
import { ownLinks } from '../usage/usageLinks';
import { useQuarter } from '../usage/useQuarter';
import { useSettled } from '../usage/useSettled';
import { usesText } from '../usage/usesText';
import { useUsageChanged } from '../usage/useUsageChanged';

const ownUsageQuery = graphql(`
  query OwnUsage(
    $quarter: String!
    $shown: UseFilter!
    $days: UseFilter!
    $months: UseFilter!
    $people: Boolean!
    $courts: Boolean!
    $clients: Boolean!
    $paid: Boolean!
  ) {
    viewer {
      account {
        id
      }
      paying: usage {
        totals(filter: $shown) {
          uses
          charge {
            cents
          }
        }
      }
      usage @include(if: $paid) {
        overview(quarter: $quarter) {
          ...OverviewParts
        }
        ...UsageParts
      }
      ownUsage @skip(if: $paid) {
        overview(quarter: $quarter) {
          ...OverviewParts
        }
        ...UsageParts
      }
    }
  }
`);

const url = { paid: oneOf(['any', 'self'], 'any') };

const paidOptions = [
  { value: 'any', label: 'Whoever paid' },
  { value: 'self', label: 'Paid by myself' },
] as const;

/** One person’s usage tells no persons apart. */
const apart = { people: false, courts: true, clients: true };

export default function OwnUsagePage() {
  const quarter = useQuarter();
  return quarter ? <OwnUsage quarter={quarter} /> : <DashboardSkeleton />;
}

function OwnUsage({ quarter: chosen }: { quarter: Quarter }) {
  const [{ paid }, change] = useUrlState(url);
  const variables = { ...dashboardVariables(chosen, {}, apart), paid: paid === 'self' };
  const { data, error, stale, retry } = usePageQuery(ownUsageQuery, variables);
  useUsageChanged(data?.viewer.account ? 'me' : null, retry);
  const quarter = useSettled(chosen, stale);
  const self = Boolean(data?.viewer.usage);
  const links = useMemo(
    () => ownLinks({ quarter: quarterWord(quarter), paid: self ? 'self' : undefined }),
    [quarter, self],
  );
  if (error) return <ErrorState error={error} onRetry={retry} />;
  if (!data) return <DashboardSkeleton />;
  const { account, paying, usage: paidUsage, ownUsage } = data.viewer;
  const usage = paidUsage ?? ownUsage;
  if (!account || !usage) return <SignInInvitation back={paths.signIn(paths.accountUsage())} />;
  const { overview } = usage;
  // Whoever pays for all of it himself has the waiver to himself; a firm’s is tested on all of the firm’s.
  const alone = self || paying?.totals.uses === overview.current.uses;
  return (
    <>
      <PageHeader
        title="My usage"
        lead={`What you used in ${quarterLabel(quarter)}, ${self ? 'and pay for yourself' : 'whoever pays for it'}.`}
        actions={
          <>
            {(self || !alone) && (
              <FilterChoice
                label="Who paid"
                options={paidOptions}
                value={paid}
                onChange={(value) => change({ paid: value })}
              />
            )}
            <QuarterChoice shown={chosen} firstUseAt={overview.firstUseAt} />
          </>
        }
      />
      {overview.firstUseAt === null ? (
        <EmptyState title="Nothing was used yet">
          What you use of PACER appears here when it is recorded or imported.
        </EmptyState>
      ) : (
        <Dashboard
          figures={
            <>
              <OverviewFigures {...{ overview, quarter, links }} withWaiver={alone} />
              {paying && !alone && (
                <Figure
                  name="Of it paid by yourself"
                  value={dollars(paying.totals.charge.cents)}
                  to={links.transactions({ paid: 'self' })}
                >
                  {usesText(paying.totals.uses)}; the rest is charged to firms that answer for your account.
                </Figure>
              )}
            </>
          }
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
