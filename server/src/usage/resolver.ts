import { may } from '@countersign/shared/accounts/grants';
import type { SpendPeriod } from '@countersign/shared/usage/days';
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../api/context';
import { OrderDirection } from '../api/order-direction';
import { type Connection, PageArgs } from '../api/page';
import { DateScalar } from '../api/scalars';
import { presentFirm } from '../firms/present-firm';
import { Firm } from '../firms/types';
import { holderOf } from '../platform/refusal';
import { Viewer } from '../signin/types';
import { type UsageDimension, UsageDimensionEnum, UsagePeriodEnum } from './enums';
import {
  UsageGroupOrder,
  UsageGroupOrderField,
  UseFilterInput,
  UseOrder,
  UseOrderField,
  useFilterOf,
} from './inputs';
import { listUses, type UseConnectionRead } from './list-uses';
import { presentTotals } from './measures';
import { UsageOverview } from './overview-types';
import { readGroups } from './read-groups';
import { readOverview } from './read-overview';
import { readSpend, readTotals } from './read-totals';
import { UsageGroup, UsageGroupConnection, UsageSpend, UsageTotals } from './totals-types';
import { Usage } from './types';
import { UseConnection } from './use-types';

const whichUses = { nullable: true, description: 'Which uses; all without it.' };

@Resolver(() => Firm)
export class FirmUsageResolver {
  @FieldResolver(() => Usage, {
    nullable: true,
    description:
      'What its accounts used while it answered for them. Needs `usage.use.read` there; null without it.',
  })
  usage(@Root() { payerId }: Firm, @Ctx() { actor }: Context): Usage | null {
    if (!may(holderOf(actor), 'usage.use.read', { payerId })) return null;
    return { scope: { kind: 'PAYER', payerId } };
  }
}

@Resolver(() => Viewer)
export class ViewerUsageResolver {
  @FieldResolver(() => Usage, {
    nullable: true,
    description: 'What one used while paying for oneself. Needs `usage.use.read`; null when not signed in.',
  })
  usage(@Ctx() { actor }: Context): Usage | null {
    return actor.accountId === null ? null : { scope: { kind: 'PAYER', payerId: actor.accountId } };
  }

  @FieldResolver(() => Usage, {
    nullable: true,
    description: 'What one used, whoever paid. Needs `usage.use.readOwn`; null when not signed in.',
  })
  ownUsage(@Ctx() { actor }: Context): Usage | null {
    return actor.accountId === null ? null : { scope: { kind: 'OWN', accountId: actor.accountId } };
  }
}

@Resolver(() => Usage)
export class UsageResolver {
  @FieldResolver(() => Firm, {
    nullable: true,
    description: 'The firm that answers for it; null for a person’s own.',
  })
  async firm(@Root() { scope }: Usage, @Ctx() { loaders }: Context): Promise<Firm | null> {
    const row = scope.kind === 'PAYER' ? await loaders.firm.load(scope.payerId) : null;
    return row && presentFirm(row);
  }

  @FieldResolver(() => UseConnection, { description: 'The uses themselves, the latest first when not said.' })
  uses(
    @Root() { scope }: Usage,
    @Arg('filter', () => UseFilterInput, whichUses) filter: UseFilterInput | null,
    @Arg('orderBy', () => UseOrder, {
      nullable: true,
      description: 'By instant, the latest first, without it.',
    })
    orderBy: UseOrder | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { site, actor }: Context,
  ): Promise<UseConnectionRead> {
    const order = orderBy ?? { field: UseOrderField.AT, direction: OrderDirection.DESC };
    return listUses(site, actor, scope, useFilterOf(filter), order, args);
  }

  @FieldResolver(() => UsageTotals, { description: 'What the uses of a filter add up to.' })
  async totals(
    @Root() { scope }: Usage,
    @Arg('filter', () => UseFilterInput, whichUses) filter: UseFilterInput | null,
    @Ctx() { site, actor }: Context,
  ): Promise<UsageTotals> {
    return presentTotals(await readTotals(site, actor, scope, useFilterOf(filter)));
  }

  @FieldResolver(() => [UsageSpend], {
    description:
      'Spending over time, a point for each period of the filter’s days. Without days: this quarter by day and week, the last eight quarters by month and quarter. At most 400 points.',
  })
  async spend(
    @Root() { scope }: Usage,
    @Arg('filter', () => UseFilterInput, whichUses) filter: UseFilterInput | null,
    @Arg('by', () => UsagePeriodEnum, { description: 'How long a period is.' }) by: SpendPeriod,
    @Ctx() { site, actor }: Context,
  ): Promise<UsageSpend[]> {
    const spend = await readSpend(site, actor, scope, useFilterOf(filter), by);
    return spend.map(({ from, to, totals }) => ({
      startsOn: from,
      endsOn: to,
      totals: presentTotals(totals),
    }));
  }

  @FieldResolver(() => UsageGroupConnection, {
    description: 'The uses of a filter told apart, the dearest group first when not said.',
  })
  by(
    @Root() { scope }: Usage,
    @Arg('dimension', () => UsageDimensionEnum, { description: 'What they are told apart by.' })
    dimension: UsageDimension,
    @Arg('filter', () => UseFilterInput, whichUses) filter: UseFilterInput | null,
    @Arg('orderBy', () => UsageGroupOrder, {
      nullable: true,
      description: 'By charge, the dearest first, without it.',
    })
    orderBy: UsageGroupOrder | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { site, actor }: Context,
  ): Promise<Connection<UsageGroup>> {
    const order = orderBy ?? { field: UsageGroupOrderField.CHARGE, direction: OrderDirection.DESC };
    const wanted = { filter: useFilterOf(filter), dimension, orderBy: order };
    return readGroups(site, actor, scope, wanted, args);
  }

  @FieldResolver(() => UsageOverview, {
    description: 'A quarter at a glance against the one before, with waiver, forecast and what changed most.',
  })
  overview(
    @Root() { scope }: Usage,
    @Arg('quarter', () => String, {
      nullable: true,
      description: 'Which, such as `2026-Q3`; that of `asOf`, or this one, without it.',
    })
    quarter: string | null,
    @Arg('asOf', () => DateScalar, {
      nullable: true,
      description: 'The last day counted: today, or the last of a quarter that is over, without it.',
    })
    asOf: string | null,
    @Ctx() { site, actor }: Context,
  ): Promise<UsageOverview> {
    return readOverview(site, actor, scope, { quarter, asOf });
  }
}

@Resolver(() => UseConnection)
export class UseConnectionResolver {
  @FieldResolver(() => UsageTotals, {
    description: 'What all that the filter finds adds up to; summed only when asked for.',
  })
  async totals(@Root() page: UseConnectionRead): Promise<UsageTotals> {
    return presentTotals(await page.sumUp());
  }
}
