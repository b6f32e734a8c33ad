import { Skeleton, VisuallyHidden } from '@mantine/core';
import classes from './PageSkeleton.module.css';

/** The shape of a page of facts while it loads. */
export function PageSkeleton() {
  return (
    <div className={classes.root} role="status">
      <VisuallyHidden>Loading</VisuallyHidden>
      <Skeleton className={classes.title} />
      <Skeleton className={classes.lead} />
      {['a', 'b', 'c', 'd', 'e', 'f'].map((line) => (
        <Skeleton key={line} className={classes.line} />
      ))}
    </div>
  );
}
