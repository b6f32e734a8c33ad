import { Field, ObjectType } from 'type-graphql';
import { SafeIntScalar } from './scalars';

@ObjectType({ simpleResolvers: true, description: 'An amount of money, never a fraction of a cent.' })
export class Money {
  @Field(() => SafeIntScalar, { description: 'In the smallest unit of the currency; negative is a credit.' })
  cents!: number;

  @Field(() => String, { description: 'ISO 4217; always USD.' })
  currency!: string;
}

export const usd = (cents: number): Money => ({ cents, currency: 'USD' });

export const usdOrNull = (cents: number | null): Money | null => (cents === null ? null : usd(cents));
