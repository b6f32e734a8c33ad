import { Arg, Ctx, Field, ID, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../../api/context';
import { keyOf } from '../../api/global-id';
import { UserError } from '../../api/user-error-type';
import { outcomeOf, type UserFault } from '../../platform/refusal';
import { askCancel, askCheck, askRun, discardImport } from './ask-work';
import type { ImportKey } from './import-key';
import {
  UsageImportCancelInput,
  UsageImportCheckInput,
  UsageImportDiscardInput,
  UsageImportMapInput,
  UsageImportRunInput,
} from './inputs';
import { mapImport } from './map-import';
import { presentImport } from './present-import';
import { importByKey } from './queries';
import { UsageImport } from './types';

/** The payload of a mutation that changes an import. */
function payloadType(name: string, description: string) {
  @ObjectType(`${name}Payload`, { description })
  class PayloadType {
    @Field(() => UsageImport, { nullable: true, description: 'As it is now; null when refused.' })
    import!: UsageImport | null;

    @Field(() => [UserError], { description: 'Why it was refused; empty when it was done.' })
    userErrors!: readonly UserFault[];
  }
  return PayloadType;
}

interface ImportPayload {
  readonly import: UsageImport | null;
  readonly userErrors: readonly UserFault[];
}

const UsageImportMapPayload = payloadType('UsageImportMap', 'What came of saying how a file is read.');
const UsageImportCheckPayload = payloadType('UsageImportCheck', 'What came of asking for a check.');
const UsageImportRunPayload = payloadType('UsageImportRun', 'What came of beginning an import.');
const UsageImportCancelPayload = payloadType('UsageImportCancel', 'What came of asking to give work up.');

@ObjectType({ description: 'What came of forgetting an import.' })
export class UsageImportDiscardPayload {
  @Field(() => ID, { nullable: true, description: 'Its global id, of nothing now; null when refused.' })
  discardedImport!: string | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was done.' })
  userErrors!: readonly UserFault[];
}

function importKey(id: string): ImportKey | null {
  const [payerId, importId] = keyOf('usageImport', id) ?? [];
  return payerId !== undefined && importId !== undefined ? { payerId, importId } : null;
}

async function payloadOf({ site, actor }: Context, work: Promise<ImportKey>): Promise<ImportPayload> {
  const { done, faults } = await outcomeOf(work);
  if (!done) return { import: null, userErrors: faults };
  const [[row]] = await site.database.read(actor, [importByKey({ ...done })]);
  return { import: row ? presentImport(row) : null, userErrors: [] };
}

/** GraphQL has null for what was left out, where null has no meaning of its own. */
const said = <T>(value: T | null | undefined): T | undefined => value ?? undefined;

@Resolver()
export class UsageImportMutations {
  @Mutation(() => UsageImportMapPayload, {
    description:
      'Says how a file is read, and keeps it for the payer’s next file with the same header. Needs `usage.import.run` at the payer.',
  })
  usageImportMap(
    @Arg('input', () => UsageImportMapInput, { description: 'The import, and how its file is read.' })
    input: UsageImportMapInput,
    @Ctx() context: Context,
  ): Promise<ImportPayload> {
    const { import: id, expectedVersion, separator, headerRow, columns, kindWords, ...orders } = input;
    const wish = {
      ...orders,
      key: importKey(id),
      expectedVersion,
      separator: said(separator),
      headerRow: said(headerRow),
      columns: said(columns),
      kindWords: said(kindWords),
    };
    return payloadOf(context, mapImport(context.site, context.actor, wish));
  }

  @Mutation(() => UsageImportCheckPayload, {
    description:
      'Has a file read to its end, to tell what would come of importing it; nothing is imported. Needs `usage.import.run` at the payer.',
  })
  usageImportCheck(
    @Arg('input', () => UsageImportCheckInput, { description: 'Which file, and what the caller saw of it.' })
    input: UsageImportCheckInput,
    @Ctx() context: Context,
  ): Promise<ImportPayload> {
    const wish = { key: importKey(input.import), expectedVersion: input.expectedVersion };
    return payloadOf(context, askCheck(context.site, context.actor, wish));
  }

  @Mutation(() => UsageImportRunPayload, {
    description:
      'Has a file imported: all its good rows are written or none is, and those that are uses already are passed over. Needs `usage.import.run` at the payer.',
  })
  usageImportRun(
    @Arg('input', () => UsageImportRunInput, { description: 'The import, and whether bad rows stop it.' })
    input: UsageImportRunInput,
    @Ctx() context: Context,
  ): Promise<ImportPayload> {
    const { expectedVersion, idempotencyKey, allOrNothing } = input;
    const how = { expectedVersion, idempotencyKey, allOrNothing: allOrNothing ?? false };
    return payloadOf(context, askRun(context.site, context.actor, { key: importKey(input.import), ...how }));
  }

  @Mutation(() => UsageImportCancelPayload, {
    description:
      'Has a check or an import given up, within a second or two; nothing of it is kept. Needs `usage.import.run` at the payer.',
  })
  usageImportCancel(
    @Arg('input', () => UsageImportCancelInput, { description: 'Which work.' }) input: UsageImportCancelInput,
    @Ctx() context: Context,
  ): Promise<ImportPayload> {
    return payloadOf(context, askCancel(context.site, context.actor, importKey(input.import)));
  }

  @Mutation(() => UsageImportDiscardPayload, {
    description:
      'Forgets an import of which nothing was taken, with its file. Needs `usage.import.run` at the payer.',
  })
  async usageImportDiscard(
    @Arg('input', () => UsageImportDiscardInput, { description: 'Which one, and what the caller saw of it.' })
    input: UsageImportDiscardInput,
    @Ctx() { site, actor }: Context,
  ): Promise<UsageImportDiscardPayload> {
    const wish = { key: importKey(input.import), expectedVersion: input.expectedVersion };
    const { done, faults } = await outcomeOf(discardImport(site, actor, wish));
    return { discardedImport: done ? input.import : null, userErrors: faults };
  }
}
