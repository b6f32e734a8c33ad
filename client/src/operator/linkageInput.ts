import type { LinkageCorrectInput, LinkagePreviewInput, LinkageSetInput } from '../generated/graphql';
import { type ApiInterval, fieldsOf, type IntervalFields, intervalOf } from '../ui/intervals';
import type { LinkageRow } from '../ui/linkages';
import { type FormProblem, problemsOf, type UserError } from '../ui/userErrors';

export const fields = [
  'account',
  'firstDay',
  'firstTime',
  'lastDay',
  'lastTime',
  'costCenter',
  'remark',
] as const;

export type Field = (typeof fields)[number];

/** What is typed into the form, all of it text. */
export type LinkageValues = Record<Field, string>;

export const emptyValues: LinkageValues = {
  account: '',
  firstDay: '',
  firstTime: '',
  lastDay: '',
  lastTime: '',
  costCenter: '',
  remark: '',
};

export function valuesOf(linkage: LinkageRow, zone: string): LinkageValues {
  return {
    ...fieldsOf(linkage, zone),
    account: linkage.account.accountNumber,
    costCenter: linkage.costCenter ?? '',
    remark: linkage.remark ?? '',
  };
}

const isDay = (day: string) => /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day));

const within = ({ firstDay, firstTime, lastDay, lastTime }: IntervalFields) =>
  lastTime === '' ? lastDay >= firstDay : `${lastDay} ${lastTime}` > `${firstDay} ${firstTime}`;

export const validate = {
  account: (account: string) => (account === '' ? 'Choose the account.' : null),
  firstDay: (day: string) => (isDay(day) ? null : 'Enter the first day, with a year of four digits.'),
  lastDay: (day: string, values: LinkageValues) => {
    if (day === '') return values.lastTime === '' ? null : 'Enter the day on which it ends at that time.';
    if (!isDay(day)) return 'Enter the last day with a year of four digits, or none.';
    return within(values) ? null : 'The interval must end after it begins.';
  },
};

/** Whether the times can be sent at all. */
export const hasTimes = (values: LinkageValues): boolean =>
  validate.firstDay(values.firstDay) === null && validate.lastDay(values.lastDay, values) === null;

/** The times as the API takes them; of an interval there is, only those that were typed anew. */
function timesOf(values: LinkageValues, zone: string, linkage?: LinkageRow): Partial<ApiInterval> {
  const { from, until } = intervalOf(values, zone);
  if (!linkage) return { from, until };
  const before = fieldsOf(linkage, zone);
  const isNew = (...names: (keyof IntervalFields)[]) => names.some((name) => values[name] !== before[name]);
  return {
    ...(isNew('firstDay', 'firstTime') && { from }),
    ...(isNew('lastDay', 'lastTime') && { until }),
  };
}

export function toSetInput(
  firm: string,
  values: LinkageValues,
  zone: string,
  idempotencyKey: string,
): LinkageSetInput {
  return {
    account: values.account,
    firm,
    ...intervalOf(values, zone),
    costCenter: values.costCenter.trim() || null,
    remark: values.remark.trim() || null,
    idempotencyKey,
  };
}

export function toCorrectInput(
  linkage: LinkageRow,
  values: LinkageValues,
  zone: string,
  idempotencyKey: string,
): LinkageCorrectInput {
  return {
    linkage: linkage.id,
    expectedVersion: linkage.version,
    ...timesOf(values, zone, linkage),
    costCenter: values.costCenter.trim() || null,
    remark: values.remark.trim() || null,
    idempotencyKey,
  };
}

/** What to ask what the form would do; nothing while it cannot be asked. */
export function toPreviewInput(
  firm: string,
  values: LinkageValues,
  zone: string,
  linkage?: LinkageRow,
): LinkagePreviewInput | null {
  if (!hasTimes(values) || values.account === '') return null;
  const subject = linkage ? { linkage: linkage.id } : { account: values.account, firm };
  return { ...subject, ...timesOf(values, zone, linkage), costCenter: values.costCenter.trim() || null };
}

const fieldOfInput: Record<string, Field> = { from: 'firstDay', until: 'lastDay' };

/** What the server refused, at the fields of this form. */
export function linkageProblems(errors: readonly UserError[]): FormProblem<Field>[] {
  const told = errors.map(({ message, field }) => ({
    message,
    field: field?.map((step) => fieldOfInput[step] ?? step) ?? null,
  }));
  return problemsOf(told, fields);
}
