import { Arg, Ctx, Field, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import type { Context } from '../../api/context';
import { usd } from '../../api/money-type';
import { UserError } from '../../api/user-error-type';
import { outcomeOf, type UserFault } from '../../platform/refusal';
import { payerNamed, payerWith } from '../payer-named';
import { assignCode } from './assign-code';
import { UsageCodeAssignInput, UsageCodePreviewInput, UsageCodeUndoInput } from './inputs';
import { presentCodeChange } from './present-change';
import { previewCode } from './preview-code';
import { type CodeChangeKey, codeChangeByKey, codeChangeKeyOf } from './queries';
import { UsageCodeChange, UsageCodePreview } from './types';
import { undoCode } from './undo-code';

const refusals = 'Why it was refused; empty when it was done.';

@ObjectType({ description: 'What came of giving uses a client code.' })
export class UsageCodeAssignPayload {
  @Field(() => UsageCodeChange, { nullable: true, description: 'The change; null when refused.' })
  change!: UsageCodeChange | null;

  @Field(() => [UserError], { description: refusals })
  userErrors!: readonly UserFault[];
}

@ObjectType({ description: 'What came of undoing a change of client codes.' })
export class UsageCodeUndoPayload {
  @Field(() => UsageCodeChange, {
    nullable: true,
    description: 'The change, with how many uses got back what they had; null when refused.',
  })
  change!: UsageCodeChange | null;

  @Field(() => [UserError], { description: refusals })
  userErrors!: readonly UserFault[];
}

const payerOf = ({ site, actor }: Context, named: string | null | undefined) =>
  payerNamed(site, actor, 'usage.code.assign', named ?? 'me');

async function payloadOf({ site, actor }: Context, work: Promise<CodeChangeKey>) {
  const { done, faults } = await outcomeOf(work);
  if (!done) return { change: null, userErrors: faults };
  const [[row]] = await site.database.read(actor, [codeChangeByKey({ ...done })]);
  return { change: row ? presentCodeChange(row) : null, userErrors: [] };
}

@Resolver()
export class UsageCodeMutations {
  @Query(() => UsageCodePreview, {
    description:
      'Tells what giving uses a client code would change; changes nothing. Needs `usage.code.assign` at the payer.',
  })
  async usageCodePreview(
    @Arg('input', () => UsageCodePreviewInput, { description: 'The uses and the code.' })
    { payer, filter, uses, clientCode = null }: UsageCodePreviewInput,
    @Ctx() context: Context,
  ): Promise<UsageCodePreview> {
    const { site, actor } = context;
    const wish = { payer: await payerOf(context, payer), filter, uses, clientCode };
    const { done, faults } = await outcomeOf(previewCode(site, actor, wish));
    const found = done ?? { uses: 0, chargeCents: 0, unchanged: 0, codes: [], furtherCodes: 0 };
    return {
      uses: found.uses,
      charge: usd(found.chargeCents),
      unchanged: found.unchanged,
      codes: found.codes.map(({ code, uses: count, chargeCents }) => ({
        clientCode: code === '' ? null : code,
        uses: count,
        charge: usd(chargeCents),
      })),
      furtherCodes: found.furtherCodes,
      userErrors: faults,
    };
  }

  @Mutation(() => UsageCodeAssignPayload, {
    description:
      'Gives uses a client code in place of theirs: all of them or none, in one change that can be undone. Statements stay as they are. Needs `usage.code.assign` at the payer.',
  })
  async usageCodeAssign(
    @Arg('input', () => UsageCodeAssignInput, { description: 'The uses and the code.' })
    { payer, filter, uses, clientCode = null, expectedUses = null, idempotencyKey }: UsageCodeAssignInput,
    @Ctx() context: Context,
  ): Promise<UsageCodeAssignPayload> {
    const { site, actor } = context;
    const chosen = { payer: await payerOf(context, payer), filter, uses };
    return payloadOf(
      context,
      assignCode(site, actor, { ...chosen, clientCode, expectedUses, idempotencyKey }),
    );
  }

  @Mutation(() => UsageCodeUndoPayload, {
    description:
      'Gives the uses of a change back what they had. Those that something changed since keep what they have: `kept` counts them. Needs `usage.code.assign` at the payer.',
  })
  async usageCodeUndo(
    @Arg('input', () => UsageCodeUndoInput, { description: 'The change.' }) input: UsageCodeUndoInput,
    @Ctx() context: Context,
  ): Promise<UsageCodeUndoPayload> {
    const { site, actor } = context;
    const change = codeChangeKeyOf(input.change);
    const payer = await payerWith(site, actor, 'usage.code.assign', change?.payerId ?? null);
    return payloadOf(context, undoCode(site, actor, { payer, change, idempotencyKey: input.idempotencyKey }));
  }
}
