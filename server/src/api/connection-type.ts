import { type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { type Edge, PageInfo } from './page';

/** Makes the edge and connection types of a list of nodes; the names follow Relay. */
export function connectionType<Node extends object>(
  name: string,
  nodeType: () => ClassType<Node>,
  plural: string,
) {
  @ObjectType(`${name}Edge`, { description: `One of the ${plural} on a page, with its cursor.` })
  class EdgeType {
    @Field(() => String, { description: 'Opaque; give it as `after` or `before` to page on from here.' })
    cursor!: string;

    @Field(nodeType, { description: 'The object itself.' })
    node!: Node;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${plural}.` })
  class ConnectionType {
    @Field(() => [EdgeType], { description: 'The page with a cursor for each.' })
    edges!: readonly Edge<Node>[];

    @Field(() => [nodeType()], { description: 'The page without cursors.' })
    nodes!: readonly Node[];

    @Field(() => PageInfo, { description: 'Where the page stands.' })
    pageInfo!: PageInfo;

    countTotal!: () => Promise<number>;

    @Field(() => Int, {
      description: `How many ${plural} the filter finds in all; counted only when asked for.`,
    })
    totalCount(): Promise<number> {
      return this.countTotal();
    }
  }

  return ConnectionType;
}
