import {
  type Quarter,
  quarterAfter,
  quarterLabel,
  quarterOf,
  quarterWord,
} from '@countersign/shared/usage/quarter';
import { useKindLabels } from '@countersign/shared/usage/use';
import { optionsOf } from '../ui/labels';

const quartersBack = 12;

export const kindOptions = optionsOf(useKindLabels);

export const exemptOptions = [
  { value: 'any', label: 'Exempt or not' },
  { value: 'yes', label: 'Exempt' },
  { value: 'no', label: 'Not exempt' },
] as const;

export const differingOptions = [
  { value: 'any', label: 'Any charge' },
  { value: 'yes', label: 'Charge differs' },
  { value: 'no', label: 'Charge does not differ' },
] as const;

export const authorityOptions = [
  { value: 'any', label: 'Recorded or uploaded' },
  { value: 'RECORDED', label: 'Recorded' },
  { value: 'UPLOADED', label: 'Uploaded' },
] as const;

export const sizeOptions = [
  { value: '25', label: '25 rows' },
  { value: '50', label: '50 rows' },
  { value: '100', label: '100 rows' },
] as const;

const optionOf = (quarter: Quarter) => ({ value: quarterWord(quarter), label: quarterLabel(quarter) });

/** The running quarter. */
export const quarterNow = (zone: string) => optionOf(quarterOf(new Date(), zone));

/** All quarters, and each of the last three years; one that an address names stands there as well. */
export function quarterOptions(zone: string, chosen: string) {
  const now = quarterOf(new Date(), zone);
  const last = Array.from({ length: quartersBack }, (_, i) => optionOf(quarterAfter(now, -i)));
  const known = chosen === '' || last.some(({ value }) => value === chosen);
  return [
    { value: '', label: 'All quarters' },
    ...last,
    ...(known ? [] : [{ value: chosen, label: chosen }]),
  ];
}
