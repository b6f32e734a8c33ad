import { quarterLabel, quarterOfWord } from '@countersign/shared/usage/quarter';
import { useKindLabels } from '@countersign/shared/usage/use';
import { authorityOptions, differingOptions, exemptOptions } from './choices';
import { daysInWords } from './DaysMenu';
import type { FilterNames } from './filterNames';
import type { UsesValues } from './usesUrl';

const listed = (values: readonly string[], names: ReadonlyMap<string, string>) =>
  values.map((value) => names.get(value) ?? value).join(', ');

const labelOf = (options: readonly { value: string; label: string }[], value: string) =>
  value === 'any' ? '' : options.find((option) => option.value === value)?.label;

function quarterInWords(word: string): string {
  const quarter = quarterOfWord(word);
  return quarter ? quarterLabel(quarter) : word;
}

/** What is filtered, each part in words. */
export function filterInWords(values: UsesValues, names: FilterNames): [name: string, words: string][] {
  const parts: [string, string | undefined][] = [
    ['Quarter', quarterInWords(values.quarter)],
    ['Dates', daysInWords(values)],
    ['Person', listed(values.person, names.person)],
    ['Court', listed(values.court, names.court)],
    ['Client code', listed(values.client, names.client)],
    ['Kind', values.kind.map((kind) => useKindLabels[kind]).join(', ')],
    ['Cost center', listed(values.costCenter, names.costCenter)],
    ['Exemption', labelOf(exemptOptions, values.exempt)],
    ['Charge', labelOf(differingOptions, values.differing)],
    ['Standing', labelOf(authorityOptions, values.authority)],
    ['Came with', values.batch && names.batch],
    ['Search', values.q],
  ];
  return parts.flatMap(([name, words]) => (words ? [[name, words]] : []));
}

interface FilterWordsProps {
  values: UsesValues;
  names: FilterNames;
}

/** On paper, where the filters themselves are not, what they were. */
export function FilterWords({ values, names }: FilterWordsProps) {
  const said = filterInWords(values, names).map(([name, words]) => `${name}: ${words}`);
  return <p data-print-only>{said.length === 0 ? 'All transactions.' : `${said.join('. ')}.`}</p>;
}
