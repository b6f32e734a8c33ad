import { Button } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { paths } from '../app/paths';
import { Contacts } from '../courts/Contacts';
import { CourtSignIn } from '../courts/CourtSignIn';
import { graphql } from '../generated';
import { ErrorState } from '../ui/ErrorState';
import { NotFoundState } from '../ui/NotFoundState';
import { PageHeader } from '../ui/PageHeader';
import { PageSkeleton } from '../ui/PageSkeleton';
import { usePageVariables } from '../ui/paging';
import { usePageQuery } from '../ui/usePageQuery';
import { CourtClerks } from './CourtClerks';
import { OwnClerkRole } from './OwnClerkRole';

const clerkCourtQuery = graphql(`
  query ClerkCourt($code: ID!, $first: Int, $after: String, $last: Int, $before: String) {
    court(id: $code) {
      id
      code
      title
      loginUrl
      nextGen
      nextGenSince
      signIn
      helpDeskPhones
      contacts {
        purpose
        name
        phone
        email
        note
      }
      clerks(inForce: true, first: $first, after: $after, last: $last, before: $before) {
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
    viewer {
      roles {
        ...OwnRole
      }
    }
  }
`);

export default function ClerkCourtPage() {
  const { code = '' } = useParams();
  const { data, error, stale, retry } = usePageQuery(clerkCourtQuery, { code, ...usePageVariables() });
  if (error) return <ErrorState error={error} onRetry={retry} />;
  if (!data) return <PageSkeleton />;
  const { court } = data;
  // The court is for all to see; its desk is not, and then the clerks are left out.
  if (!court?.clerks) return <NotFoundState />;
  const own = data.viewer.roles.find((one) => one.role === 'CLERK' && one.court?.id === court.id);
  return (
    <>
      <PageHeader
        title={court.title}
        lead="For clerks: who works at this desk, and what the public reads about the court."
        actions={
          <Button component={Link} to={paths.court(court.code)} variant="default">
            Open the public page
          </Button>
        }
      />
      <OwnClerkRole role={own} />
      <CourtClerks clerks={court.clerks} stale={stale} />
      <CourtSignIn court={court} />
      <Contacts contacts={court.contacts} />
    </>
  );
}
