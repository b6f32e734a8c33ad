import { spendPeriods } from '@countersign/shared/usage/days';
import { exemptReasonLabels, exemptReasons } from '@countersign/shared/usage/exemption';
import { forecastStates } from '@countersign/shared/usage/forecast';
import { useFormats, useKindLabels, useKinds } from '@countersign/shared/usage/use';
import { useAuthorities } from '@countersign/shared/usage/use-filter';
import { waiverStates } from '@countersign/shared/usage/waiver-state';
import { registerEnumType } from 'type-graphql';
import { enumOf } from '../api/enum-of';

/** Descriptions of an enum's values from their labels. */
const labeled = <Word extends string>(labels: Record<Word, string>, sentence: (label: string) => string) =>
  Object.fromEntries(
    Object.entries<string>(labels).map(([word, label]) => [word, { description: sentence(label) }]),
  ) as Record<Word, { description: string }>;

export const UseKindEnum = enumOf(useKinds);
registerEnumType(UseKindEnum, {
  name: 'UseKind',
  description: 'What was used, as the fee schedule tells uses apart.',
  valuesConfig: labeled(useKindLabels, (label) => `Shown as “${label}”.`),
});

export const UseFormatEnum = enumOf(useFormats);
registerEnumType(UseFormatEnum, {
  name: 'UseFormat',
  description: 'What a use came as.',
  valuesConfig: {
    HTML: { description: 'A web page, counted by its bytes.' },
    PDF: { description: 'A document of pages.' },
    AUDIO: { description: 'A recording of a hearing.' },
    PAPER: { description: 'Printed or copied.' },
  },
});

export const UseAuthorityEnum = enumOf(useAuthorities);
registerEnumType(UseAuthorityEnum, {
  name: 'UseAuthority',
  description: 'Who says that a use happened.',
  valuesConfig: {
    RECORDED: { description: 'The service, a court or an operator: it is billed.' },
    UPLOADED: { description: 'The payer, by a list of his own: it is reconciled and never billed.' },
  },
});

export const ChargeVerdictEnum = enumOf(['EQUAL', 'OVER', 'UNDER', 'UNCHECKABLE'] as const);
registerEnumType(ChargeVerdictEnum, {
  name: 'ChargeVerdict',
  description: 'How a charge compares with the price by the fee schedule.',
  valuesConfig: {
    EQUAL: { description: 'It is the price.' },
    OVER: { description: 'More than the price was charged.' },
    UNDER: { description: 'Less than the price was charged.' },
    UNCHECKABLE: { description: 'The source tells too little to say.' },
  },
});

export const UseExemptReasonEnum = enumOf([...exemptReasons, 'OTHER'] as const);
registerEnumType(UseExemptReasonEnum, {
  name: 'UseExemptReason',
  description: 'Why a use costs nothing.',
  valuesConfig: {
    ...labeled(exemptReasonLabels, (label) => `${label}.`),
    OTHER: { description: 'For a reason in the source’s own words, if any.' },
  },
});

export const UsagePeriodEnum = enumOf(spendPeriods);
registerEnumType(UsagePeriodEnum, {
  name: 'UsagePeriod',
  description: 'The stretch of time that spending is told by; days are the service center’s.',
  valuesConfig: {
    DAY: { description: 'From midnight to midnight.' },
    WEEK: { description: 'Seven days counted from the first of the quarter; its last one is shorter.' },
    MONTH: { description: 'Of the calendar.' },
    QUARTER: { description: 'Three months, as PACER bills.' },
  },
});

/** What the API tells usage apart by, with the dimension of totals behind it. */
export const dimensionOf = {
  ACCOUNT: 'ACCOUNT',
  COURT: 'COURT',
  CLIENT_CODE: 'CLIENT',
  COST_CENTER: 'COST_CENTER',
  KIND: 'KIND',
} as const;

export type UsageDimension = keyof typeof dimensionOf;

export const UsageDimensionEnum = enumOf(Object.keys(dimensionOf) as UsageDimension[]);
registerEnumType(UsageDimensionEnum, {
  name: 'UsageDimension',
  description: 'What usage is told apart by.',
  valuesConfig: {
    ACCOUNT: { description: 'The person whose account it was.' },
    COURT: { description: 'Where; uses of the case locator and the service center have none.' },
    CLIENT_CODE: { description: 'The effective code: that of an assignment, else the one given at the use.' },
    COST_CENTER: { description: 'What the firm books the person’s spending under.' },
    KIND: { description: 'What was used.' },
  },
});

export const ForecastStateEnum = enumOf(forecastStates);
registerEnumType(ForecastStateEnum, {
  name: 'ForecastState',
  description: 'Whether there is a forecast of a quarter.',
  valuesConfig: {
    FORECAST: { description: 'There is one.' },
    OVER: { description: 'The quarter is over: what was charged stands.' },
    NOT_ENOUGH_DATA: { description: 'There are fewer than 10 court days since the first use.' },
  },
});

export const WaiverStateEnum = enumOf(waiverStates);
registerEnumType(WaiverStateEnum, {
  name: 'WaiverState',
  description: 'Where a quarter stands against the threshold up to which charges are waived.',
  valuesConfig: {
    NOTHING_CHARGED: { description: 'There is nothing to waive.' },
    WAIVED: { description: 'Not above the threshold: nothing is due if it stays so.' },
    DUE: { description: 'Above the threshold: all of it is due, not only what is above.' },
    UNKNOWN: { description: 'No threshold is known for the quarter.' },
  },
});

export enum UsageAction {
  ASSIGN_CODES = 'ASSIGN_CODES',
}
registerEnumType(UsageAction, {
  name: 'UsageAction',
  description: 'What the viewer may do with uses.',
  valuesConfig: { ASSIGN_CODES: { description: 'Give them client codes: `usageCodeAssign`.' } },
});
