import { type Actor, accountActor, anonymousActor, signInActor } from '@countersign/server/platform/actor';
import type { GrantInForce } from '@countersign/shared/accounts/grants';
import type postgres from 'postgres';

const call = { address: '203.0.113.7', requestId: 'a-test' };

export const anonymous = anonymousActor(call);
export const signingIn = (accountId: string | null) => signInActor(accountId, call);

/** The demonstration's people as the database is told of them, by username. */
export async function demonstrationActors(superuser: postgres.Sql): Promise<(username: string) => Actor> {
  const rows = await superuser<{ username: string; accountId: string; grants: GrantInForce[] | null }[]>`
    select u.username_key as username, u.account_id as "accountId",
      (select json_agg(json_build_object('role', g.role, 'firmId', g.firm_id, 'courtId', g.court_id))
       from role_grants g where g.account_id = u.account_id) as grants
    from usernames u`;
  const actors = new Map(
    rows.map((row) => [row.username, accountActor(row.accountId, row.grants ?? [], call)] as const),
  );
  return (username) => {
    const actor = actors.get(username);
    if (!actor) throw new Error(`The demonstration has no ${username}.`);
    return actor;
  };
}

/** The firm that an actor administers. */
export function firmOf({ grants }: Actor): string {
  const firmId = grants.find((grant) => grant.firmId)?.firmId;
  if (!firmId) throw new Error('This actor administers no firm.');
  return firmId;
}

/** The account of an actor who has one. */
export function idOf({ accountId }: Actor): string {
  if (!accountId) throw new Error('This actor has no account.');
  return accountId;
}
