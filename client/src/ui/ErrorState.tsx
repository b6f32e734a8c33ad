import { Button } from '@mantine/core';
import { Link, useLocation } from 'react-router';
import { paths } from '../app/paths';
import { type ApiErrorKind, readApiError } from './apiError';
import { CopyableId } from './CopyableId';
import classes from './ErrorState.module.css';
import { NotFoundState } from './NotFoundState';
import { PageHeader } from './PageHeader';
import { SignInInvitation } from './SignInInvitation';

const words: Record<Exclude<ApiErrorKind, 'not-found' | 'sign-in'>, { title: string; text: string }> = {
  'bad-address': {
    title: 'This address does not work',
    text: 'Something in the address of this page is not what the server expects. Start again from the plain page.',
  },
  busy: {
    title: 'Too many requests',
    text: 'You have asked for a lot in a short time. Wait a moment and try again.',
  },
  unreachable: {
    title: 'The server cannot be reached',
    text: 'Check your connection and try again.',
  },
  fault: {
    title: 'Something went wrong',
    text: 'The fault is on our side. Try again; if it stays, give the request number below to whoever runs this site.',
  },
};

interface ErrorStateProps {
  error: unknown;
  onRetry: () => void;
}

/** Stands in the place of a page that could not be loaded. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const { pathname, search } = useLocation();
  const { kind, requestId } = readApiError(error);
  if (kind === 'not-found') return <NotFoundState />;
  if (kind === 'sign-in') return <SignInInvitation back={paths.signIn(pathname + search)} />;
  return (
    <>
      <PageHeader title={words[kind].title} lead={words[kind].text} />
      <div className={classes.actions}>
        {kind === 'bad-address' ? (
          <Button component={Link} to={pathname} replace>
            Start again
          </Button>
        ) : (
          <Button onClick={onRetry}>Try again</Button>
        )}
      </div>
      {requestId && (
        <p className={classes.request}>
          Request number <CopyableId value={requestId} label="request number" />
        </p>
      )}
    </>
  );
}
