import { ObjectType } from 'type-graphql';
import type { UsageScope } from './scope';

@ObjectType({
  description:
    'What was used and what it cost: of a firm, of a person who pays for himself, or of a person whoever paid.',
})
export class Usage {
  readonly scope!: UsageScope;
}
