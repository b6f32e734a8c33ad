import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { listRolesOfAccount } from '../accounts/list-role-grants';
import { presentAccount } from '../accounts/present';
import { Account, RoleGrant } from '../accounts/types';
import { type Context, continueAs } from '../api/context';
import { presentCourt } from '../courts/present-court';
import { Court } from '../courts/types';
import { presentFirm } from '../firms/present-firm';
import { Firm } from '../firms/types';
import { anonymousActor } from '../platform/actor';
import { clearSessionCookie, cookieNames, setSignInCookies } from './cookies';
import { findCaller } from './session';
import { signIn } from './sign-in';
import { signOut } from './sign-out';
import {
  PermissionType,
  SignedIn,
  SignInInput,
  SignInRefused,
  SignInResult,
  SignInThrottled,
  SignOutInput,
  SignOutPayload,
  Viewer,
} from './types';
import { presentViewer } from './viewer';

/** A person with more roles than this in force sees the newest. */
const mostRoles = 100;

async function courtsOf({ loaders, site }: Context, courtIds: readonly string[]): Promise<Court[]> {
  const rows = await Promise.all(courtIds.map((courtId) => loaders.court.load(courtId)));
  return rows.flatMap((row) => (row ? presentCourt(row, site.clock.now()) : []));
}

async function firmsOf({ loaders }: Context, firmIds: readonly string[]): Promise<Firm[]> {
  const rows = await Promise.all(firmIds.map((firmId) => loaders.firm.load(firmId)));
  return rows.flatMap((row) => (row ? presentFirm(row) : []));
}

@Resolver(() => Viewer)
export class ViewerResolver {
  @Query(() => Viewer, { description: 'Whoever asks, signed in or not. Open to everybody.' })
  viewer(@Ctx() context: Context): Viewer {
    return presentViewer(context);
  }

  @FieldResolver(() => Account, {
    nullable: true,
    description: 'One’s own account; null when not signed in.',
  })
  async account(@Ctx() { actor, loaders }: Context): Promise<Account | null> {
    const row = actor.accountId ? await loaders.account.load(actor.accountId) : null;
    return row && presentAccount(row);
  }

  @FieldResolver(() => [RoleGrant], { description: 'One’s own roles in force, newest first, at most 100.' })
  async roles(@Ctx() { site, actor }: Context): Promise<readonly RoleGrant[]> {
    if (actor.accountId === null) return [];
    const page = await listRolesOfAccount(
      site,
      actor,
      actor.accountId,
      { inForce: true },
      { first: mostRoles },
    );
    return page?.nodes ?? [];
  }

  @FieldResolver(() => [Firm], { description: 'Firms one administers.' })
  firms(@Ctx() context: Context): Promise<Firm[]> {
    return firmsOf(context, context.actor.payers);
  }

  @FieldResolver(() => [Court], { description: 'Courts where one is a clerk.' })
  clerkCourts(@Ctx() context: Context): Promise<Court[]> {
    return courtsOf(context, context.actor.courts);
  }
}

@Resolver(() => PermissionType)
export class PermissionResolver {
  @FieldResolver(() => [Firm], {
    description: 'Firms it holds at; empty when it holds everywhere or at none.',
  })
  firms(@Root() permission: PermissionType, @Ctx() context: Context): Promise<Firm[]> {
    return firmsOf(context, permission.firmIds);
  }

  @FieldResolver(() => [Court], {
    description: 'Courts it holds at; empty when it holds everywhere or at none.',
  })
  courts(@Root() permission: PermissionType, @Ctx() context: Context): Promise<Court[]> {
    return courtsOf(context, permission.courtIds);
  }
}

@Resolver()
export class SignInMutations {
  @Mutation(() => SignInResult, {
    description: 'Signs in by username and password. Open to everybody; attempts are counted.',
  })
  async signIn(
    @Arg('input', () => SignInInput, { description: 'Who signs in.' }) { username, password }: SignInInput,
    @Ctx() context: Context,
  ): Promise<SignedIn | SignInRefused | SignInThrottled> {
    const { site, throttle, address, requestId, userAgent, cookies, reply } = context;
    const deviceCookie = cookies[cookieNames(site.configuration).device];
    const outcome = await signIn(site, throttle, {
      username,
      password,
      address,
      requestId,
      userAgent,
      deviceCookie,
    });
    if (outcome.kind === 'refused')
      return {
        __typename: 'SignInRefused',
        message: 'This username and password do not fit together. Check both and try again.',
      };
    if (outcome.kind === 'throttled') {
      return {
        __typename: 'SignInThrottled',
        message: 'There were too many attempts. Wait a while and try again.',
        retryAfterSeconds: outcome.retryAfterSeconds,
      };
    }
    setSignInCookies(reply, site.configuration, outcome.session, outcome.device);
    continueAs(context, await findCaller(site, outcome.session.cookie, { address, requestId }));
    return { __typename: 'SignedIn', viewer: presentViewer(context) };
  }

  @Mutation(() => SignOutPayload, {
    description: 'Ends the session here, or everywhere. Needs `signin.session.end`.',
  })
  async signOut(
    @Arg('input', () => SignOutInput, { description: 'Where to sign out.' }) { everywhere }: SignOutInput,
    @Ctx() context: Context,
  ): Promise<SignOutPayload> {
    const { site, reply, address, requestId } = context;
    const endedSessions = await signOut(site, context, everywhere === true);
    clearSessionCookie(reply, site.configuration);
    continueAs(context, { actor: anonymousActor({ address, requestId }), session: null });
    return { endedSessions, viewer: presentViewer(context), userErrors: [] };
  }
}
