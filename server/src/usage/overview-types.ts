import { Field, Int, ObjectType } from 'type-graphql';
import { Money } from '../api/money-type';
import { QuarterType } from '../api/quarter-type';
import { DateScalar, DateTimeScalar } from '../api/scalars';
import { ForecastStateEnum, WaiverStateEnum } from './enums';
import { type GroupKey, UsageTotals } from './totals-types';
import { Use } from './use-types';

@ObjectType({ simpleResolvers: true, description: 'Where a quarter stands against the waiver’s threshold.' })
export class UsageWaiver {
  @Field(() => WaiverStateEnum, { description: 'Whether charges are waived as it stands.' })
  state!: string;

  @Field(() => Money, {
    description: 'What is tested: charges for access to court records, after exemptions.',
  })
  tested!: Money;

  @Field(() => Money, {
    nullable: true,
    description: 'Up to and with this, all is waived; null where unknown.',
  })
  threshold!: Money | null;

  @Field(() => Money, {
    nullable: true,
    description: 'What may still be charged without anything being due; null where unknown.',
  })
  left!: Money | null;

  @Field(() => Money, { description: 'What is waived as it stands.' })
  waived!: Money;

  @Field(() => Money, { description: 'What is due as it stands.' })
  due!: Money;

  @Field(() => String, { description: 'What it means, in a sentence for the person.' })
  explanation!: string;
}

@ObjectType({
  simpleResolvers: true,
  description:
    'What a quarter will come to: charges so far and, for each court day left, the mean of the last 28.',
})
export class UsageForecast {
  @Field(() => ForecastStateEnum, { description: 'Whether there is one.' })
  state!: string;

  @Field(() => Money, {
    nullable: true,
    description: 'The charges at the quarter’s end; null without enough data.',
  })
  charge!: Money | null;

  @Field(() => Money, { description: 'What was charged up to the day of the overview.' })
  soFar!: Money;

  @Field(() => Int, { description: 'How many court days the mean is of, at most 28.' })
  meanOfDays!: number;

  @Field(() => Money, { description: 'What was charged on those court days together.' })
  chargedOnDays!: Money;

  @Field(() => Int, { description: 'Weekdays up to the quarter’s end that are no federal holidays.' })
  courtDaysLeft!: number;

  @Field(() => String, { description: 'The formula with its numbers, or why there is none.' })
  formula!: string;
}

@ObjectType({
  description: 'What a person, court or client code was charged, against the last quarter to the same day.',
})
export class UsageChange {
  readonly key!: GroupKey;

  @Field(() => String, {
    nullable: true,
    description: 'The client code; null for uses without one, and where it is a person or a court.',
  })
  clientCode!: string | null;

  @Field(() => Money, { description: 'In this quarter up to the day of the overview.' })
  charge!: Money;

  @Field(() => Money, { description: 'In the last quarter up to the same day of it.' })
  previousCharge!: Money;

  @Field(() => Money, { description: 'This quarter less the last.' })
  difference!: Money;
}

@ObjectType({
  simpleResolvers: true,
  description: 'What changed most, by the absolute difference; at most five of each.',
})
export class UsageChanges {
  @Field(() => [UsageChange], { description: 'Persons.' })
  accounts!: UsageChange[];

  @Field(() => [UsageChange], { description: 'Places of use.' })
  courts!: UsageChange[];

  @Field(() => [UsageChange], { description: 'Those charged on, and what has no code.' })
  clientCodes!: UsageChange[];
}

@ObjectType({ simpleResolvers: true, description: 'A quarter at a glance, up to a day.' })
export class UsageOverview {
  @Field(() => QuarterType, { description: 'The quarter looked at.' })
  quarter!: QuarterType;

  @Field(() => QuarterType, { description: 'The one before it, which it is compared with.' })
  previousQuarter!: QuarterType;

  @Field(() => DateScalar, {
    description: 'The last day counted: today, or the last of a quarter that is over.',
  })
  asOf!: string;

  @Field(() => DateScalar, { description: 'The day as far into the last quarter.' })
  previousAsOf!: string;

  @Field(() => UsageTotals, { description: 'This quarter up to `asOf`.' })
  current!: UsageTotals;

  @Field(() => UsageTotals, { description: 'All of the last quarter.' })
  previous!: UsageTotals;

  @Field(() => UsageTotals, { description: 'The last quarter up to `previousAsOf`.' })
  previousToDate!: UsageTotals;

  @Field(() => UsageWaiver, {
    description: 'Where it stands against the threshold up to which all is waived.',
  })
  waiver!: UsageWaiver;

  @Field(() => UsageForecast, { description: 'What it will come to.' })
  forecast!: UsageForecast;

  @Field(() => [Use], { description: 'The ten dearest uses, the dearest first.' })
  dearest!: Use[];

  @Field(() => UsageChanges, { description: 'Against the last quarter up to the same day.' })
  changes!: UsageChanges;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The first use of all time; null without any.',
  })
  firstUseAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The latest use of all time; null without any.',
  })
  lastUseAt!: Date | null;
}
