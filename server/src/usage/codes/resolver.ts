import { may } from '@countersign/shared/accounts/grants';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { presentAccount } from '../../accounts/present';
import { Account } from '../../accounts/types';
import type { Context } from '../../api/context';
import { type Connection, PageArgs } from '../../api/page';
import { holderOf } from '../../platform/refusal';
import { UsageAction } from '../enums';
import { Usage } from '../types';
import { listCodeChanges } from './list-changes';
import { UsageCodeChange, UsageCodeChangeAction, UsageCodeChangeConnection } from './types';

const whoseAccount = 'null for whom the viewer may not see';

async function accountOf({ loaders }: Context, accountId: string | null): Promise<Account | null> {
  const row = accountId === null ? null : await loaders.account.load(accountId);
  return row && presentAccount(row);
}

@Resolver(() => UsageCodeChange)
export class UsageCodeChangeResolver {
  @FieldResolver(() => Account, { nullable: true, description: `Who gave the code; ${whoseAccount}.` })
  assignedBy(@Root() { row }: UsageCodeChange, @Ctx() context: Context): Promise<Account | null> {
    return accountOf(context, row.assignedBy);
  }

  @FieldResolver(() => Account, {
    nullable: true,
    description: `Who undid it; null while it stands, and ${whoseAccount}.`,
  })
  undoneBy(@Root() { row }: UsageCodeChange, @Ctx() context: Context): Promise<Account | null> {
    return accountOf(context, row.undoneBy);
  }

  @FieldResolver(() => [UsageCodeChangeAction], { description: 'What the viewer may do with it.' })
  allowedActions(
    @Root() { row: { payerId, undoneAt } }: UsageCodeChange,
    @Ctx() { actor }: Context,
  ): UsageCodeChangeAction[] {
    const undoable = undoneAt === null && may(holderOf(actor), 'usage.code.assign', { payerId });
    return undoable ? [UsageCodeChangeAction.UNDO] : [];
  }
}

@Resolver(() => Usage)
export class UsageCodesResolver {
  @FieldResolver(() => UsageCodeChangeConnection, {
    nullable: true,
    description:
      'The client codes given afterwards, the latest first. Null for what one used whoever paid: codes are the payer’s.',
  })
  codeChanges(
    @Root() { scope }: Usage,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { site, actor }: Context,
  ): Promise<Connection<UsageCodeChange>> | null {
    return listCodeChanges(site, actor, scope, args);
  }

  @FieldResolver(() => [UsageAction], { description: 'What the viewer may do with these uses.' })
  allowedActions(@Root() { scope }: Usage, @Ctx() { actor }: Context): UsageAction[] {
    const mayAssign =
      scope.kind === 'PAYER' && may(holderOf(actor), 'usage.code.assign', { payerId: scope.payerId });
    return mayAssign ? [UsageAction.ASSIGN_CODES] : [];
  }
}
