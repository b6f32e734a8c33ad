import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { globalId } from '../../api/global-id';
import { Node } from '../../api/node-type';
import { DateTimeScalar } from '../../api/scalars';
import { UserError } from '../../api/user-error-type';
import type { UserFault } from '../../platform/refusal';
import type { SavedViewRow } from './queries';
import { mostViews } from './view-wish';

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'A view of a payer’s transactions that one kept under a name. Nobody else sees it.',
})
export class SavedView extends Node {
  readonly __typename!: 'SavedView';

  @Field(() => String, { description: 'Its name; each is there once for a payer.' })
  name!: string;

  @Field(() => String, { description: 'Filter and order, as the query of the list’s address.' })
  query!: string;

  @Field(() => [String], {
    description:
      'The columns that are shown, in their order, by their names in an export; empty for the usual ones.',
  })
  columns!: readonly string[];

  @Field(() => DateTimeScalar, { description: 'When it was kept.' })
  createdAt!: Date;

  @Field(() => Int, { description: 'Grows with each change; `expectedVersion` is compared with it.' })
  version!: number;
}

/** A kept view as the API shows it. */
export function presentView(row: SavedViewRow): SavedView {
  const { name, query, columns, createdAt, version } = row;
  const id = globalId('savedView', row.accountId, row.viewId);
  return { __typename: 'SavedView', id, name, query, columns, createdAt, version };
}

const nameOf = 'At most 60 characters; each name is there once for a payer.';
const queryOf = 'The query of the list’s address, at most 2,000 characters.';
const columnsOf = 'The columns to show, by their names in an export; empty for the usual ones.';
const whichView = 'Global id of the view.';

@InputType({ description: 'A view to keep.' })
export class SavedViewCreateInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Global id or seven-digit number of the firm; left out, what one pays for oneself.',
  })
  payer?: string | null;

  @Field(() => String, { description: `${nameOf} At most ${mostViews} are kept for a payer.` })
  name!: string;

  @Field(() => String, { description: queryOf })
  query!: string;

  @Field(() => [String], { nullable: true, description: columnsOf })
  columns?: string[] | null;
}

@InputType({ description: 'What a view is to be; what is left out stays.' })
export class SavedViewUpdateInput {
  @Field(() => ID, { description: whichView })
  view!: string;

  @Field(() => Int, { description: 'The version the change is based on.' })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: nameOf })
  name?: string | null;

  @Field(() => String, { nullable: true, description: queryOf })
  query?: string | null;

  @Field(() => [String], { nullable: true, description: columnsOf })
  columns?: string[] | null;
}

@InputType({ description: 'Which view is to be forgotten.' })
export class SavedViewDeleteInput {
  @Field(() => ID, { description: whichView })
  view!: string;
}

const refusals = 'Why it was refused; empty when it was done.';

@ObjectType({ description: 'What came of keeping a view.' })
export class SavedViewCreatePayload {
  @Field(() => SavedView, { nullable: true, description: 'The view; null when refused.' })
  view!: SavedView | null;

  @Field(() => [UserError], { description: refusals })
  userErrors!: readonly UserFault[];
}

@ObjectType({ description: 'What came of changing a view.' })
export class SavedViewUpdatePayload {
  @Field(() => SavedView, { nullable: true, description: 'The view as it is now; null when refused.' })
  view!: SavedView | null;

  @Field(() => [UserError], { description: refusals })
  userErrors!: readonly UserFault[];
}

@ObjectType({ description: 'What came of forgetting a view.' })
export class SavedViewDeletePayload {
  @Field(() => ID, { nullable: true, description: 'Its global id, of nothing now; null when refused.' })
  deletedView!: string | null;

  @Field(() => [UserError], { description: refusals })
  userErrors!: readonly UserFault[];
}
