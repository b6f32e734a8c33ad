import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../api/connection-type';
import { Node } from '../api/node-type';
import { DateTimeScalar } from '../api/scalars';

export enum FirmAction {
  LINKAGE_SET = 'LINKAGE_SET',
}
registerEnumType(FirmAction, {
  name: 'FirmAction',
  description: 'What the viewer may do with a firm.',
  valuesConfig: { LINKAGE_SET: { description: 'Make it answer for an account: `linkageSet`.' } },
});

@ObjectType({
  implements: Node,
  description:
    'A firm with its PACER Administrative Account (PAA): it manages and pays for the accounts linked to it.',
})
export class Firm extends Node {
  readonly __typename!: 'Firm';
  readonly payerId!: string;

  @Field(() => String, { description: 'The seven-digit number of the PAA; `firm(id:)` takes it.' })
  number!: string;

  @Field(() => String, { description: 'What the firm calls itself.' })
  name!: string;

  @Field(() => DateTimeScalar, { description: 'When the PAA was created.' })
  createdAt!: Date;
}

export const FirmConnection = connectionType('Firm', () => Firm, 'firms');
