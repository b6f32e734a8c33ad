import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useParams } from 'react-router';
import { paths } from '../app/paths';
import { graphql } from '../generated';
import { CopyableId } from '../ui/CopyableId';
import { showCourtDay } from '../ui/dates';
import { ErrorState } from '../ui/ErrorState';
import { Fact, Facts } from '../ui/Facts';
import { circuitName, courtTypeNames } from '../ui/labels';
import { NotFoundState } from '../ui/NotFoundState';
import { PageHeader } from '../ui/PageHeader';
import { PageSkeleton } from '../ui/PageSkeleton';
import { Section } from '../ui/Section';
import { usePageQuery } from '../ui/usePageQuery';
import { Contacts } from './Contacts';
import classes from './CourtPage.module.css';
import { CourtSignIn } from './CourtSignIn';
import { Offices } from './Offices';
import { Questions } from './Questions';

const courtQuery = graphql(`
  query Court($code: ID!) {
    court(id: $code) {
      id
      code
      lookupCode
      title
      name
      type
      circuit
      citation
      states
      loginUrl
      webUrl
      nextGen
      nextGenSince
      signIn
      retiredOn
      helpDeskPhones
      offices {
        name
        address
        phone
        email
        hours
      }
      contacts {
        purpose
        name
        phone
        email
        note
      }
      questions {
        question
        answer
      }
    }
  }
`);

export default function CourtPage() {
  const { code = '' } = useParams();
  const { data, error, retry } = usePageQuery(courtQuery, { code });
  if (error) return <ErrorState error={error} onRetry={retry} />;
  if (!data) return <PageSkeleton />;
  const { court } = data;
  if (!court) return <NotFoundState />;
  return (
    <>
      <PageHeader
        title={court.title}
        lead={court.name}
        up={{ to: paths.courts(), label: 'All courts' }}
        actions={
          <Button
            variant="default"
            leftSection={<IconPrinter size="1rem" aria-hidden />}
            onClick={() => window.print()}
          >
            Print
          </Button>
        }
      />
      {court.retiredOn && (
        <p className={classes.retired}>This court was retired on {showCourtDay(court.retiredOn)}.</p>
      )}
      <div className={classes.columns}>
        <div>
          <CourtSignIn court={court} />
          <Contacts contacts={court.contacts} />
          <Offices offices={court.offices} />
          <Questions questions={court.questions} />
        </div>
        <Section title="About this court">
          <Facts>
            <Fact name="Code">
              <CopyableId value={court.code} label="code" />
            </Fact>
            <Fact name="Lookup code">
              <CopyableId value={court.lookupCode} label="lookup code" />
            </Fact>
            <Fact name="Type">{courtTypeNames[court.type]}</Fact>
            <Fact name="Circuit">{circuitName(court.circuit)}</Fact>
            <Fact name="States">{court.states.join(', ') || 'The whole country'}</Fact>
            <Fact name="Citation">{court.citation ?? 'Not on record'}</Fact>
            {court.webUrl && (
              <Fact name="Web site">
                <a href={court.webUrl} data-plain>
                  {court.webUrl.replace(/^https?:\/\//, '')}
                </a>
              </Fact>
            )}
          </Facts>
        </Section>
      </div>
    </>
  );
}
