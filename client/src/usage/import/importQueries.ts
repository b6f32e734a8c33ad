import { graphql } from '../../generated';
import type { ImportDetailFragment, ImportRowFragment } from '../../generated/graphql';

/** What the list of imports tells of each. */
export const importRow = graphql(`
  fragment ImportRow on UsageImport {
    id
    state
    fileName
    bytes
    createdAt
    createdBy {
      id
      name {
        full
      }
    }
    progress {
      bytes
      rows
    }
    findings {
      goodRows
      badRows
      knownRows
      charge {
        cents
      }
    }
    batch {
      id
      uses
    }
  }
`);

export type ImportRow = ImportRowFragment;

/** A page of the imports of a firm, or of one’s own. */
export const importsQuery = graphql(`
  query UsageImports(
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
      usageImports(first: $first, after: $after, last: $last, before: $before) {
        ...ImportsPage
      }
    }
    viewer @skip(if: $ofFirm) {
      usageImports(first: $first, after: $after, last: $last, before: $before) {
        ...ImportsPage
      }
    }
  }

  fragment ImportsPage on UsageImportConnection {
    nodes {
      ...ImportRow
    }
    totalCount
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
`);

/** All there is to say of one import. */
export const importDetail = graphql(`
  fragment ImportDetail on UsageImport {
    ...ImportRow
    version
    firm {
      id
      number
      name
    }
    separator
    firstLines
    headerRow
    headers
    columns {
      column
      header
    }
    dateOrder
    decimalMark
    kindWords {
      text
      kind
    }
    mappingProblems {
      code
      columns
      message
    }
    progress {
      badRows
    }
    allOrNothing
    cancelAsked
    failure
    badRowsUrl
    allowedActions
    findings {
      rows
      differingRows
      difference {
        cents
      }
      problemCounts {
        code
        column
        rows
      }
      firstProblems {
        line
        code
        column
        value
        message
      }
      firstRows {
        line
        at
        timeKnown
        kind
        caseNumber
        clientCode
        description
        search
        pages
        charge {
          cents
        }
        account {
          id
          accountNumber
          name {
            full
          }
        }
        court {
          id
          code
          title
        }
        cause
      }
      unknownAccounts {
        ...ImportNames
      }
      unknownCourts {
        ...ImportNames
      }
      unknownKinds {
        ...ImportNames
      }
    }
  }

  fragment ImportNames on UsageImportNames {
    named {
      name
      rows
    }
    otherRows
  }
`);

export type Import = ImportDetailFragment;
export type Findings = NonNullable<Import['findings']>;

export const importQuery = graphql(`
  query UsageImportPage($id: ID!) {
    serviceCenter {
      zone
    }
    node(id: $id) {
      __typename
      id
      ... on UsageImport {
        ...ImportDetail
      }
    }
  }
`);

/** How far it is: asked for each second while it goes on. */
export const importProgressQuery = graphql(`
  query UsageImportProgress($id: ID!) {
    node(id: $id) {
      id
      ... on UsageImport {
        state
        version
        cancelAsked
        allowedActions
        progress {
          bytes
          rows
          badRows
        }
      }
    }
  }
`);

export const importMapMutation = graphql(`
  mutation UsageImportMap($input: UsageImportMapInput!) {
    usageImportMap(input: $input) {
      import {
        ...ImportDetail
      }
      userErrors {
        message
        field
      }
    }
  }
`);

export const importCheckMutation = graphql(`
  mutation UsageImportCheck($input: UsageImportCheckInput!) {
    usageImportCheck(input: $input) {
      import {
        ...ImportDetail
      }
      userErrors {
        message
        field
      }
    }
  }
`);

export const importRunMutation = graphql(`
  mutation UsageImportRun($input: UsageImportRunInput!) {
    usageImportRun(input: $input) {
      import {
        ...ImportDetail
      }
      userErrors {
        message
        field
      }
    }
  }
`);

export const importCancelMutation = graphql(`
  mutation UsageImportCancel($input: UsageImportCancelInput!) {
    usageImportCancel(input: $input) {
      import {
        ...ImportDetail
      }
      userErrors {
        message
        field
      }
    }
  }
`);

export const importDiscardMutation = graphql(`
  mutation UsageImportDiscard($input: UsageImportDiscardInput!) {
    usageImportDiscard(input: $input) {
      discardedImport
      userErrors {
        message
        field
      }
    }
  }
`);
