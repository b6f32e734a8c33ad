import type { GrantInForce } from '@countersign/shared/accounts/grants';

/** Who acts, as the database is told. Roles are read anew on each request. */
export interface Actor {
  readonly kind: 'anonymous' | 'signin' | 'account' | 'operator' | 'job' | 'system';
  readonly accountId: string | null;
  readonly grants: readonly GrantInForce[];
  readonly payers: readonly string[];
  readonly courts: readonly string[];
  /** Where the call came from; null for jobs and commands. */
  readonly address: string | null;
  readonly requestId: string | null;
}

const nobody = { accountId: null, grants: [], payers: [], courts: [], address: null, requestId: null };

/** The site's own jobs and commands, for work that belongs to no single tenant. */
export const systemActor: Actor = { ...nobody, kind: 'system' };

export function anonymousActor(call: { address: string | null; requestId: string | null }): Actor {
  return { ...nobody, ...call, kind: 'anonymous' };
}

/** A caller whose account is claimed but not yet proved: it may read the directory and that account's credentials. */
export function signInActor(
  accountId: string | null,
  call: { address: string | null; requestId: string | null },
): Actor {
  return { ...nobody, ...call, accountId, kind: 'signin' };
}

/** A job that works for one payer; `accountId` is who asked for it, or the person himself where he is the payer. */
export function jobActor(payerId: string, accountId: string | null = null): Actor {
  return { ...nobody, kind: 'job', accountId, payers: [payerId] };
}

/** A signed-in person with the roles in force now. */
export function accountActor(
  accountId: string,
  grants: readonly GrantInForce[],
  call: { address: string | null; requestId: string | null },
): Actor {
  return {
    ...call,
    kind: grants.some((grant) => grant.role === 'OPERATOR') ? 'operator' : 'account',
    accountId,
    grants,
    // A person who pays for himself is a payer under his account's id.
    payers: [accountId, ...grants.flatMap((grant) => grant.firmId ?? [])],
    courts: grants.flatMap((grant) => grant.courtId ?? []),
  };
}
