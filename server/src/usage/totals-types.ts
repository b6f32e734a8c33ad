import type { UseKind } from '@countersign/shared/usage/use';
import { Field, ObjectType } from 'type-graphql';
import { connectionType } from '../api/connection-type';
import { Money } from '../api/money-type';
import { DateScalar, SafeIntScalar } from '../api/scalars';
import { UseKindEnum } from './enums';

@ObjectType({ simpleResolvers: true, description: 'What uses add up to.' })
export class UsageTotals {
  @Field(() => SafeIntScalar, { description: 'How many there are.' })
  uses!: number;

  @Field(() => Money, { description: 'What they were charged.' })
  charge!: Money;

  @Field(() => Money, {
    description: 'Of it for access to court records: what the quarter’s waiver is tested on.',
  })
  accessCharge!: Money;

  @Field(() => SafeIntScalar, { description: 'How many of them are recorded, and so billed.' })
  recordedUses!: number;

  @Field(() => Money, { description: 'What the recorded ones were charged.' })
  recordedCharge!: Money;

  @Field(() => SafeIntScalar, { description: 'How many of them are free by an exemption.' })
  exemptUses!: number;

  @Field(() => SafeIntScalar, {
    description: 'How many were charged more or less than the fee schedule says.',
  })
  differingUses!: number;

  @Field(() => Money, {
    description:
      'What those were charged less what the schedule says; negative where too little was charged.',
  })
  difference!: Money;

  @Field(() => SafeIntScalar, { description: 'How many have no client code.' })
  uncodedUses!: number;

  @Field(() => Money, { description: 'What those without a client code were charged.' })
  uncodedCharge!: Money;
}

@ObjectType({ simpleResolvers: true, description: 'What was used in one day, week, month or quarter.' })
export class UsageSpend {
  @Field(() => DateScalar, { description: 'The first day of it that the filter covers.' })
  startsOn!: string;

  @Field(() => DateScalar, { description: 'The last day of it that the filter covers.' })
  endsOn!: string;

  @Field(() => UsageTotals, { description: 'What its uses add up to; zeros where there are none.' })
  totals!: UsageTotals;
}

/** What one group is of, as totals keep it: '' and the nil uuid are none. */
export interface GroupKey {
  readonly accountId: string | null;
  readonly courtId: string | null;
  readonly clientCode: string | null;
  readonly costCenter: string | null;
  readonly kind: UseKind | null;
}

@ObjectType({ description: 'The uses of one person, court, client code, cost center or kind.' })
export class UsageGroup {
  readonly key!: GroupKey;

  @Field(() => String, {
    nullable: true,
    description:
      'Its client code; null for uses without one and where usage is told apart by something else.',
  })
  clientCode!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Its cost center; null for uses without one and where usage is told apart by something else.',
  })
  costCenter!: string | null;

  @Field(() => UseKindEnum, {
    nullable: true,
    description: 'What was used; null where usage is told apart by something else.',
  })
  kind!: UseKind | null;

  @Field(() => UsageTotals, { description: 'What its uses add up to.' })
  totals!: UsageTotals;
}

export const UsageGroupConnection = connectionType('UsageGroup', () => UsageGroup, 'groups of uses');
