import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'The firm to create, and who administers it.' })
export class FirmCreateInput {
  @Field(() => String, { description: 'What the firm calls itself, at most 200 characters.' })
  name!: string;

  @Field(() => ID, { description: 'Who administers it: global id or account number.' })
  administrator!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The seven-digit number that its PAA has already; a free one is drawn when left out.',
  })
  number?: string | null;

  @Field(() => String, {
    description:
      'Chosen by the caller, 1 to 255 characters: a second call with it changes nothing and gets the first answer.',
  })
  idempotencyKey!: string;
}
