import { graphql } from '../generated';
import type { LinkageRowFragment } from '../generated/graphql';
import { showStart } from './intervals';

export const linkageRow = graphql(`
  fragment LinkageRow on Linkage {
    id
    from
    until
    inForce
    costCenter
    remark
    setAt
    version
    allowedActions
    account {
      id
      accountNumber
      name {
        full
      }
    }
    firm {
      id
      number
      name
    }
    setBy {
      id
      name {
        full
      }
    }
  }
`);

export type LinkageRow = LinkageRowFragment;

export const linkageShow = ['current', 'other', 'all'] as const;

export type LinkageShow = (typeof linkageShow)[number];

export const linkageShowOptions: { value: LinkageShow; label: string }[] = [
  { value: 'all', label: 'All people' },
  { value: 'current', label: 'Current people' },
  { value: 'other', label: 'Former and future people' },
];

/** The filter as the API takes it. */
export const toLinkageInForce = (show: LinkageShow) => (show === 'all' ? null : show === 'current');

export const linkageSorts = ['NAME', 'ACCOUNT_NUMBER', 'FROM', 'COST_CENTER'] as const;

type Times = Pick<LinkageRow, 'from' | 'until' | 'inForce'>;

/** How an interval stands, in a word or a few. */
export function standingOfLinkage({ from, until, inForce }: Times, zone: string): string {
  if (inForce) return 'Current';
  return until !== null && new Date(until) <= new Date() ? 'Former' : `From ${showStart(from, zone)}`;
}
