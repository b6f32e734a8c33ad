import { may } from '@countersign/shared/accounts/grants';
import { Arg, Args, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { accountIdOf, mayReadAccount } from '../accounts/find-account';
import { presentAccount } from '../accounts/present';
import { Account } from '../accounts/types';
import type { Context } from '../api/context';
import type { Loaders } from '../api/loaders';
import { Money } from '../api/money-type';
import { OrderDirection } from '../api/order-direction';
import { type Connection, PageArgs } from '../api/page';
import { UserError } from '../api/user-error-type';
import { holderOf, outcomeOf, type UserFault } from '../platform/refusal';
import { firmIdOf } from './find-firm';
import { linkageKeyOf } from './find-linkage';
import { LinkageFilter, LinkageOrder, LinkageOrderFieldEnum, LinkagePreviewInput } from './linkage-inputs';
import { HandOver, Linkage, LinkageAction, LinkageConnection, Payer } from './linkage-types';
import { listLinkagesOfAccount, listLinkagesOfFirm } from './list-linkages';
import { payerNow, payerOf } from './payer-of';
import { presentFirm } from './present-firm';
import { presentHandOvers } from './present-linkage';
import { previewLinkage } from './preview-linkage';
import { Firm, FirmAction } from './types';

async function accountOf(loaders: Loaders, accountId: string): Promise<Account> {
  const account = await loaders.account.load(accountId);
  if (!account) throw new Error(`An interval of account ${accountId} is visible and the account is not.`);
  return presentAccount(account);
}

@ObjectType({ description: 'What a change of an interval would do.' })
export class LinkagePreview {
  @Field(() => [HandOver], { description: 'What would change hands, in order of time; empty when refused.' })
  handOvers!: readonly HandOver[];

  @Field(() => Int, { description: 'How many uses would get another payer; 0 when refused.' })
  movedUses!: number;

  @Field(() => Money, { description: 'What those uses were charged; zero when refused.' })
  movedCharge!: Money;

  @Field(() => [UserError], { description: 'Why it would be refused; empty when it would be done.' })
  userErrors!: readonly UserFault[];
}

@Resolver(() => Linkage)
export class LinkageResolver {
  @Query(() => LinkagePreview, {
    description:
      'Tells what would change hands if an interval were set, corrected or removed; changes nothing. Needs `firms.linkage.set`.',
  })
  async linkagePreview(
    @Arg('input', () => LinkagePreviewInput, { description: 'The change.' }) input: LinkagePreviewInput,
    @Ctx() { site, actor }: Context,
  ): Promise<LinkagePreview> {
    const correction = {
      startsAt: input.from ?? undefined,
      endsAt: input.until,
      costCenter: input.costCenter === null ? '' : input.costCenter?.trim(),
    };
    const linkage = input.linkage == null ? null : linkageKeyOf(input.linkage);
    const [accountId, firmId] = await Promise.all([
      input.account == null ? null : accountIdOf(site, actor, input.account),
      input.firm == null ? null : firmIdOf(site, actor, input.firm),
    ]);
    const change = { ...correction, linkage, accountId, firmId };
    const kind = input.remove ? 'remove' : input.linkage == null ? 'set' : 'correct';
    const { done, faults } = await outcomeOf(previewLinkage(site, actor, { kind, ...change }));
    return { ...presentHandOvers(done ?? []), userErrors: faults };
  }

  @FieldResolver(() => Account, { description: 'Whose account it is.' })
  account(@Root() { row }: Linkage, @Ctx() { loaders }: Context): Promise<Account> {
    return accountOf(loaders, row.accountId);
  }

  @FieldResolver(() => Firm, { description: 'Which firm pays.' })
  async firm(@Root() { row }: Linkage, @Ctx() { loaders }: Context): Promise<Firm> {
    const firm = await loaders.firm.load(row.payerId);
    if (!firm) throw new Error(`An interval of firm ${row.payerId} is visible and the firm is not.`);
    return presentFirm(firm);
  }

  @FieldResolver(() => Account, {
    nullable: true,
    description: 'Who set or corrected it. Needs `accounts.account.read`; null otherwise and for a command.',
  })
  async setBy(@Root() { row }: Linkage, @Ctx() { loaders, actor }: Context): Promise<Account | null> {
    if (!row.setBy || !mayReadAccount(actor, row.setBy)) return null;
    const setter = await loaders.account.load(row.setBy);
    return setter && presentAccount(setter);
  }

  @FieldResolver(() => [LinkageAction], { description: 'What the viewer may do with the interval.' })
  allowedActions(@Ctx() { actor }: Context): LinkageAction[] {
    return may(holderOf(actor), 'firms.linkage.set') ? [LinkageAction.CORRECT, LinkageAction.REMOVE] : [];
  }
}

@Resolver(() => HandOver)
export class HandOverResolver {
  @FieldResolver(() => Payer, { description: 'Who answers for it today.' })
  async fromPayer(@Root() { handOver }: HandOver, @Ctx() { loaders }: Context) {
    return payerOf(loaders, await accountOf(loaders, handOver.accountId), handOver.from.payerId);
  }

  @FieldResolver(() => Payer, { description: 'Who would answer for it.' })
  async toPayer(@Root() { handOver }: HandOver, @Ctx() { loaders }: Context) {
    return payerOf(loaders, await accountOf(loaders, handOver.accountId), handOver.to.payerId);
  }
}

@Resolver(() => Firm)
export class FirmLinkagesResolver {
  @FieldResolver(() => LinkageConnection, {
    nullable: true,
    description:
      'The intervals in which the firm answers for accounts: its people. Needs `firms.linkage.read` there; null without it.',
  })
  linkages(
    @Root() firm: Firm,
    @Arg('filter', () => LinkageFilter, { nullable: true, description: 'Which intervals; all without it.' })
    filter: LinkageFilter | null,
    @Arg('orderBy', () => LinkageOrder, { nullable: true, description: 'By name from A when left out.' })
    orderBy: LinkageOrder | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { site, actor }: Context,
  ): Promise<Connection<Linkage>> | null {
    const byName = { field: LinkageOrderFieldEnum.NAME, direction: OrderDirection.ASC };
    return listLinkagesOfFirm(site, actor, firm.payerId, filter ?? {}, orderBy ?? byName, args);
  }

  @FieldResolver(() => [FirmAction], { description: 'What the viewer may do with the firm.' })
  allowedActions(@Ctx() { actor }: Context): FirmAction[] {
    return may(holderOf(actor), 'firms.linkage.set') ? [FirmAction.LINKAGE_SET] : [];
  }
}

@Resolver(() => Account)
export class AccountPayerResolver {
  @FieldResolver(() => Payer, {
    nullable: true,
    description:
      'Who pays for what the account uses now: a firm, or the holder himself. For the holder and `accounts.account.read`; null for others.',
  })
  payer(@Root() account: Account, @Ctx() { site, actor, loaders }: Context) {
    return mayReadAccount(actor, account.row.accountId) ? payerNow(site, loaders, account) : null;
  }

  @FieldResolver(() => LinkageConnection, {
    nullable: true,
    description:
      'The intervals in which a firm answers or answered for the account, the latest first; outside of them the holder pays. For the holder and `accounts.account.read`; null for others.',
  })
  linkages(
    @Root() { row }: Account,
    @Arg('inForce', () => Boolean, {
      nullable: true,
      description: 'Only the one in force, or only past and future ones.',
    })
    inForce: boolean | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { site, actor }: Context,
  ): Promise<Connection<Linkage>> | null {
    return listLinkagesOfAccount(site, actor, row.accountId, { inForce }, args);
  }
}
