import type { ApiAnswer, ApiClient } from './api-client';

const payload = 'view { id name query columns createdAt version } userErrors { code field message }';

/** Asks for a view to be kept. */
export const viewCreate = (client: ApiClient, input: Record<string, unknown>): Promise<ApiAnswer> =>
  client.query(`mutation ($input: SavedViewCreateInput!) { savedViewCreate(input: $input) { ${payload} } }`, {
    input: { query: '', ...input },
  });

/** Asks for a view to be changed. */
export const viewUpdate = (client: ApiClient, input: Record<string, unknown>): Promise<ApiAnswer> =>
  client.query(`mutation ($input: SavedViewUpdateInput!) { savedViewUpdate(input: $input) { ${payload} } }`, {
    input: { expectedVersion: 1, ...input },
  });

/** Asks for a view to be forgotten. */
export const viewDelete = (client: ApiClient, view: string): Promise<ApiAnswer> =>
  client.query(
    'mutation ($input: SavedViewDeleteInput!) { savedViewDelete(input: $input) { deletedView userErrors { code field } } }',
    { input: { view } },
  );

export interface KeptView {
  readonly id: string;
  readonly [field: string]: unknown;
}

/** Keeps a view that must be kept. */
export async function keptView(client: ApiClient, input: Record<string, unknown>): Promise<KeptView> {
  const { data, errors } = await viewCreate(client, input);
  const view = data?.savedViewCreate?.view;
  if (!view) throw new Error(`Not kept: ${JSON.stringify([data, errors])}`);
  return view;
}
