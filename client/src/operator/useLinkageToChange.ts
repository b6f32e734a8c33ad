import { graphql } from '../generated';
import type { LinkageRow } from '../ui/linkages';
import { usePageQuery } from '../ui/usePageQuery';

const linkageToChangeQuery = graphql(`
  query LinkageToChange($id: ID!) {
    node(id: $id) {
      ... on Linkage {
        ...LinkageRow
      }
    }
  }
`);

/** The interval a form is about; null where there is none any more. */
export function useLinkageToChange(id: string): { linkage?: LinkageRow | null; error?: unknown } {
  const { data, error } = usePageQuery(linkageToChangeQuery, { id });
  if (!data) return { error };
  return { linkage: data.node?.__typename === 'Linkage' ? data.node : null };
}
