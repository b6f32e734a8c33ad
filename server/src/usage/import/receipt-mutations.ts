import { may } from '@countersign/shared/accounts/grants';
import type { ImportColumn } from '@countersign/shared/usage/import/column-names';
import type { RowProblemCode } from '@countersign/shared/usage/import/row-problem';
import {
  Arg,
  Ctx,
  Field,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
  registerEnumType,
} from 'type-graphql';
import type { Context } from '../../api/context';
import { enumOf } from '../../api/enum-of';
import { UserError } from '../../api/user-error-type';
import { holderOf, outcomeOf, type UserFault } from '../../platform/refusal';
import { UsageBatch } from '../batch-types';
import { UseAuthorityEnum } from '../enums';
import { payerNamed } from '../payer-named';
import { presentBatch } from '../present';
import { ImportColumnEnum, RowProblemCodeEnum } from './enums';
import { importReceipts, type ReceiptResult, receiptOutcomes } from './import-receipts';
import { ReceiptScalar } from './receipt-scalar';

const ReceiptOutcomeEnum = enumOf(receiptOutcomes);
registerEnumType(ReceiptOutcomeEnum, {
  name: 'UsageReceiptOutcome',
  description: 'What came of one receipt.',
  valuesConfig: {
    WRITTEN: { description: 'It is a use that was not known before.' },
    KNOWN: {
      description: 'It is a use that was there already, or that an earlier receipt of the call told.',
    },
    REFUSED: { description: 'It is no use of the payer’s, or none at all: `problems` say why.' },
  },
});

@InputType({ description: 'Receipts, and whose uses they tell of.' })
export class UsageReceiptsImportInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The payer: a firm or a person by global id or seven-digit number; left out, oneself.',
  })
  payer?: string | null;

  @Field(() => [ReceiptScalar], { description: 'At least 1 and at most 500.' })
  receipts!: readonly unknown[];

  @Field(() => UseAuthorityEnum, {
    nullable: true,
    description: 'UPLOADED where it is left out; RECORDED is billed and needs `usage.import.record`.',
  })
  authority?: string | null;

  @Field(() => String, {
    description:
      'Chosen by the caller, 1 to 255 characters: a second call with it changes nothing and gets the first answer.',
  })
  idempotencyKey!: string;
}

@ObjectType({ simpleResolvers: true, description: 'Why one receipt is refused.' })
export class UsageReceiptProblem {
  @Field(() => RowProblemCodeEnum, { description: 'What kind of problem it is.' })
  code!: RowProblemCode;

  @Field(() => ImportColumnEnum, {
    nullable: true,
    description: 'What of it; null for the receipt as a whole.',
  })
  column!: ImportColumn | null;

  @Field(() => String, { description: 'What stands there: shortened, and without card numbers.' })
  value!: string;

  @Field(() => String, { description: 'A sentence: what is wrong and how to mend it.' })
  message!: string;
}

@ObjectType({ simpleResolvers: true, description: 'What came of one receipt.' })
export class UsageReceiptResult {
  @Field(() => ReceiptOutcomeEnum, { description: 'Whether it became a use.' })
  outcome!: ReceiptResult['outcome'];

  @Field(() => [UsageReceiptProblem], { description: 'Why it was refused; empty where it was not.' })
  problems!: readonly UsageReceiptProblem[];
}

@ObjectType({ description: 'What came of importing receipts.' })
export class UsageReceiptsImportPayload {
  @Field(() => UsageBatch, {
    nullable: true,
    description:
      'What was written. Needs `usage.use.read` at the payer; null without it and where no receipt was good.',
  })
  batch!: UsageBatch | null;

  @Field(() => [UsageReceiptResult], {
    description: 'One for each receipt, in their order; empty when refused.',
  })
  results!: readonly UsageReceiptResult[];

  @Field(() => [UserError], { description: 'Why all of it was refused; empty when it was done.' })
  userErrors!: readonly UserFault[];
}

@Resolver()
export class UsageReceiptMutations {
  @Mutation(() => UsageReceiptsImportPayload, {
    description:
      'Takes receipts of the PACER Case Locator as uses: the good ones are written, and those that are known already are passed over. Needs `usage.import.run` at the payer.',
  })
  async usageReceiptsImport(
    @Arg('input', () => UsageReceiptsImportInput, { description: 'The receipts and their payer.' })
    { payer, receipts, authority, idempotencyKey }: UsageReceiptsImportInput,
    @Ctx() { site, actor, loaders }: Context,
  ): Promise<UsageReceiptsImportPayload> {
    const wish = {
      payer: await payerNamed(site, actor, 'usage.import.run', payer ?? 'me'),
      receipts,
      recorded: authority === 'RECORDED',
      idempotencyKey,
    };
    const { done, faults } = await outcomeOf(importReceipts(site, actor, wish));
    if (!done) return { batch: null, results: [], userErrors: faults };
    const { payerId, batchId, results } = done;
    const sees = batchId !== null && may(holderOf(actor), 'usage.use.read', { payerId });
    const batch = sees ? await loaders.usageBatch.load({ payerId, batchId }) : null;
    return { batch: batch && presentBatch(batch), results, userErrors: [] };
  }
}
