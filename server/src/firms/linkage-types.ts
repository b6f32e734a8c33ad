import { createUnionType, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Account } from '../accounts/types';
import { connectionType } from '../api/connection-type';
import { Money } from '../api/money-type';
import { Node } from '../api/node-type';
import { DateTimeScalar } from '../api/scalars';
import type { CountedHandOver } from './preview-linkage';
import type { LinkageRow } from './queries';
import { Firm } from './types';

export const Payer = createUnionType({
  name: 'Payer',
  description: 'Who pays: a firm, or a person who pays for himself.',
  types: () => [Firm, Account] as const,
});

export enum LinkageAction {
  CORRECT = 'CORRECT',
  REMOVE = 'REMOVE',
}
registerEnumType(LinkageAction, {
  name: 'LinkageAction',
  description: 'What the viewer may do with an interval.',
  valuesConfig: {
    CORRECT: { description: 'Correct its times or cost center: `linkageCorrect`.' },
    REMOVE: { description: 'Take it back when it was set by mistake: `linkageRemove`.' },
  },
});

@ObjectType({
  implements: Node,
  description:
    'An interval in which a firm answers for an account: what the account uses in it is the firm’s to pay. Seen by the holder, the firm’s administrators and operators.',
})
export class Linkage extends Node {
  readonly __typename!: 'Linkage';
  readonly row!: LinkageRow;

  @Field(() => DateTimeScalar, { description: 'The first instant that is the firm’s.' })
  from!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The first instant that is no longer the firm’s; null while no end is set.',
  })
  until!: Date | null;

  @Field(() => Boolean, { description: 'Whether the firm answers for the account now.' })
  inForce!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Where in the firm’s books the account’s uses go; null for nowhere in particular.',
  })
  costCenter!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was set, in the operator’s words.' })
  remark!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was set or last corrected.' })
  setAt!: Date;

  @Field(() => Int, { description: 'Grows with each correction; `expectedVersion` is compared with it.' })
  version!: number;
}

export const LinkageConnection = connectionType('Linkage', () => Linkage, 'intervals');

@ObjectType({ description: 'A stretch of time that would change hands, and what is in it.' })
export class HandOver {
  readonly handOver!: CountedHandOver;

  @Field(() => DateTimeScalar, { description: 'The first instant of it.' })
  from!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The first instant behind it; null when it has no end.',
  })
  until!: Date | null;

  @Field(() => Int, { description: 'How many of the account’s uses in it would change hands.' })
  uses!: number;

  @Field(() => Money, { description: 'What those uses were charged.' })
  charge!: Money;

  @Field(() => String, { nullable: true, description: 'The cost center before; null for none.' })
  fromCostCenter!: string | null;

  @Field(() => String, { nullable: true, description: 'The cost center afterwards; null for none.' })
  toCostCenter!: string | null;
}
