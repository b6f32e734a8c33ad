import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../api/connection-type';
import { Money } from '../../api/money-type';
import { Node } from '../../api/node-type';
import { DateTimeScalar } from '../../api/scalars';
import { UserError } from '../../api/user-error-type';
import type { UserFault } from '../../platform/refusal';
import type { CodeChangeRow } from './queries';

export enum UsageCodeChangeAction {
  UNDO = 'UNDO',
}
registerEnumType(UsageCodeChangeAction, {
  name: 'UsageCodeChangeAction',
  description: 'What the viewer may do with a change of client codes.',
  valuesConfig: { UNDO: { description: 'Give its uses back what they had: `usageCodeUndo`.' } },
});

@ObjectType({
  implements: Node,
  description: 'A client code that was given to uses afterwards. Seen with `usage.use.read` at the payer.',
})
export class UsageCodeChange extends Node {
  readonly __typename!: 'UsageCodeChange';
  readonly row!: CodeChangeRow;

  @Field(() => Int, { description: 'Counted by payer from 1, in the order in which they happened.' })
  number!: number;

  @Field(() => String, { nullable: true, description: 'The code given; null where codes were taken away.' })
  clientCode!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was given.' })
  at!: Date;

  @Field(() => String, {
    nullable: true,
    description:
      'The filter that chose the uses, as the query of an address; null where they were named one by one.',
  })
  filter!: string | null;

  @Field(() => Int, { description: 'How many uses it changed.' })
  uses!: number;

  @Field(() => Money, { description: 'What these were charged together.' })
  charge!: Money;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was undone; null while it stands.' })
  undoneAt!: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many uses got back what they had; null while it stands.',
  })
  givenBack!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many uses something had changed since, so that they kept what they have; null while it stands.',
  })
  kept!: number | null;
}

export const UsageCodeChangeConnection = connectionType('UsageCodeChange', () => UsageCodeChange, 'changes');

@ObjectType({ simpleResolvers: true, description: 'Uses that have the same client code now.' })
export class UsageCodeCount {
  @Field(() => String, { nullable: true, description: 'The code; null for uses without one.' })
  clientCode!: string | null;

  @Field(() => Int, { description: 'How many of the chosen uses have it.' })
  uses!: number;

  @Field(() => Money, { description: 'What these were charged together.' })
  charge!: Money;
}

@ObjectType({
  simpleResolvers: true,
  description: 'What giving uses a client code would do.',
})
export class UsageCodePreview {
  @Field(() => Int, { description: 'How many uses would change; `expectedUses` of `usageCodeAssign`.' })
  uses!: number;

  @Field(() => Money, { description: 'What these were charged together.' })
  charge!: Money;

  @Field(() => Int, { description: 'How many of the chosen uses have the code already.' })
  unchanged!: number;

  @Field(() => [UsageCodeCount], {
    description: 'The codes that the uses would lose, the most frequent first; at most 20.',
  })
  codes!: readonly UsageCodeCount[];

  @Field(() => Int, { description: 'How many further codes there are beyond those.' })
  furtherCodes!: number;

  @Field(() => [UserError], { description: 'Why it would be refused; empty when it would be done.' })
  userErrors!: readonly UserFault[];
}
