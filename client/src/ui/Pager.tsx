import { Button } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import classes from './Pager.module.css';
import { type PageInfo, pageQuery } from './paging';

interface PagerProps {
  page: PageInfo;
  label: string;
}

export function Pager({ page, label }: PagerProps) {
  const [params] = useSearchParams();
  if (!page.hasPreviousPage && !page.hasNextPage) return null;
  const step = (text: string, open: boolean, to: string) =>
    open ? (
      <Button component={Link} to={to} variant="default" size="xs">
        {text}
      </Button>
    ) : (
      <Button variant="default" size="xs" disabled>
        {text}
      </Button>
    );
  return (
    <nav className={classes.root} aria-label={`Pages of ${label}`} data-no-print>
      {step('Previous', page.hasPreviousPage, pageQuery(params, { before: page.startCursor }))}
      {step('Next', page.hasNextPage, pageQuery(params, { after: page.endCursor }))}
    </nav>
  );
}
