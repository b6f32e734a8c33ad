import type { ApiClient } from './api-client';

/** How a list is paged through: the path to it, such as firm.administrators; its query takes $first, $after, $last and $before besides its own variables. */
export interface Walk {
  readonly query: string;
  readonly field: string;
  readonly size: number;
  readonly backward?: boolean;
  readonly variables?: Record<string, unknown>;
}

interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

const mostPages = 1000;

/** Pages through a whole list; its pages in the order of the list, whichever way they were fetched. */
export async function walkPages<Node>(client: ApiClient, walk: Walk): Promise<Page<Node>[]> {
  const { query, field, size, backward = false, variables } = walk;
  const pages: Page<Node>[] = [];
  let cursor: string | null = null;
  for (let more = true; more; ) {
    const bounds = backward ? { last: size, before: cursor } : { first: size, after: cursor };
    const data = await client.data(query, { ...variables, ...bounds });
    const page: Page<Node> = field.split('.').reduce((object, name) => object[name], data);
    pages.push(page);
    more = backward ? page.pageInfo.hasPreviousPage : page.pageInfo.hasNextPage;
    cursor = backward ? page.pageInfo.startCursor : page.pageInfo.endCursor;
    if (pages.length > mostPages) throw new Error(`${field} does not end.`);
  }
  return backward ? pages.reverse() : pages;
}
