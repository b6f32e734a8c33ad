import type { ComponentProps } from 'react';
import { Link } from 'react-router';
import classes from './RowLink.module.css';

/** The link that names a row; the whole row takes the click. */
export function RowLink({ to, children }: { to: string; children: string }) {
  return (
    <Link to={to} className={classes.root}>
      {children}
    </Link>
  );
}

/** The same for a page that follows its links itself. */
export function RowAnchor({ children, ...rest }: Omit<ComponentProps<'a'>, 'className'>) {
  return (
    <a {...rest} className={classes.root}>
      {children}
    </a>
  );
}
