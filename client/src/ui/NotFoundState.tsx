import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { paths } from '../app/paths';
import { PageHeader } from './PageHeader';

/** One page for what does not exist and for what one may not see: it tells nobody which of the two it is. */
export function NotFoundState() {
  return (
    <>
      <PageHeader
        title="Page not found"
        lead="There is nothing here, or it is not open to you. Check the address, or look for what you need from the start page."
      />
      <Button component={Link} to={paths.home()}>
        Go to the start page
      </Button>
    </>
  );
}
