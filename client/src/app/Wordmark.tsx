import { Link } from 'react-router';
import { paths } from './paths';
import classes from './Wordmark.module.css';

/** An open seal, and the second stroke that closes it. */
export function Mark() {
  return (
    <svg className={classes.mark} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path className={classes.seal} d="M22.6 9.2A9.2 9.2 0 1 0 24.6 19" />
      <path className={classes.stroke} d="m11.6 16 4.2 4.2L27 8.6" />
    </svg>
  );
}

export function Wordmark() {
  return (
    <Link to={paths.home()} className={classes.root}>
      <Mark />
      <span className={classes.name}>Countersign</span>
    </Link>
  );
}
