import type { UseKind } from '@countersign/shared/usage/use';
import { readUseFilter, type UseAuthority, type UseFilter } from '@countersign/shared/usage/use-filter';
import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { OrderDirection } from '../api/order-direction';
import { DateScalar } from '../api/scalars';
import { BadArgument } from '../platform/refusal';
import { UseAuthorityEnum, UseKindEnum } from './enums';

@InputType('UseFilter', {
  description:
    'Which uses; each given part narrows them, a list takes any of its values. The export uses the same words.',
})
export class UseFilterInput {
  @Field(() => DateScalar, { nullable: true, description: 'The first day, the service center’s.' })
  from?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The last day, the service center’s.' })
  to?: string | null;

  @Field(() => String, { nullable: true, description: 'Days of a quarter: its name, such as `2026-Q3`.' })
  quarter?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Whose accounts: global ids or seven-digit numbers.' })
  account?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Where: global ids or codes; “” for uses in no court, as of the case locator.',
  })
  court?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Effective codes, exactly as they are written; “” for uses without one.',
  })
  clientCode?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'What they are booked under, exactly as it is written; “” for uses without one.',
  })
  costCenter?: string[] | null;

  @Field(() => [UseKindEnum], { nullable: true, description: 'What was used.' })
  kind?: UseKind[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those free by an exemption, or only the others.',
  })
  exempt?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those charged more or less than the fee schedule says, or only the others.',
  })
  differing?: boolean | null;

  @Field(() => UseAuthorityEnum, { nullable: true, description: 'Who says that they happened.' })
  authority?: UseAuthority | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The import or recording that brought them: a UsageBatch.',
  })
  batch?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The beginning of a case number; within days that begin and end also words of description, search and transaction number.',
  })
  search?: string | null;
}

/** The filter understood; what cannot be is told by its field. */
export function useFilterOf(input: UseFilterInput | null | undefined): UseFilter {
  const reading = readUseFilter(input ?? {});
  if (reading.ok) return reading.filter;
  const { field, message } = reading.problem;
  throw new BadArgument(`filter.${field}: ${message}`);
}

export enum UseOrderField {
  AT = 'AT',
  CHARGE = 'CHARGE',
}
registerEnumType(UseOrderField, {
  name: 'UseOrderField',
  description: 'What uses are sorted by.',
  valuesConfig: {
    AT: { description: 'When they were.' },
    CHARGE: { description: 'What they cost.' },
  },
});

@InputType({ description: 'How a list of uses is sorted.' })
export class UseOrder {
  @Field(() => UseOrderField, { description: 'What to sort by.' })
  field!: UseOrderField;

  @Field(() => OrderDirection, { description: 'Which way.' })
  direction!: OrderDirection;
}

export enum UsageGroupOrderField {
  CHARGE = 'CHARGE',
  USES = 'USES',
  DIFFERENCE = 'DIFFERENCE',
}
registerEnumType(UsageGroupOrderField, {
  name: 'UsageGroupOrderField',
  description: 'What groups of uses are sorted by.',
  valuesConfig: {
    CHARGE: { description: 'What their uses cost together.' },
    USES: { description: 'How many uses they have.' },
    DIFFERENCE: { description: 'By how much their differing charges are too high.' },
  },
});

@InputType({ description: 'How groups of uses are sorted.' })
export class UsageGroupOrder {
  @Field(() => UsageGroupOrderField, { description: 'What to sort by.' })
  field!: UsageGroupOrderField;

  @Field(() => OrderDirection, { description: 'Which way.' })
  direction!: OrderDirection;
}
