import { Button } from '@mantine/core';
import { Link, Outlet, useParams } from 'react-router';
import { paths } from '../app/paths';
import { useViewer } from '../app/viewer';
import { graphql } from '../generated';
import { CopyableId } from '../ui/CopyableId';
import { ErrorState } from '../ui/ErrorState';
import { Fact, Facts } from '../ui/Facts';
import { NotFoundState } from '../ui/NotFoundState';
import { PageHeader } from '../ui/PageHeader';
import { PageSkeleton } from '../ui/PageSkeleton';
import { usePageVariables } from '../ui/paging';
import { ReasonButton } from '../ui/ReasonButton';
import { Section } from '../ui/Section';
import { TimeStamp } from '../ui/TimeStamp';
import { usePageQuery } from '../ui/usePageQuery';
import { usePeopleUrl } from '../ui/usePeopleUrl';
import { FirmAdministrators } from './FirmAdministrators';
import { FirmLinkages } from './FirmLinkages';
import type { FirmOutlet } from './useFirmZone';

const firmQuery = graphql(`
  query OperatorFirm(
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
      createdAt
      allowedActions
      administrators(first: 50) {
        nodes {
          ...GrantRow
        }
        totalCount
      }
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

export default function FirmPage() {
  const { number = '' } = useParams();
  const viewer = useViewer();
  const people = usePeopleUrl();
  const { data, error, stale, retry } = usePageQuery(firmQuery, {
    number,
    ...people.variables,
    ...usePageVariables(),
  });
  if (error) return <ErrorState error={error} onRetry={retry} />;
  if (!data || !viewer) return <PageSkeleton />;
  const { firm, serviceCenter } = data;
  // A firm’s administrators may ask for it too, but this page is an operator’s.
  if (!firm?.administrators || !firm.linkages || !viewer.areas.includes('OPERATOR')) return <NotFoundState />;
  const { zone } = serviceCenter;
  return (
    <>
      <PageHeader
        title={firm.name}
        lead="Firm"
        up={{ to: paths.operatorFirms(), label: 'Firms' }}
        actions={
          <>
            <Button component={Link} to={paths.firm(firm.number)} variant="default">
              What it spends
            </Button>
            <ReasonButton
              to={paths.operatorLinkageSet(firm.number)}
              reason={firm.allowedActions.includes('LINKAGE_SET') ? undefined : 'You may not link accounts.'}
            >
              Link an account
            </ReasonButton>
          </>
        }
      />
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
      <FirmAdministrators administrators={firm.administrators} />
      <FirmLinkages number={number} linkages={firm.linkages} zone={zone} people={people} stale={stale} />
      <Outlet context={{ zone } satisfies FirmOutlet} />
    </>
  );
}
