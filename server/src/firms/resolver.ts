import { Arg, Args, Ctx, Field, FieldResolver, ID, InputType, Query, Resolver, Root } from 'type-graphql';
import { listFirmAdministrators } from '../accounts/list-role-grants';
import { RoleGrant, RoleGrantConnection } from '../accounts/types';
import type { Context } from '../api/context';
import { type Connection, PageArgs } from '../api/page';
import { NotSignedIn } from '../platform/refusal';
import { findFirm } from './find-firm';
import { listFirms } from './list-firms';
import { presentFirm } from './present-firm';
import { Firm, FirmConnection } from './types';

@InputType({ description: 'Which firms; each given part narrows the list.' })
export class FirmFilter {
  @Field(() => String, { nullable: true, description: 'Words that begin a word of number or name.' })
  search?: string | null;
}

@Resolver(() => Firm)
export class FirmResolver {
  @Query(() => Firm, {
    nullable: true,
    description: 'A firm by global id or seven-digit number. Needs `firms.firm.read` there; null without it.',
  })
  async firm(
    @Arg('id', () => ID, { description: 'Global id or seven-digit number.' }) id: string,
    @Ctx() { site, actor, loaders }: Context,
  ): Promise<Firm | null> {
    if (actor.accountId === null) throw new NotSignedIn();
    const row = await findFirm(site, actor, loaders, id);
    return row && presentFirm(row);
  }

  @Query(() => FirmConnection, { description: 'All firms by name. Needs `firms.firm.list`.' })
  async firms(
    @Arg('filter', () => FirmFilter, { nullable: true, description: 'Which firms; all without it.' })
    filter: FirmFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { site, actor }: Context,
  ): Promise<Connection<Firm>> {
    return listFirms(site, actor, filter ?? {}, args);
  }

  @FieldResolver(() => RoleGrantConnection, {
    nullable: true,
    description:
      'Roles of the firm’s administrators, newest first. Needs `firms.firm.read` there; null without it.',
  })
  administrators(
    @Root() firm: Firm,
    @Arg('inForce', () => Boolean, { nullable: true, description: 'Only roles in force, or only past ones.' })
    inForce: boolean | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { site, actor }: Context,
  ): Promise<Connection<RoleGrant>> | null {
    return listFirmAdministrators(site, actor, firm.payerId, { inForce }, args);
  }
}
