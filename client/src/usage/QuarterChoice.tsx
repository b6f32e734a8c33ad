import {
  type Quarter,
  quarterAfter,
  quarterLabel,
  quarterOfDay,
  quarterOfWord,
  quarterWord,
} from '@countersign/shared/usage/quarter';
import { useToday } from '../app/viewer';
import { FilterChoice } from '../ui/FilterChoice';
import { oneOf, useUrlState } from '../ui/urlState';

/** The quarters from the first use to today, the latest first, and the one that is shown in any case. */
function quartersFrom(first: string | null, today: string, shown: Quarter): string[] {
  const words = new Set<string>();
  const earliest = first && first < shown.startsOn ? first : shown.startsOn;
  for (let one = quarterOfDay(today); one.endsOn >= earliest; one = quarterAfter(one, -1))
    words.add(quarterWord(one));
  return [...words.add(quarterWord(shown))].sort().reverse();
}

const labelOf = (word: string) => {
  const quarter = quarterOfWord(word);
  return quarter ? quarterLabel(quarter) : word;
};

interface QuarterChoiceProps {
  shown: Quarter;
  /** When something was used for the first time. */
  firstUseAt: string | null;
}

export function QuarterChoice({ shown, firstUseAt }: QuarterChoiceProps) {
  const today = useToday() ?? shown.startsOn;
  const words = quartersFrom(firstUseAt?.slice(0, 10) ?? null, today, shown);
  const running = quarterWord(quarterOfDay(today));
  const [, change] = useUrlState({ quarter: oneOf(words, running) });
  return (
    <FilterChoice
      label="Quarter"
      options={words.map((value) => ({ value, label: labelOf(value) }))}
      value={quarterWord(shown)}
      onChange={(value) => change({ quarter: value })}
    />
  );
}
