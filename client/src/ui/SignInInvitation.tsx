import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { PageHeader } from './PageHeader';

/** For a page that has something to show only to people who are signed in. */
export function SignInInvitation({ back }: { back: string }) {
  return (
    <>
      <PageHeader
        title="Sign in to go on"
        lead="This page is for people who are signed in. You come back here afterwards."
      />
      <Button component={Link} to={back}>
        Sign in
      </Button>
    </>
  );
}
