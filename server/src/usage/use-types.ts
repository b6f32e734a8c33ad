import type { UseFormat, UseKind } from '@countersign/shared/usage/use';
import type { UseAuthority } from '@countersign/shared/usage/use-filter';
import { Field, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../api/connection-type';
import { Money } from '../api/money-type';
import { Node } from '../api/node-type';
import { QuarterType } from '../api/quarter-type';
import { DateScalar, DateTimeScalar, SafeIntScalar } from '../api/scalars';
import {
  ChargeVerdictEnum,
  UseAuthorityEnum,
  UseExemptReasonEnum,
  UseFormatEnum,
  UseKindEnum,
} from './enums';
import type { UseRow } from './queries';

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    'One use of PACER. Seen with `usage.use.read` at its payer, and by the person himself with `usage.use.readOwn`.',
})
export class Use extends Node {
  readonly __typename!: 'Use';
  readonly row!: UseRow;

  @Field(() => DateTimeScalar, {
    description: 'When it was; the beginning of its day where `timeKnown` is false.',
  })
  at!: Date;

  @Field(() => Boolean, { description: 'Whether the source tells the time and not the day alone.' })
  timeKnown!: boolean;

  @Field(() => DateScalar, { description: 'The day in the service center’s time zone.' })
  day!: string;

  @Field(() => QuarterType, { description: 'The quarter it is billed in.' })
  quarter!: QuarterType;

  @Field(() => UseKindEnum, { description: 'What was used.' })
  kind!: UseKind;

  @Field(() => String, {
    nullable: true,
    description: 'The effective code: that of the latest assignment, else the one given; null without one.',
  })
  clientCode!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The code the user gave at the use; kept whatever is assigned. Null without one.',
  })
  givenClientCode!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the firm books it under; null where there is none.',
  })
  costCenter!: string | null;

  @Field(() => String, { nullable: true, description: 'The case as the source writes it; null without one.' })
  caseNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'What it was, in the source’s words.' })
  description!: string | null;

  @Field(() => String, { nullable: true, description: 'What was searched for; null where nothing was.' })
  search!: string | null;

  @Field(() => UseFormatEnum, { nullable: true, description: 'What it came as; null where not told.' })
  format!: UseFormat | null;

  @Field(() => Int, { nullable: true, description: 'Pages before the cap; null where not told.' })
  pages!: number | null;

  @Field(() => SafeIntScalar, {
    nullable: true,
    description: 'Bytes extracted; 4,320 of HTML make a page. Null where not told.',
  })
  bytes!: number | null;

  @Field(() => Int, { nullable: true, description: 'Pages that are charged; null where not told.' })
  billablePages!: number | null;

  @Field(() => Money, { description: 'What was charged; negative for a correction.' })
  charge!: Money;

  @Field(() => Money, {
    nullable: true,
    description: 'The price by the fee schedule of its day; null where it cannot be told.',
  })
  expectedCharge!: Money | null;

  @Field(() => Money, {
    nullable: true,
    description: 'Charged less expected; null where there is no price to compare with.',
  })
  difference!: Money | null;

  @Field(() => ChargeVerdictEnum, { description: 'How the charge compares with the price.' })
  verdict!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Why the charge differs or cannot be checked, in a sentence; null where it is the price.',
  })
  cause!: string | null;

  @Field(() => Boolean, { description: 'Whether it is free by an exemption.' })
  exempt!: boolean;

  @Field(() => UseExemptReasonEnum, { nullable: true, description: 'Why it is free; null where it is not.' })
  exemptReason!: string | null;

  @Field(() => String, { nullable: true, description: 'The reason in the source’s words, if it gives one.' })
  exemptNote!: string | null;

  @Field(() => UseAuthorityEnum, { description: 'Who says that it happened.' })
  authority!: UseAuthority;

  @Field(() => String, {
    nullable: true,
    description: 'The service center’s own number of it; null where the source has none.',
  })
  transactionNumber!: string | null;
}

export const UseConnection = connectionType('Use', () => Use, 'uses');
