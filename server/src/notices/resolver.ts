import { Arg, Args, Ctx, Field, InputType, Query, Resolver } from 'type-graphql';
import type { Context } from '../api/context';
import { type Connection, PageArgs } from '../api/page';
import { listCaughtMails } from './list-caught-mails';
import { CaughtMail, CaughtMailConnection } from './types';

@InputType({ description: 'Which caught mails; each given part narrows the list.' })
export class CaughtMailFilter {
  @Field(() => String, { nullable: true, description: 'Text that stands in subject, body or addresses.' })
  search?: string | null;
}

@Resolver()
export class NoticesResolver {
  @Query(() => CaughtMailConnection, {
    description: 'What the demonstration’s mail catcher received, newest first. Needs `notices.outbox.read`.',
  })
  async caughtMails(
    @Arg('filter', () => CaughtMailFilter, { nullable: true, description: 'Which mails; all without it.' })
    filter: CaughtMailFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { site, actor }: Context,
  ): Promise<Connection<CaughtMail>> {
    return listCaughtMails(site, actor, filter ?? {}, args);
  }
}
