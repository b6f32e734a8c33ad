import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { accountIdOf } from '../accounts/find-account';
import type { Context } from '../api/context';
import { UserError } from '../api/user-error-type';
import { outcomeOf, type UserFault } from '../platform/refusal';
import { FirmCreateInput } from './inputs';
import { openFirm } from './open-firm';
import { presentFirm } from './present-firm';
import { Firm } from './types';

@ObjectType({ description: 'What came of creating a firm.' })
export class FirmCreatePayload {
  @Field(() => Firm, { nullable: true, description: 'The firm created; null when refused.' })
  firm!: Firm | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was done.' })
  userErrors!: readonly UserFault[];
}

@Resolver()
export class FirmMutations {
  @Mutation(() => FirmCreatePayload, {
    description:
      'Creates a firm with its PACER Administrative Account and makes a person its administrator, who is told by mail. Needs `firms.firm.create`.',
  })
  async firmCreate(
    @Arg('input', () => FirmCreateInput, { description: 'The firm and its administrator.' })
    input: FirmCreateInput,
    @Ctx() { site, actor, loaders }: Context,
  ): Promise<FirmCreatePayload> {
    const { done, faults } = await outcomeOf(
      openFirm(site, actor, {
        name: input.name.trim(),
        administratorId: await accountIdOf(site, actor, input.administrator),
        number: input.number?.trim() || null,
        idempotencyKey: input.idempotencyKey,
      }),
    );
    const row = done && (await loaders.firm.load(done.payerId));
    return { firm: row && presentFirm(row), userErrors: faults };
  }
}
