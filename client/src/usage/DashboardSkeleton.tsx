import { Skeleton, VisuallyHidden } from '@mantine/core';
import classes from './DashboardSkeleton.module.css';

/** The shape of a dashboard while it loads: as high as what comes. */
export function DashboardSkeleton() {
  return (
    <div role="status">
      <VisuallyHidden>Loading</VisuallyHidden>
      <Skeleton className={classes.title} />
      <Skeleton className={classes.figures} />
      <Skeleton className={classes.figuresQuiet} />
      <Skeleton className={classes.chart} />
      <Skeleton className={classes.tables} />
    </div>
  );
}
