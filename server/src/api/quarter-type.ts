import { type Quarter, quarterWord } from '@countersign/shared/usage/quarter';
import { Field, Int, ObjectType } from 'type-graphql';
import { DateScalar } from './scalars';

@ObjectType('Quarter', {
  simpleResolvers: true,
  description: 'A quarter of the calendar year; its days are those of the service center’s time zone.',
})
export class QuarterType {
  @Field(() => String, { description: 'As filters and addresses take it: `2026-Q3`.' })
  name!: string;

  @Field(() => Int, { description: 'Such as 2026.' })
  year!: number;

  @Field(() => Int, { description: 'From 1 to 4.' })
  number!: number;

  @Field(() => DateScalar, { description: 'The first day.' })
  startsOn!: string;

  @Field(() => DateScalar, { description: 'The last day.' })
  endsOn!: string;
}

export const presentQuarter = (quarter: Quarter): QuarterType => ({ ...quarter, name: quarterWord(quarter) });
