import { Field, ID, InputType, Int } from 'type-graphql';
import { UseFilterInput } from '../inputs';
import { mostNamedUses, mostUsesChanged } from './selection';

const whosePayer = 'Global id or seven-digit number of the firm; left out, what one pays for oneself.';
const named = `The uses by their global ids, at most ${mostNamedUses}. Give these or \`filter\`.`;
const filtered = `All uses that it finds, of which at most ${mostUsesChanged} may change. Give this or \`uses\`.`;
const code =
  'At most 32 characters without spaces and commas; null takes the codes away. What a use came with is kept beside it.';
const keyDescription =
  'Chosen by the caller, 1 to 255 characters: a second call with it changes nothing and gets the first answer.';

@InputType({ description: 'Which uses are to get which client code.' })
export class UsageCodePreviewInput {
  @Field(() => ID, { nullable: true, description: whosePayer })
  payer?: string | null;

  @Field(() => UseFilterInput, { nullable: true, description: filtered })
  filter?: UseFilterInput | null;

  @Field(() => [ID], { nullable: true, description: named })
  uses?: string[] | null;

  @Field(() => String, { nullable: true, description: code })
  clientCode?: string | null;
}

@InputType({ description: 'Which uses get which client code.' })
export class UsageCodeAssignInput {
  @Field(() => ID, { nullable: true, description: whosePayer })
  payer?: string | null;

  @Field(() => UseFilterInput, { nullable: true, description: filtered })
  filter?: UseFilterInput | null;

  @Field(() => [ID], { nullable: true, description: named })
  uses?: string[] | null;

  @Field(() => String, { nullable: true, description: code })
  clientCode?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many uses `usageCodePreview` said would change: refused when it is another number by now. Not compared without it.',
  })
  expectedUses?: number | null;

  @Field(() => String, { description: keyDescription })
  idempotencyKey!: string;
}

@InputType({ description: 'Which change of client codes is to be undone.' })
export class UsageCodeUndoInput {
  @Field(() => ID, { description: 'Global id of the change.' })
  change!: string;

  @Field(() => String, { description: keyDescription })
  idempotencyKey!: string;
}
