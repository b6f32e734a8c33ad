import { Tag } from '../ui/Tag';
import { checkWords } from './labels';
import type { UseRow } from './usesQuery';

/** What is unusual about a charge: that it is not the price, or that there is none. */
export function CheckTag({ use }: { use: UseRow }) {
  const words = checkWords(use);
  if (words) return <Tag tone={use.verdict === 'UNCHECKABLE' ? 'neutral' : 'caution'}>{words}</Tag>;
  return use.exempt ? <Tag tone="good">Exempt</Tag> : null;
}
