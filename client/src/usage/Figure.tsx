import type { ReactNode } from 'react';
import { Link } from 'react-router';
import classes from './Figure.module.css';

/** Figures side by side. */
export function Figures({ children, quiet }: { children: ReactNode; quiet?: boolean }) {
  return (
    <dl className={classes.root} data-quiet={quiet}>
      {children}
    </dl>
  );
}

interface FigureProps {
  name: string;
  value: string;
  /** What it is made of. */
  to?: string;
  children?: ReactNode;
}

/** One figure with what there is to say about it. */
export function Figure({ name, value, to, children }: FigureProps) {
  return (
    <div className={classes.figure}>
      <dt className={classes.name}>{name}</dt>
      <dd className={classes.value}>{to ? <Link to={to}>{value}</Link> : value}</dd>
      {children && <dd className={classes.note}>{children}</dd>}
    </div>
  );
}
