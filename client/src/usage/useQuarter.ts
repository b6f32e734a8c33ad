import { type Quarter, quarterOfDay, quarterOfWord } from '@countersign/shared/usage/quarter';
import { useMemo } from 'react';
import { useToday } from '../app/viewer';
import { text, useUrlState } from '../ui/urlState';

const url = { quarter: text() };

/** The quarter a page shows: that of its address, or else the one that runs; undefined until that is known. */
export function useQuarter(): Quarter | undefined {
  const [{ quarter }] = useUrlState(url);
  const today = useToday();
  return useMemo(() => quarterOfWord(quarter) ?? (today ? quarterOfDay(today) : undefined), [quarter, today]);
}
