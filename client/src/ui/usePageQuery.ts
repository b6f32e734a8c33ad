import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';

/**
 * The one operation of a page. What is in the cache shows at once and is asked for again; while another filter or
 * page loads, what was there before stays.
 */
export function usePageQuery<Data, Variables extends OperationVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
) {
  const result = useQuery<Data, OperationVariables>(query as TypedDocumentNode<Data, OperationVariables>, {
    variables,
    fetchPolicy: 'cache-and-network',
  });
  const data = (result.data ?? (result.error ? undefined : result.previousData)) as Data | undefined;
  return {
    data,
    /** Shown only when there is nothing to show instead. */
    error: data ? undefined : result.error,
    /** Whether what is shown belongs to what was asked for before. */
    stale: result.loading && !result.data,
    retry: () => void result.refetch().catch(() => undefined),
  };
}
