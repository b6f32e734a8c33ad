import { showCourtDayShort } from '../ui/dates';
import { Tag } from '../ui/Tag';

interface NextGenTagProps {
  court: { nextGen: boolean; nextGenSince: string | null };
}

/** Nearly every court is NextGen by now: only one that is not stands out. */
export function NextGenTag({ court }: NextGenTagProps) {
  if (!court.nextGen) return <Tag tone="caution">No: own login</Tag>;
  return court.nextGenSince ? `Since ${showCourtDayShort(court.nextGenSince)}` : 'Yes';
}
