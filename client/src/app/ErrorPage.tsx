import { Button } from '@mantine/core';
import { useRouteError } from 'react-router';
import { PageHeader } from '../ui/PageHeader';

/** A page whose code could not be fetched: most often the site was renewed while it was open. */
const isMissingChunk = (error: unknown) => error instanceof TypeError && /import/i.test(error.message);

/** Stands in the place of a page that broke. */
export function ErrorPage() {
  const error = useRouteError();
  const text = isMissingChunk(error)
    ? 'A part of this page could not be fetched. Either the connection was lost, or the site was renewed while you had it open.'
    : 'The fault is on our side. Loading the page again often helps; if it does not, tell whoever runs this site what you were doing.';
  return (
    <>
      <PageHeader title="This page stopped working" lead={text} />
      <Button onClick={() => window.location.reload()}>Load the page again</Button>
    </>
  );
}
