import { graphql } from '../generated';
import type { GrantRowFragment } from '../generated/graphql';
import { showLocalDay } from './dates';

export const grantRow = graphql(`
  fragment GrantRow on RoleGrant {
    id
    role
    from
    until
    endedAt
    inForce
    remark
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
    court {
      id
      code
      title
    }
    givenBy {
      id
      name {
        full
      }
    }
  }
`);

export type Grant = GrantRowFragment;

/** How a role stands, in a few words. */
export function standingOf({
  inForce,
  until,
  endedAt,
}: Pick<Grant, 'inForce' | 'until' | 'endedAt'>): string {
  if (endedAt) return `Ended ${showLocalDay(endedAt)}`;
  if (!inForce && until) return `Lapsed ${showLocalDay(until)}`;
  if (!inForce) return 'Not in force';
  return until ? `Until ${showLocalDay(until)}` : 'In force';
}

/** Why somebody may not end a role, where the server does not offer it. */
export function whyNotEnd(grant: Pick<Grant, 'inForce' | 'allowedActions' | 'account'>, viewerId?: string) {
  if (grant.allowedActions.includes('END')) return undefined;
  if (!grant.inForce) return 'This role is no longer in force.';
  if (grant.account.id === viewerId) return 'Nobody ends a role of his own: ask another operator.';
  return 'This role cannot be ended by you. If it is the last operator’s, give the role to another person first.';
}

export const inForceFilter = ['in-force', 'ended', 'all'] as const;

export type InForceFilter = (typeof inForceFilter)[number];

export const inForceOptions: { value: InForceFilter; label: string }[] = [
  { value: 'in-force', label: 'In force' },
  { value: 'ended', label: 'Ended' },
  { value: 'all', label: 'In force and ended' },
];

/** The filter as the API takes it. */
export const toInForce = (filter: InForceFilter) => (filter === 'all' ? null : filter === 'in-force');
