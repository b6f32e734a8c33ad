import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { accountIdOf } from '../accounts/find-account';
import type { Context } from '../api/context';
import { Money, usd } from '../api/money-type';
import { UserError } from '../api/user-error-type';
import { type Outcome, outcomeOf, type UserFault } from '../platform/refusal';
import { correctLinkage } from './correct-linkage';
import { firmIdOf } from './find-firm';
import { linkageKeyOf } from './find-linkage';
import type { LinkageChanged } from './linkage-changed';
import { LinkageCorrectInput, LinkageRemoveInput, LinkageSetInput } from './linkage-inputs';
import { Linkage } from './linkage-types';
import { presentLinkage } from './present-linkage';
import { linkageByKey } from './queries';
import { removeLinkage } from './remove-linkage';
import { setLinkage } from './set-linkage';

const refusals = 'Why it was refused; empty when it was done.';
const movedUses = 'How many of the account’s earlier uses got another payer by it; null when refused.';
const movedCharge = 'What those uses were charged; null when refused.';

@ObjectType({ description: 'What came of setting an interval.' })
export class LinkageSetPayload {
  @Field(() => Linkage, { nullable: true, description: 'The interval set; null when refused.' })
  linkage!: Linkage | null;

  @Field(() => Int, { nullable: true, description: movedUses })
  movedUses!: number | null;

  @Field(() => Money, { nullable: true, description: movedCharge })
  movedCharge!: Money | null;

  @Field(() => [UserError], { description: refusals })
  userErrors!: readonly UserFault[];
}

@ObjectType({ description: 'What came of correcting an interval.' })
export class LinkageCorrectPayload {
  @Field(() => Linkage, { nullable: true, description: 'The interval as it is now; null when refused.' })
  linkage!: Linkage | null;

  @Field(() => Int, { nullable: true, description: movedUses })
  movedUses!: number | null;

  @Field(() => Money, { nullable: true, description: movedCharge })
  movedCharge!: Money | null;

  @Field(() => [UserError], { description: refusals })
  userErrors!: readonly UserFault[];
}

@ObjectType({ description: 'What came of taking an interval back.' })
export class LinkageRemovePayload {
  @Field(() => ID, {
    nullable: true,
    description: 'Global id of the interval that there is no more; null when refused.',
  })
  removedLinkage!: string | null;

  @Field(() => Int, { nullable: true, description: movedUses })
  movedUses!: number | null;

  @Field(() => Money, { nullable: true, description: movedCharge })
  movedCharge!: Money | null;

  @Field(() => [UserError], { description: refusals })
  userErrors!: readonly UserFault[];
}

const movedBy = (done: LinkageChanged | null) =>
  done
    ? { movedUses: done.moved.moved, movedCharge: usd(done.moved.chargeCents) }
    : { movedUses: null, movedCharge: null };

async function payloadOf({ site, actor }: Context, { done, faults }: Outcome<LinkageChanged>) {
  if (!done) return { linkage: null, ...movedBy(done), userErrors: faults };
  const { accountId, linkageId } = done;
  const [[row]] = await site.database.read(actor, [linkageByKey({ accountId, linkageId })]);
  return { linkage: row ? presentLinkage(row, site.clock.now()) : null, ...movedBy(done), userErrors: [] };
}

@Resolver()
export class LinkageMutations {
  @Mutation(() => LinkageSetPayload, {
    description:
      'Makes a firm answer for an account in an interval; what the account used in it becomes the firm’s. Holder and administrators are told by mail. Needs `firms.linkage.set`.',
  })
  async linkageSet(
    @Arg('input', () => LinkageSetInput, { description: 'Firm, account and interval.' })
    input: LinkageSetInput,
    @Ctx() context: Context,
  ): Promise<LinkageSetPayload> {
    const { site, actor } = context;
    const [accountId, firmId] = await Promise.all([
      accountIdOf(site, actor, input.account),
      firmIdOf(site, actor, input.firm),
    ]);
    const wish = {
      accountId,
      firmId,
      startsAt: input.from,
      endsAt: input.until ?? null,
      costCenter: input.costCenter?.trim() ?? '',
      remark: input.remark?.trim() || null,
      idempotencyKey: input.idempotencyKey,
    };
    return payloadOf(context, await outcomeOf(setLinkage(site, actor, wish)));
  }

  @Mutation(() => LinkageCorrectPayload, {
    description:
      'Corrects an interval; what the account used between its old and new borders goes to whoever answers for it now. Holder and administrators are told by mail. Needs `firms.linkage.set`.',
  })
  async linkageCorrect(
    @Arg('input', () => LinkageCorrectInput, { description: 'The interval and what it is to be.' })
    input: LinkageCorrectInput,
    @Ctx() context: Context,
  ): Promise<LinkageCorrectPayload> {
    const { site, actor } = context;
    const { from, until, costCenter, remark } = input;
    const wish = {
      linkage: linkageKeyOf(input.linkage),
      expectedVersion: input.expectedVersion,
      startsAt: from ?? undefined,
      endsAt: until,
      costCenter: costCenter === null ? '' : costCenter?.trim(),
      remark: remark === undefined ? undefined : remark?.trim() || null,
      idempotencyKey: input.idempotencyKey,
    };
    return payloadOf(context, await outcomeOf(correctLinkage(site, actor, wish)));
  }

  @Mutation(() => LinkageRemovePayload, {
    description:
      'Takes back an interval that was set by mistake; what the account used in it becomes its holder’s. Holder and administrators are told by mail. Needs `firms.linkage.set`.',
  })
  async linkageRemove(
    @Arg('input', () => LinkageRemoveInput, { description: 'The interval and why it is taken back.' })
    input: LinkageRemoveInput,
    @Ctx() { site, actor }: Context,
  ): Promise<LinkageRemovePayload> {
    const { done, faults } = await outcomeOf(
      removeLinkage(site, actor, {
        linkage: linkageKeyOf(input.linkage),
        expectedVersion: input.expectedVersion,
        remark: input.remark?.trim() || null,
        idempotencyKey: input.idempotencyKey,
      }),
    );
    return {
      removedLinkage: done ? input.linkage : null,
      ...movedBy(done),
      userErrors: faults,
    };
  }
}
