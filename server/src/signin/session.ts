import { sessions } from '@countersign/drizzle/tables/signin';
import type { GrantInForce } from '@countersign/shared/accounts/grants';
import { seenEvery, sessionIsOpen, sessionRule } from '@countersign/shared/signin/session';
import { and, eq, lt, or } from 'drizzle-orm';
import { type Actor, accountActor, anonymousActor, signInActor, systemActor } from '../platform/actor';
import type { Site } from '../platform/site';
import { grantsInForce, sessionOf } from './queries';
import { readToken } from './tokens';

/** A session as its holder sees it. */
export interface OpenSession {
  readonly tokenHash: Buffer;
  readonly startedAt: Date;
  readonly endsAt: Date;
  readonly idleEndsAt: Date;
}

export interface Caller {
  readonly actor: Actor;
  readonly session: OpenSession | null;
}

interface Call {
  readonly address: string | null;
  readonly requestId: string | null;
}

async function readCaller(site: Site, cookie: string | undefined, call: Call) {
  const token = readToken(cookie);
  if (!token) return null;
  const { accountId, hash } = token;
  const now = site.clock.now();
  const claimant = signInActor(accountId, call);
  const [[found], grants] = await site.database.read(claimant, [
    sessionOf({ accountId, tokenHash: hash }),
    grantsInForce({ accountId, now }),
  ]);
  if (!found || !sessionIsOpen(found, now)) return null;
  const callerSeen = (seenAt: Date): Caller => {
    const idleEndsAt = new Date(Math.min(seenAt.getTime() + sessionRule.idle, found.endsAt.getTime()));
    return {
      actor: accountActor(accountId, grants as GrantInForce[], call),
      session: { tokenHash: hash, startedAt: found.startedAt, endsAt: found.endsAt, idleEndsAt },
    };
  };
  return { claimant, accountId, hash, now, seenAt: found.seenAt, callerSeen };
}

const nobody = (call: Call): Caller => ({ actor: anonymousActor(call), session: null });

/** Finds out who calls, by the session cookie; its roles are read anew each time, in the same round trip. */
export async function findCaller(site: Site, cookie: string | undefined, call: Call): Promise<Caller> {
  const read = await readCaller(site, cookie, call);
  if (!read) return nobody(call);
  const { claimant, accountId, hash, now, seenAt, callerSeen } = read;
  if (now.getTime() - seenAt.getTime() < seenEvery) return callerSeen(seenAt);
  await site.database.write(claimant, (tx) =>
    tx
      .update(sessions)
      .set({ seenAt: now })
      .where(and(eq(sessions.accountId, accountId), eq(sessions.tokenHash, hash))),
  );
  return callerSeen(now);
}

/** The same without its being a use of the session: what only listens must not keep it open. */
export async function peekCaller(site: Site, cookie: string | undefined, call: Call): Promise<Caller> {
  const read = await readCaller(site, cookie, call);
  return read ? read.callerSeen(read.seenAt) : nobody(call);
}

/** Takes away sessions that no longer count; run by night. */
export async function cleanSessions(site: Site): Promise<void> {
  const now = site.clock.now();
  const idleSince = new Date(now.getTime() - sessionRule.idle);
  await site.database.write(systemActor, (tx) =>
    tx.delete(sessions).where(or(lt(sessions.endsAt, now), lt(sessions.seenAt, idleSince))),
  );
}
