import { showInterval } from './intervals';
import { type LinkageRow, standingOfLinkage } from './linkages';
import { Tag } from './Tag';

interface CellProps {
  linkage: Pick<LinkageRow, 'from' | 'until' | 'inForce'>;
  zone: string;
}

export function LinkageStanding({ linkage, zone }: CellProps) {
  return <Tag tone={linkage.inForce ? 'good' : 'neutral'}>{standingOfLinkage(linkage, zone)}</Tag>;
}

/** From when until when, as a sentence of its own. */
export function LinkageTime({ linkage, zone }: CellProps) {
  const text = showInterval(linkage, zone);
  return <>{`${text[0]?.toUpperCase()}${text.slice(1)}`}</>;
}
