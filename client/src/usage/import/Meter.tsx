import type { ReactNode } from 'react';
import classes from './Meter.module.css';

interface MeterProps {
  name: string;
  done: number;
  all: number;
  /** What has come of it so far. */
  children?: ReactNode;
}

/** How far something is that goes on by itself. */
export function Meter({ name, done, all, children }: MeterProps) {
  const percent = all === 0 ? 100 : Math.min(100, Math.floor((done / all) * 100));
  return (
    <div className={classes.root}>
      <div className={classes.words}>
        <span>
          {name}: {percent} %
        </span>
        <span className={classes.quiet}>{children}</span>
      </div>
      <progress className={classes.bar} value={percent} max={100} aria-label={name} />
    </div>
  );
}
