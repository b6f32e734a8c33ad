import type { ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '../generated';
import type { UseRowFragment } from '../generated/graphql';

/** All there is to say of a use: what the table shows in columns, and the open row in full. */
export const useRow = graphql(`
  fragment UseRow on Use {
    id
    at
    timeKnown
    day
    quarter {
      year
      number
    }
    kind
    clientCode
    givenClientCode
    costCenter
    caseNumber
    description
    search
    format
    pages
    bytes
    billablePages
    charge {
      cents
    }
    expectedCharge {
      cents
    }
    difference {
      cents
    }
    verdict
    cause
    exempt
    exemptReason
    exemptNote
    authority
    transactionNumber
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
    firm {
      id
      number
      name
    }
    batch {
      id
      fileName
      origin
      at
    }
    alsoIn {
      id
      fileName
      origin
      at
    }
  }
`);

export type UseRow = UseRowFragment;

/** A page of uses with what all of the filter adds up to: a firm’s, one’s own, or those one pays for oneself. */
export const usesQuery = graphql(`
  query Uses(
    $firm: ID!
    $ofFirm: Boolean!
    $ofPerson: Boolean!
    $ofPayer: Boolean!
    $filter: UseFilter
    $orderBy: UseOrder
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    serviceCenter {
      zone
    }
    firm(id: $firm) @include(if: $ofFirm) {
      id
      number
      name
      usage {
        ...UsesPage
      }
    }
    viewer @skip(if: $ofFirm) {
      ownUsage @include(if: $ofPerson) {
        ...UsesPage
      }
      usage @include(if: $ofPayer) {
        ...UsesPage
      }
    }
  }

  fragment UsesPage on Usage {
    allowedActions
    uses(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
      nodes {
        ...UseRow
      }
      totals {
        uses
        charge {
          cents
        }
        differingUses
        difference {
          cents
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`);

/** Whose uses: of a firm by its number, one’s own whoever paid, or those one pays for oneself. */
export type UsesOf = { readonly firm: string } | 'person' | 'payer';

export const whose = (of: UsesOf) => ({
  firm: typeof of === 'object' ? of.firm : '',
  ofFirm: typeof of === 'object',
  ofPerson: of === 'person',
  ofPayer: of === 'payer',
});

type UsesData = ResultOf<typeof usesQuery>;

/** The uses in an answer with what may be done with them; null where they are not the viewer’s to see. */
export const usageIn = ({ firm, viewer }: UsesData) =>
  firm?.usage ?? viewer?.ownUsage ?? viewer?.usage ?? null;

export type UsageFound = NonNullable<ReturnType<typeof usageIn>>;

export type UsesPage = UsageFound['uses'];
