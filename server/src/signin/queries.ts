import { accounts, roleGrants } from '@countersign/drizzle/tables/accounts';
import { credentials, knownDevices, sessions, usernames } from '@countersign/drizzle/tables/signin';
import { and, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import { builder, compile } from '../platform/statement';

const value = sql.placeholder;

/** The account that has a username. */
export const accountOfUsername = compile(
  builder
    .select({ accountId: usernames.accountId })
    .from(usernames)
    .where(eq(usernames.usernameKey, value('usernameKey'))),
);

/** What a password is checked against. */
export const credentialsOf = compile(
  builder
    .select({ passwordHash: credentials.passwordHash })
    .from(credentials)
    .where(eq(credentials.accountId, value('accountId'))),
);

export const knownDevice = compile(
  builder
    .select({ accountId: knownDevices.accountId })
    .from(knownDevices)
    .where(
      and(eq(knownDevices.accountId, value('accountId')), eq(knownDevices.tokenHash, value('tokenHash'))),
    ),
);

/** The session a cookie names. */
export const sessionOf = compile(
  builder
    .select({ startedAt: sessions.startedAt, seenAt: sessions.seenAt, endsAt: sessions.endsAt })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.accountId, sessions.accountId))
    .where(and(eq(sessions.accountId, value('accountId')), eq(sessions.tokenHash, value('tokenHash')))),
);

/** The roles of an account that count at an instant. */
export const grantsInForce = compile(
  builder
    .select({ role: roleGrants.role, firmId: roleGrants.firmId, courtId: roleGrants.courtId })
    .from(roleGrants)
    .where(
      and(
        eq(roleGrants.accountId, value('accountId')),
        lte(roleGrants.startsAt, value('now')),
        isNull(roleGrants.endedAt),
        or(isNull(roleGrants.until), gt(roleGrants.until, value('now'))),
      ),
    )
    .limit(1000),
);
