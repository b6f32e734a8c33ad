import { isInForce, may } from '@countersign/shared/accounts/grants';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../api/context';
import { OrderDirection } from '../api/order-direction';
import { type Connection, PageArgs } from '../api/page';
import { presentCourt } from '../courts/present-court';
import { Court } from '../courts/types';
import { presentFirm } from '../firms/present-firm';
import { Firm } from '../firms/types';
import { holderOf, NotSignedIn } from '../platform/refusal';
import { findAccount, mayReadAccount } from './find-account';
import { AccountFilter, AccountOrder, AccountOrderFieldEnum, RoleGrantFilter } from './inputs';
import { listAccounts } from './list-accounts';
import { listRoleGrants, listRolesOfAccount } from './list-role-grants';
import { presentAccount } from './present';
import { roleGrantFilterOf } from './role-grant-filter';
import {
  Account,
  AccountAction,
  AccountConnection,
  RoleGrant,
  RoleGrantAction,
  RoleGrantConnection,
} from './types';

@Resolver(() => Account)
export class AccountResolver {
  @Query(() => Account, {
    nullable: true,
    description:
      'An account by global id or seven-digit number. Needs `accounts.account.read`, or that it is one’s own; null otherwise.',
  })
  async account(
    @Arg('id', () => ID, { description: 'Global id or seven-digit account number.' }) id: string,
    @Ctx() { site, actor, loaders }: Context,
  ): Promise<Account | null> {
    if (actor.accountId === null) throw new NotSignedIn();
    const row = await findAccount(site, actor, loaders, id);
    return row && presentAccount(row);
  }

  @Query(() => AccountConnection, { description: 'All accounts. Needs `accounts.account.read`.' })
  async accounts(
    @Arg('filter', () => AccountFilter, { nullable: true, description: 'Which accounts; all without it.' })
    filter: AccountFilter | null,
    @Arg('orderBy', () => AccountOrder, { nullable: true, description: 'By name from A when left out.' })
    orderBy: AccountOrder | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { site, actor }: Context,
  ): Promise<Connection<Account>> {
    return listAccounts(
      site,
      actor,
      filter ?? {},
      orderBy ?? { field: AccountOrderFieldEnum.NAME, direction: OrderDirection.ASC },
      args,
    );
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The username. For the holder and `accounts.account.read`; null for others.',
  })
  username(@Root() { row }: Account, @Ctx() { actor }: Context): string | null {
    return mayReadAccount(actor, row.accountId) ? row.username : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The e-mail address. For the holder and `accounts.account.read`; null for others.',
  })
  email(@Root() { row }: Account, @Ctx() { actor }: Context): string | null {
    return mayReadAccount(actor, row.accountId) ? row.email : null;
  }

  @FieldResolver(() => RoleGrantConnection, {
    nullable: true,
    description:
      'Roles given to the person, newest first. For the holder and `accounts.role.read`; null for others.',
  })
  roles(
    @Root() { row }: Account,
    @Arg('inForce', () => Boolean, { nullable: true, description: 'Only roles in force, or only past ones.' })
    inForce: boolean | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { site, actor }: Context,
  ): Promise<Connection<RoleGrant>> | null {
    return listRolesOfAccount(site, actor, row.accountId, { inForce }, args);
  }

  @FieldResolver(() => [AccountAction], { description: 'What the viewer may do with the account.' })
  allowedActions(@Root() { row }: Account, @Ctx() { actor }: Context): AccountAction[] {
    return may(holderOf(actor), 'accounts.role.give') && actor.accountId !== row.accountId
      ? [AccountAction.ROLE_GIVE]
      : [];
  }
}

@Resolver(() => RoleGrant)
export class RoleGrantResolver {
  @Query(() => RoleGrantConnection, {
    description: 'Every role given on the site, newest first. Needs `accounts.role.read`.',
  })
  async roleGrants(
    @Arg('filter', () => RoleGrantFilter, { nullable: true, description: 'Which roles; all without it.' })
    filter: RoleGrantFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { site, actor }: Context,
  ): Promise<Connection<RoleGrant>> {
    return listRoleGrants(site, actor, await roleGrantFilterOf(site, actor, filter ?? {}), args);
  }

  @FieldResolver(() => Account, { description: 'The person who has the role.' })
  async account(@Root() { row }: RoleGrant, @Ctx() { loaders }: Context): Promise<Account> {
    const account = await loaders.account.load(row.accountId);
    if (!account) throw new Error(`A grant of account ${row.accountId} is visible and the account is not.`);
    return presentAccount(account);
  }

  @FieldResolver(() => Firm, {
    nullable: true,
    description:
      'The firm of a firm administrator. Needs `firms.firm.read` there; null without it and for other roles.',
  })
  async firm(@Root() { row }: RoleGrant, @Ctx() { loaders, actor }: Context): Promise<Firm | null> {
    const { firmId } = row;
    const visible = firmId !== null && may(holderOf(actor), 'firms.firm.read', { firmId });
    const firm = visible ? await loaders.firm.load(firmId) : null;
    return firm && presentFirm(firm);
  }

  @FieldResolver(() => Court, { nullable: true, description: 'The court of a clerk; null for other roles.' })
  async court(@Root() { row }: RoleGrant, @Ctx() { loaders, site }: Context): Promise<Court | null> {
    const court = row.courtId ? await loaders.court.load(row.courtId) : null;
    return court && presentCourt(court, site.clock.now());
  }

  @FieldResolver(() => Account, {
    nullable: true,
    description: 'Who gave it. Needs `accounts.account.read`; null otherwise and for a command.',
  })
  async givenBy(@Root() { row }: RoleGrant, @Ctx() { loaders, actor }: Context): Promise<Account | null> {
    if (!row.givenBy || !mayReadAccount(actor, row.givenBy)) return null;
    const giver = await loaders.account.load(row.givenBy);
    return giver && presentAccount(giver);
  }

  @FieldResolver(() => [RoleGrantAction], { description: 'What the viewer may do with the role.' })
  allowedActions(@Root() { row }: RoleGrant, @Ctx() { actor, site }: Context): RoleGrantAction[] {
    const mayEnd = may(holderOf(actor), 'accounts.role.end') && actor.accountId !== row.accountId;
    return mayEnd && isInForce(row, site.clock.now()) ? [RoleGrantAction.END] : [];
  }
}
