import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { codeOf } from './apiError';

/**
 * The one operation of a page. What is in the cache shows at once and is asked for again; while another filter or
 * page loads, what was there before stays.
 */
export function usePageQuery<Data, Variables extends OperationVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  { skip = false } = {},
) {
  const result = useQuery<Data, OperationVariables>(query as TypedDocumentNode<Data, OperationVariables>, {
    variables,
    skip,
    fetchPolicy: 'cache-and-network',
  });
  // A session that ended takes nothing off the page: the shell asks to sign in again over it.
  const keeps = !result.error || codeOf(result.error) === 'UNAUTHENTICATED';
  const data = (result.data ?? (keeps ? result.previousData : undefined)) as Data | undefined;
  return {
    data,
    /** Shown only when there is nothing to show instead. */
    error: data ? undefined : result.error,
    /** Whether what is shown belongs to what was asked for before. */
    stale: result.loading && !result.data,
    retry: () => void result.refetch().catch(() => undefined),
  };
}
