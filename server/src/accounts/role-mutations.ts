import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../api/context';
import { keyOf } from '../api/global-id';
import { UserError } from '../api/user-error-type';
import { courtIdOf } from '../courts/find-court';
import { firmIdOf } from '../firms/find-firm';
import { type Outcome, outcomeOf, type UserFault } from '../platform/refusal';
import { endRole } from './end-role';
import { accountIdOf } from './find-account';
import { giveRole } from './give-role';
import { RoleEndInput, RoleGiveInput } from './inputs';
import { presentGrant } from './present';
import { grantByKey } from './queries';
import { RoleGrant } from './types';
import type { GrantKey } from './write-grant';

@ObjectType({ description: 'What came of giving a role.' })
export class RoleGivePayload {
  @Field(() => RoleGrant, { nullable: true, description: 'The role given; null when refused.' })
  grant!: RoleGrant | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was done.' })
  userErrors!: readonly UserFault[];
}

@ObjectType({ description: 'What came of ending a role.' })
export class RoleEndPayload {
  @Field(() => RoleGrant, { nullable: true, description: 'The ended role; null when refused.' })
  grant!: RoleGrant | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was done.' })
  userErrors!: readonly UserFault[];
}

async function payloadOf({ site, actor }: Context, outcome: Outcome<GrantKey>) {
  if (!outcome.done) return { grant: null, userErrors: outcome.faults };
  const [[row]] = await site.database.read(actor, [grantByKey({ ...outcome.done })]);
  return { grant: row ? presentGrant(row, site.clock.now()) : null, userErrors: [] };
}

@Resolver()
export class RoleMutations {
  @Mutation(() => RoleGivePayload, {
    description: 'Gives another person a role and tells him by mail. Needs `accounts.role.give`.',
  })
  async roleGive(
    @Arg('input', () => RoleGiveInput, { description: 'The role and who gets it.' }) input: RoleGiveInput,
    @Ctx() context: Context,
  ): Promise<RoleGivePayload> {
    const { site, actor } = context;
    // What does not exist becomes an impossible key, which the use case refuses by field.
    const unknown = '00000000-0000-0000-0000-000000000000';
    const [accountId, firmId, courtId] = await Promise.all([
      accountIdOf(site, actor, input.account),
      input.firm == null ? null : firmIdOf(site, actor, input.firm).then((id) => id ?? unknown),
      input.court == null ? null : courtIdOf(site, actor, input.court).then((id) => id ?? unknown),
    ]);
    const outcome = await outcomeOf(
      giveRole(site, actor, {
        accountId,
        firmId,
        courtId,
        role: input.role,
        until: input.until ?? null,
        remark: input.remark?.trim() || null,
        idempotencyKey: input.idempotencyKey,
      }),
    );
    return payloadOf(context, outcome);
  }

  @Mutation(() => RoleEndPayload, {
    description: 'Ends another person’s role and tells him by mail. Needs `accounts.role.end`.',
  })
  async roleEnd(
    @Arg('input', () => RoleEndInput, { description: 'Which role ends, and why.' }) input: RoleEndInput,
    @Ctx() context: Context,
  ): Promise<RoleEndPayload> {
    const { site, actor } = context;
    const key = keyOf('grant', input.grant);
    const grant = key ? { accountId: key[0] as string, grantId: key[1] as string } : null;
    const outcome = await outcomeOf(
      endRole(site, actor, {
        grant,
        remark: input.remark?.trim() || null,
        idempotencyKey: input.idempotencyKey,
      }),
    );
    return payloadOf(context, outcome);
  }
}
