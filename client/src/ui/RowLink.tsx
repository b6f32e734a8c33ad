import { Link, type LinkProps } from 'react-router';
import classes from './RowLink.module.css';

interface RowLinkProps extends Omit<LinkProps, 'className'> {
  children: string;
}

/** The link that names a row; the whole row takes the click. */
export function RowLink(props: RowLinkProps) {
  return <Link {...props} className={classes.root} />;
}
