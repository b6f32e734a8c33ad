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
