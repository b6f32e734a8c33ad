import { ObjectType, registerEnumType } from 'type-graphql';
import type { UsageScope } from './scope';

export enum UsageAction {
  CODE_ASSIGN = 'CODE_ASSIGN',
}
registerEnumType(UsageAction, {
  name: 'UsageAction',
  description: 'What the viewer may do with usage.',
  valuesConfig: {
    CODE_ASSIGN: { description: 'Give uses another client code: `usageCodeAssign`.' },
  },
});

@ObjectType({
  description:
    'What was used and what it cost: of a firm, of a person who pays for himself, or of a person whoever paid.',
})
export class Usage {
  readonly scope!: UsageScope;
}
