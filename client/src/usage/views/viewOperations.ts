import { graphql } from '../../generated';

export const savedViewsQuery = graphql(`
  query SavedViews($firm: ID!, $ofFirm: Boolean!) {
    firm(id: $firm) @include(if: $ofFirm) {
      id
      usage {
        ...SavedViewsOf
      }
    }
    viewer @skip(if: $ofFirm) {
      usage {
        ...SavedViewsOf
      }
    }
  }

  fragment SavedViewsOf on Usage {
    savedViews {
      ...SavedViewRow
    }
  }

  fragment SavedViewRow on SavedView {
    id
    name
    query
    columns
    version
  }
`);

export const savedViewCreate = graphql(`
  mutation SavedViewCreate($input: SavedViewCreateInput!) {
    savedViewCreate(input: $input) {
      view {
        ...SavedViewRow
      }
      userErrors {
        message
        field
      }
    }
  }
`);

export const savedViewDelete = graphql(`
  mutation SavedViewDelete($input: SavedViewDeleteInput!) {
    savedViewDelete(input: $input) {
      deletedView
      userErrors {
        message
        field
      }
    }
  }
`);
