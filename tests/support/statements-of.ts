import type { ApiClient } from './api-client';
import type { TestSite } from './test-site';

/** Statements an operation sends. A lease of API cost, one a second, may fall into a call: the smallest of three counts. */
export async function statementsOf(
  site: TestSite,
  client: ApiClient,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<number> {
  const counts: number[] = [];
  for (let call = 0; call < 3; call += 1) {
    const before = site.database.statementsSent();
    await client.data(query, variables);
    counts.push(site.database.statementsSent() - before);
  }
  return Math.min(...counts);
}
