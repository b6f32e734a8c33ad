import { knownDevices, sessions } from '@countersign/drizzle/tables/signin';
import { siteStream } from '@countersign/shared/audit/entry';
import { sessionRule } from '@countersign/shared/signin/session';
import { usernameKey } from '@countersign/shared/signin/username';
import { eq } from 'drizzle-orm';
import { recordAudit } from '../audit/record';
import { signInActor } from '../platform/actor';
import type { Site } from '../platform/site';
import { longestPassword, passwordIsRight } from './password';
import { accountOfUsername, credentialsOf, knownDevice } from './queries';
import type { Throttle } from './throttle';
import { newToken, readToken, type Token } from './tokens';

export interface SignInCall {
  readonly username: string;
  readonly password: string;
  readonly address: string;
  readonly requestId: string;
  readonly userAgent: string;
  /** The cookie of an earlier sign-in in this browser. */
  readonly deviceCookie: string | undefined;
}

export type SignInOutcome =
  | { readonly kind: 'signedIn'; readonly accountId: string; readonly session: Token; readonly device: Token }
  | { readonly kind: 'refused' }
  | { readonly kind: 'throttled'; readonly retryAfterSeconds: number };

const longestUsername = 255;
const longestUserAgent = 300;

/** No account has this id: what is asked for an unknown username, so that the work is the same. */
const nobody = '00000000-0000-0000-0000-000000000000';

async function deviceOwner(site: Site, call: SignInCall, accountId: string): Promise<string | null> {
  const device = readToken(call.deviceCookie);
  const claimed = device?.accountId === accountId ? device : { accountId: nobody, hash: Buffer.alloc(32) };
  const [[known]] = await site.database.read(signInActor(claimed.accountId, call), [
    knownDevice({ accountId: claimed.accountId, tokenHash: claimed.hash }),
  ]);
  return known?.accountId ?? null;
}

async function open(site: Site, call: SignInCall, accountId: string): Promise<SignInOutcome> {
  const now = site.clock.now();
  const session = newToken(accountId);
  const device = newToken(accountId);
  const actor = signInActor(accountId, call);
  await site.database.write(actor, async (tx) => {
    await tx.insert(sessions).values({
      accountId,
      tokenHash: session.hash,
      startedAt: now,
      seenAt: now,
      endsAt: new Date(now.getTime() + sessionRule.longest),
      address: call.address,
      userAgent: call.userAgent.slice(0, longestUserAgent),
    });
    const before = readToken(call.deviceCookie);
    if (before) await tx.delete(knownDevices).where(eq(knownDevices.tokenHash, before.hash));
    await tx.insert(knownDevices).values({ accountId, tokenHash: device.hash, usedAt: now });
    await recordAudit(tx, actor, {
      stream: { kind: 'account', id: accountId },
      action: 'signin.session.started',
      details: {},
      at: now,
    });
  });
  return { kind: 'signedIn', accountId, session, device };
}

async function noteRefusal(site: Site, call: SignInCall, accountId: string | null): Promise<void> {
  const actor = signInActor(accountId, call);
  const at = site.clock.now();
  const stream = accountId ? ({ kind: 'account', id: accountId } as const) : siteStream;
  const writer = accountId ? actor : { ...actor, kind: 'system' as const };
  await site.database.write(writer, (tx) =>
    recordAudit(tx, writer, { stream, action: 'signin.session.refused', details: {}, at }),
  );
}

/** Signs a person in by username and password. What is said and how long it takes do not tell whether the username exists. */
export async function signIn(site: Site, throttle: Throttle, call: SignInCall): Promise<SignInOutcome> {
  if (call.username.length > longestUsername || call.password.length > longestPassword)
    return { kind: 'refused' };
  const key = usernameKey(call.username);
  const [[found]] = await site.database.read(signInActor(null, call), [
    accountOfUsername({ usernameKey: key }),
  ]);
  const accountId = found?.accountId ?? nobody;
  const attempt = {
    usernameKey: key,
    address: call.address,
    knownDeviceOf: await deviceOwner(site, call, accountId),
  };
  const wait = await throttle.count(attempt);
  if (wait !== null) return { kind: 'throttled', retryAfterSeconds: wait };
  const [[kept]] = await site.database.read(signInActor(accountId, call), [credentialsOf({ accountId })]);
  if (!(await passwordIsRight(kept?.passwordHash ?? null, call.password))) {
    await noteRefusal(site, call, found?.accountId ?? null);
    return { kind: 'refused' };
  }
  await throttle.forgive(attempt);
  return open(site, call, accountId);
}
