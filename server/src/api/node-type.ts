import { Field, ID, InterfaceType } from 'type-graphql';

@InterfaceType({
  description: 'An object that can be fetched again by its global id through `node`.',
})
export abstract class Node {
  @Field(() => ID, { description: 'Global id: opaque, stable, unique over all types.' })
  id!: string;
}
