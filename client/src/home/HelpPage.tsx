import { Kbd } from '@mantine/core';
import { Link } from 'react-router';
import { paths } from '../app/paths';
import { Fact, Facts } from '../ui/Facts';
import { PageHeader } from '../ui/PageHeader';
import { Section } from '../ui/Section';

export default function HelpPage() {
  return (
    <>
      <PageHeader title="Help" lead="How signing in works, whom to call, and how to get around faster." />
      <Section title="Which login does a court take?">
        <p>
          A NextGen court takes Central Sign-On: you sign in with your own PACER account. Any other court
          keeps its own CM/ECF login. <Link to={paths.courts()}>Find the court</Link>; its page says which of
          the two it is and has the address.
        </p>
      </Section>
      <Section title="Whom do I call?">
        <p>
          For filing, admission to practice or a court’s own login, call the court: its page lists the help
          desk, the offices and whom to ask for what. If this site itself misbehaves, tell whoever runs it and
          give the request number that the error shows.
        </p>
      </Section>
      <Section title="You cannot sign in">
        <p>
          After several wrong passwords you must wait a while; the form says how long. A session ends after
          twelve hours, or after thirty minutes without use, and you can sign in again without losing the page
          you are on. Usernames do not depend on capital letters; passwords do.
        </p>
      </Section>
      <Section title="Keyboard">
        <Facts>
          <Fact name="Search pages and courts">
            <Kbd>Ctrl</Kbd> <Kbd>K</Kbd>, or <Kbd>⌘</Kbd> <Kbd>K</Kbd> on a Mac
          </Fact>
          <Fact name="Skip the menus">
            <Kbd>Tab</Kbd> on a fresh page, then <Kbd>Enter</Kbd>
          </Fact>
          <Fact name="Close a form or menu">
            <Kbd>Esc</Kbd>
          </Fact>
        </Facts>
      </Section>
      <Section title="For developers">
        <p>
          Everything these pages do goes through one GraphQL API.{' '}
          <a href={paths.explorer()}>Open the explorer</a> to try it, or{' '}
          <a href={paths.schema()}>read the schema</a>.
        </p>
      </Section>
    </>
  );
}
