import { Tag } from '../ui/Tag';
import { showCourtDay } from '../ui/dates';

interface NextGenTagProps {
  court: { nextGen: boolean; nextGenSince: string | null };
}

export function NextGenTag({ court }: NextGenTagProps) {
  if (!court.nextGen) return <Tag>Own login</Tag>;
  return <Tag tone="good">{court.nextGenSince ? `Since ${showCourtDay(court.nextGenSince)}` : 'NextGen'}</Tag>;
}
