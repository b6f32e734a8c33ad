import { type UseAuthority } from '@countersign/shared/usage/use-filter';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../api/enum-of';
import { Money } from '../api/money-type';
import { Node } from '../api/node-type';
import { DateTimeScalar } from '../api/scalars';
import { UseAuthorityEnum } from './enums';

export const batchOrigins = ['FILE', 'RECEIPTS', 'DEMONSTRATION'] as const;

export type BatchOrigin = (typeof batchOrigins)[number];

const BatchOriginEnum = enumOf(batchOrigins);
registerEnumType(BatchOriginEnum, {
  name: 'UsageBatchOrigin',
  description: 'What a batch of uses came from.',
  valuesConfig: {
    FILE: { description: 'A list of transactions in a file.' },
    RECEIPTS: { description: 'Receipts sent one by one or several at once.' },
    DEMONSTRATION: { description: 'Made for the demonstration.' },
  },
});

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'What one import or recording wrote for one payer. Needs `usage.use.read` there.',
})
export class UsageBatch extends Node {
  readonly __typename!: 'UsageBatch';

  @Field(() => UseAuthorityEnum, { description: 'Who says that its uses happened.' })
  authority!: UseAuthority;

  @Field(() => BatchOriginEnum, { description: 'What it came from.' })
  origin!: BatchOrigin;

  @Field(() => String, { nullable: true, description: 'As the file was called; null where there was none.' })
  fileName!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was written.' })
  at!: Date;

  @Field(() => Int, { description: 'How many uses it brought.' })
  uses!: number;

  @Field(() => Int, { description: 'How many of its rows were uses of an earlier batch.' })
  knownUses!: number;

  @Field(() => Money, { description: 'What its uses were charged together.' })
  charge!: Money;
}
