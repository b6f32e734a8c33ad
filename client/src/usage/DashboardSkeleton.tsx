import { Skeleton, VisuallyHidden } from '@mantine/core';
import classes from './DashboardSkeleton.module.css';

/** The shape of a dashboard while it loads. */
export function DashboardSkeleton() {
  return (
    <div role="status">
      <VisuallyHidden>Loading</VisuallyHidden>
      <Skeleton className={classes.title} />
      <div className={classes.figures}>
        {['a', 'b', 'c', 'd'].map((figure) => (
          <div key={figure}>
            <Skeleton className={classes.name} />
            <Skeleton className={classes.value} />
          </div>
        ))}
      </div>
      <div className={classes.figuresQuiet} />
      <div className={classes.chart} />
      <div className={classes.tables} />
    </div>
  );
}
