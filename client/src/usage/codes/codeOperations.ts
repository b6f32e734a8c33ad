import { graphql } from '../../generated';

export const codePreviewQuery = graphql(`
  query UsageCodePreview($input: UsageCodePreviewInput!) {
    usageCodePreview(input: $input) {
      uses
      charge {
        cents
      }
      unchanged
      codes {
        clientCode
        uses
        charge {
          cents
        }
      }
      furtherCodes
      userErrors {
        message
        field
      }
    }
  }
`);

export const codeChangeRow = graphql(`
  fragment CodeChangeRow on UsageCodeChange {
    id
    number
    clientCode
    at
    filter
    uses
    charge {
      cents
    }
    undoneAt
    givenBack
    kept
    allowedActions
    assignedBy {
      id
      name {
        full
      }
    }
    undoneBy {
      id
      name {
        full
      }
    }
  }
`);

export const codeAssignMutation = graphql(`
  mutation UsageCodeAssign($input: UsageCodeAssignInput!) {
    usageCodeAssign(input: $input) {
      change {
        ...CodeChangeRow
      }
      userErrors {
        message
        field
      }
    }
  }
`);

export const codeUndoMutation = graphql(`
  mutation UsageCodeUndo($input: UsageCodeUndoInput!) {
    usageCodeUndo(input: $input) {
      change {
        ...CodeChangeRow
      }
      userErrors {
        message
        field
      }
    }
  }
`);

/** What shows codes and is asked for again when they change. */
export const showingCodes = ['Uses', 'UsesFacet', 'CodeChanges'];
