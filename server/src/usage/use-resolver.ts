import { may } from '@countersign/shared/accounts/grants';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { presentAccount } from '../accounts/present';
import { Account } from '../accounts/types';
import type { Context } from '../api/context';
import { presentCourt } from '../courts/present-court';
import { Court } from '../courts/types';
import { presentFirm } from '../firms/present-firm';
import { Firm } from '../firms/types';
import { holderOf } from '../platform/refusal';
import { UsageBatch } from './batch-types';
import { UsageChange } from './overview-types';
import { presentBatch } from './present';
import { UsageGroup } from './totals-types';
import { Use } from './use-types';

async function accountOf({ loaders }: Context, accountId: string | null): Promise<Account | null> {
  const row = accountId === null ? null : await loaders.account.load(accountId);
  return row && presentAccount(row);
}

async function courtOf({ loaders, site }: Context, courtId: string | null): Promise<Court | null> {
  const row = courtId === null ? null : await loaders.court.load(courtId);
  return row && presentCourt(row, site.clock.now());
}

@Resolver(() => Use)
export class UseResolver {
  @FieldResolver(() => Account, {
    nullable: true,
    description: 'Whose account it was; null where it is no longer the viewer’s to see.',
  })
  account(@Root() { row }: Use, @Ctx() context: Context): Promise<Account | null> {
    return accountOf(context, row.accountId);
  }

  @FieldResolver(() => Court, {
    nullable: true,
    description: 'Where it was; null for the case locator and the service center.',
  })
  court(@Root() { row }: Use, @Ctx() context: Context): Promise<Court | null> {
    return courtOf(context, row.courtId);
  }

  @FieldResolver(() => Firm, {
    nullable: true,
    description: 'The firm that answers for it; null where the person pays for himself.',
  })
  async firm(@Root() { row }: Use, @Ctx() { loaders }: Context): Promise<Firm | null> {
    const firm = row.payerId === row.accountId ? null : await loaders.firm.load(row.payerId);
    return firm && presentFirm(firm);
  }

  @FieldResolver(() => UsageBatch, {
    nullable: true,
    description:
      'The import or recording that brought it. Needs `usage.use.read` at the payer; null without it.',
  })
  async batch(@Root() { row }: Use, @Ctx() { loaders, actor }: Context): Promise<UsageBatch | null> {
    const { payerId, batchId } = row;
    if (!may(holderOf(actor), 'usage.use.read', { payerId })) return null;
    const batch = await loaders.usageBatch.load({ payerId, batchId });
    return batch && presentBatch(batch);
  }

  @FieldResolver(() => [UsageBatch], {
    description:
      'Later batches it was found in as well. Needs `usage.use.read` at the payer; empty without it.',
  })
  async alsoIn(@Root() { row }: Use, @Ctx() { loaders, actor }: Context): Promise<UsageBatch[]> {
    const { payerId, quarter, useId } = row;
    if (!may(holderOf(actor), 'usage.use.read', { payerId })) return [];
    const later = await loaders.laterBatches.load({ payerId, quarter, useId });
    return later.map(({ batch }) => presentBatch(batch));
  }
}

const whose = 'Whose accounts they are; null where they are told apart by something else.';
const where = 'Where they were; null for uses in no court and where they are told apart by something else.';

@Resolver(() => UsageGroup)
export class UsageGroupResolver {
  @FieldResolver(() => Account, { nullable: true, description: whose })
  account(@Root() { key }: UsageGroup, @Ctx() context: Context): Promise<Account | null> {
    return accountOf(context, key.accountId);
  }

  @FieldResolver(() => Court, { nullable: true, description: where })
  court(@Root() { key }: UsageGroup, @Ctx() context: Context): Promise<Court | null> {
    return courtOf(context, key.courtId);
  }
}

@Resolver(() => UsageChange)
export class UsageChangeResolver {
  @FieldResolver(() => Account, {
    nullable: true,
    description: 'The person; null where it is something else.',
  })
  account(@Root() { key }: UsageChange, @Ctx() context: Context): Promise<Account | null> {
    return accountOf(context, key.accountId);
  }

  @FieldResolver(() => Court, {
    nullable: true,
    description: 'The court; null for uses in no court and where it is something else.',
  })
  court(@Root() { key }: UsageChange, @Ctx() context: Context): Promise<Court | null> {
    return courtOf(context, key.courtId);
  }
}
