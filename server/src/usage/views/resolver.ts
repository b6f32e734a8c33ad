import { may } from '@countersign/shared/accounts/grants';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../api/context';
import { holderOf, outcomeOf } from '../../platform/refusal';
import { payerNamed } from '../payer-named';
import { Usage } from '../types';
import { createView } from './create-view';
import { deleteView } from './delete-view';
import { type ViewKey, viewByKey, viewKeyOf } from './queries';
import {
  presentView,
  SavedView,
  SavedViewCreateInput,
  SavedViewCreatePayload,
  SavedViewDeleteInput,
  SavedViewDeletePayload,
  SavedViewUpdateInput,
  SavedViewUpdatePayload,
} from './types';
import { updateView } from './update-view';

async function payloadOf({ site, actor }: Context, work: Promise<ViewKey>) {
  const { done, faults } = await outcomeOf(work);
  if (!done) return { view: null, userErrors: faults };
  const [[row]] = await site.database.read(actor, [viewByKey({ ...done })]);
  return { view: row ? presentView(row) : null, userErrors: [] };
}

@Resolver(() => Usage)
export class SavedViewResolver {
  @FieldResolver(() => [SavedView], {
    description:
      'The views of its transactions that the viewer kept, by name. What one used whoever paid has those of what one pays for oneself.',
  })
  async savedViews(
    @Root() { scope }: Usage,
    @Ctx() { actor, loaders }: Context,
  ): Promise<readonly SavedView[]> {
    const payerId = scope.kind === 'PAYER' ? scope.payerId : scope.accountId;
    if (actor.accountId === null || !may(holderOf(actor), 'usage.use.read', { payerId })) return [];
    return (await loaders.savedViews.load(payerId)).map(presentView);
  }

  @Mutation(() => SavedViewCreatePayload, {
    description: 'Keeps a view of a payer’s transactions for oneself. Needs `usage.use.read` at the payer.',
  })
  async savedViewCreate(
    @Arg('input', () => SavedViewCreateInput, { description: 'Whose transactions, the name and the view.' })
    { payer, name, query, columns }: SavedViewCreateInput,
    @Ctx() context: Context,
  ): Promise<SavedViewCreatePayload> {
    const { site, actor } = context;
    const found = await payerNamed(site, actor, 'usage.use.read', payer ?? 'me');
    return payloadOf(context, createView(site, actor, { payer: found, name, query, columns: columns ?? [] }));
  }

  @Mutation(() => SavedViewUpdatePayload, {
    description:
      'Gives a view of one’s own another name, query or columns. Needs `usage.use.read` at its payer.',
  })
  savedViewUpdate(
    @Arg('input', () => SavedViewUpdateInput, { description: 'The view and what it is to be.' })
    { view, ...wish }: SavedViewUpdateInput,
    @Ctx() context: Context,
  ): Promise<SavedViewUpdatePayload> {
    return payloadOf(context, updateView(context.site, context.actor, { view: viewKeyOf(view), ...wish }));
  }

  @Mutation(() => SavedViewDeletePayload, {
    description: 'Forgets a view of one’s own. Needs `usage.use.read` at its payer.',
  })
  async savedViewDelete(
    @Arg('input', () => SavedViewDeleteInput, { description: 'Which view is to go.' }) {
      view,
    }: SavedViewDeleteInput,
    @Ctx() { site, actor }: Context,
  ): Promise<SavedViewDeletePayload> {
    const { done, faults } = await outcomeOf(deleteView(site, actor, viewKeyOf(view)));
    return { deletedView: done ? view : null, userErrors: faults };
  }
}
