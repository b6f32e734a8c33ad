import { may } from '@countersign/shared/accounts/grants';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { presentAccount } from '../../accounts/present';
import { Account } from '../../accounts/types';
import type { Context } from '../../api/context';
import { type Connection, PageArgs } from '../../api/page';
import { presentCourt } from '../../courts/present-court';
import { Court } from '../../courts/types';
import { presentFirm } from '../../firms/present-firm';
import { Firm } from '../../firms/types';
import { holderOf } from '../../platform/refusal';
import { Viewer } from '../../signin/types';
import { UsageBatch } from '../batch-types';
import { presentBatch } from '../present';
import { listImports } from './list-imports';
import { UsageImport, UsageImportConnection, UsageImportRow } from './types';

@Resolver(() => UsageImport)
export class UsageImportResolver {
  @FieldResolver(() => Firm, {
    nullable: true,
    description: 'The firm that pays; null where a person pays for himself.',
  })
  async firm(@Root() { row }: UsageImport, @Ctx() { loaders }: Context): Promise<Firm | null> {
    const firm = await loaders.firm.load(row.payerId);
    return firm && presentFirm(firm);
  }

  @FieldResolver(() => Account, {
    nullable: true,
    description: 'Who uploaded it; null for a command and for whom the viewer may not see.',
  })
  async createdBy(@Root() { row }: UsageImport, @Ctx() { loaders }: Context): Promise<Account | null> {
    const account = row.createdBy === null ? null : await loaders.account.load(row.createdBy);
    return account && presentAccount(account);
  }

  @FieldResolver(() => UsageBatch, {
    nullable: true,
    description: 'What it wrote. Needs `usage.use.read` at the payer; null without it and until it is done.',
  })
  async batch(@Root() { row }: UsageImport, @Ctx() { actor, loaders }: Context): Promise<UsageBatch | null> {
    const { payerId, batchId } = row;
    if (batchId === null || !may(holderOf(actor), 'usage.use.read', { payerId })) return null;
    const batch = await loaders.usageBatch.load({ payerId, batchId });
    return batch && presentBatch(batch);
  }
}

@Resolver(() => UsageImportRow)
export class UsageImportRowResolver {
  @FieldResolver(() => Account, {
    nullable: true,
    description: 'Whose use it was; null when the viewer may no longer see the account.',
  })
  async account(@Root() { found }: UsageImportRow, @Ctx() { loaders }: Context): Promise<Account | null> {
    const account = await loaders.account.load(found.accountId);
    return account && presentAccount(account);
  }

  @FieldResolver(() => Court, {
    nullable: true,
    description: 'Where; null for the case locator and the service center.',
  })
  async court(@Root() { found }: UsageImportRow, @Ctx() { site, loaders }: Context): Promise<Court | null> {
    const court = found.courtId === null ? null : await loaders.court.load(found.courtId);
    return court && presentCourt(court, site.clock.now());
  }
}

const theirs = 'The newest first. Needs `usage.import.run` there; null without it.';

@Resolver(() => Firm)
export class ImportsOfFirm {
  @FieldResolver(() => UsageImportConnection, {
    nullable: true,
    description: `Lists uploaded for the firm. ${theirs}`,
  })
  usageImports(
    @Root() firm: Firm,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { site, actor }: Context,
  ): Promise<Connection<UsageImport>> | null {
    return listImports(site, actor, firm.payerId, args);
  }
}

@Resolver(() => Viewer)
export class ImportsOfViewer {
  @FieldResolver(() => UsageImportConnection, {
    nullable: true,
    description: 'Lists uploaded of what one pays for oneself, the newest first; null when not signed in.',
  })
  usageImports(
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { site, actor }: Context,
  ): Promise<Connection<UsageImport>> | null {
    return actor.accountId === null ? null : listImports(site, actor, actor.accountId, args);
  }
}
