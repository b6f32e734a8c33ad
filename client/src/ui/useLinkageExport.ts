import { graphql } from '../generated';
import type { LinkageFilter, LinkageOrder } from '../generated/graphql';
import { showEnd, showStart } from './intervals';
import { type LinkageRow, standingOfLinkage } from './linkages';
import { useCsvExport } from './useCsvExport';

const peopleFileQuery = graphql(`
  query PeopleFile($number: ID!, $filter: LinkageFilter, $orderBy: LinkageOrder, $first: Int, $after: String) {
    firm(id: $number) {
      id
      linkages(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
        nodes {
          ...LinkageRow
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
      }
    }
  }
`);

interface People {
  readonly number: string;
  readonly filter: LinkageFilter;
  readonly orderBy: LinkageOrder;
}

/** Saves a firm’s people, as they are filtered and sorted, as a CSV file. */
export function useLinkageExport({ number, filter, orderBy }: People, zone: string) {
  return useCsvExport({
    query: peopleFileQuery,
    variables: { number, filter, orderBy },
    listOf: ({ firm }) => firm?.linkages,
    fileName: `people-of-${number}`,
    columns: [
      ['Name', (row: LinkageRow) => row.account.name.full],
      ['Account number', (row) => row.account.accountNumber],
      ['Standing', (row) => standingOfLinkage(row, zone)],
      ['From', (row) => showStart(row.from, zone)],
      ['To', (row) => row.until && showEnd(row.until, zone)],
      ['Cost center', (row) => row.costCenter],
    ],
  });
}
