import { graphql } from '../../generated';

/** The changes of a firm, or of what one pays for oneself. */
export const codeChangesQuery = graphql(`
  query CodeChanges(
    $firm: ID!
    $ofFirm: Boolean!
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    firm(id: $firm) @include(if: $ofFirm) {
      id
      number
      name
      usage {
        ...CodeChangesPage
      }
    }
    viewer @skip(if: $ofFirm) {
      usage {
        ...CodeChangesPage
      }
    }
  }

  fragment CodeChangesPage on Usage {
    codeChanges(first: $first, after: $after, last: $last, before: $before) {
      nodes {
        ...CodeChangeRow
      }
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`);
