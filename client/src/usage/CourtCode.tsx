import classes from './CourtCode.module.css';
import type { UseRow } from './usesQuery';

/** A court in a column of codes; its title for those who do not know the code. */
export function CourtCode({ court }: Pick<UseRow, 'court'>) {
  return court ? (
    <abbr className={classes.root} title={court.title}>
      {court.code}
    </abbr>
  ) : (
    '—'
  );
}
