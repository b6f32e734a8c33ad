import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { OrderDirection } from '../api/order-direction';
import { DateTimeScalar } from '../api/scalars';

const keyDescription =
  'Chosen by the caller, 1 to 255 characters: a second call with it changes nothing and gets the first answer.';

@InputType({ description: 'Which intervals of a firm; each given part narrows the list.' })
export class LinkageFilter {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those in force, or only past and future ones.',
  })
  inForce?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Words that begin a word of the person’s name, or the account number.',
  })
  search?: string | null;
}

export enum LinkageOrderFieldEnum {
  NAME = 'NAME',
  ACCOUNT_NUMBER = 'ACCOUNT_NUMBER',
  FROM = 'FROM',
  COST_CENTER = 'COST_CENTER',
}
registerEnumType(LinkageOrderFieldEnum, {
  name: 'LinkageOrderField',
  description: 'What intervals are sorted by.',
  valuesConfig: {
    NAME: { description: 'The person’s last name, then the first.' },
    ACCOUNT_NUMBER: { description: 'The seven-digit number of the account.' },
    FROM: { description: 'When the firm began to answer.' },
    COST_CENTER: { description: 'The cost center; none comes first.' },
  },
});

@InputType({ description: 'How a list of intervals is sorted.' })
export class LinkageOrder {
  @Field(() => LinkageOrderFieldEnum, { description: 'What to sort by.' })
  field!: LinkageOrderFieldEnum;

  @Field(() => OrderDirection, { description: 'Which way.' })
  direction!: OrderDirection;
}

@InputType({ description: 'Which firm answers for which account, and when.' })
export class LinkageSetInput {
  @Field(() => ID, { description: 'Whose account: global id or account number.' })
  account!: string;

  @Field(() => ID, { description: 'Which firm: global id or seven-digit number.' })
  firm!: string;

  @Field(() => DateTimeScalar, {
    description: 'The first instant that is the firm’s; at most a year ahead.',
  })
  from!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The first instant that is no longer the firm’s; left out, it goes on without end.',
  })
  until?: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where in the firm’s books the account’s uses go, at most 100 characters.',
  })
  costCenter?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why, at most 500 characters; kept in the audit trail.',
  })
  remark?: string | null;

  @Field(() => String, { description: keyDescription })
  idempotencyKey!: string;
}

@InputType({ description: 'Which interval is corrected, and what it is to be; what is left out stays.' })
export class LinkageCorrectInput {
  @Field(() => ID, { description: 'The interval: global id of a Linkage.' })
  linkage!: string;

  @Field(() => Int, { description: 'The `version` it was read with; another is refused as `STALE`.' })
  expectedVersion!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'The first instant that is the firm’s.' })
  from?: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'The first instant that is no longer the firm’s; null takes the end away, left out it stays.',
  })
  until?: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where in the firm’s books the account’s uses go; null for nowhere, left out it stays.',
  })
  costCenter?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why, at most 500 characters; kept in the audit trail. Left out, it stays.',
  })
  remark?: string | null;

  @Field(() => String, { description: keyDescription })
  idempotencyKey!: string;
}

@InputType({ description: 'Which interval was set by mistake.' })
export class LinkageRemoveInput {
  @Field(() => ID, { description: 'The interval: global id of a Linkage.' })
  linkage!: string;

  @Field(() => Int, { description: 'The `version` it was read with; another is refused as `STALE`.' })
  expectedVersion!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Why, at most 500 characters; kept in the audit trail.',
  })
  remark?: string | null;

  @Field(() => String, { description: keyDescription })
  idempotencyKey!: string;
}

@InputType({
  description:
    'A change to look at before it is made: account and firm for a new interval, linkage for one there is.',
})
export class LinkagePreviewInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The interval to correct or remove: global id of a Linkage.',
  })
  linkage?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True where the interval named is to be removed.' })
  remove?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'For a new interval: global id or account number.' })
  account?: string | null;

  @Field(() => ID, { nullable: true, description: 'For a new interval: global id or number of the firm.' })
  firm?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The first instant that is the firm’s; needed for a new interval.',
  })
  from?: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The first instant that is no longer the firm’s; null for no end, left out as it is.',
  })
  until?: Date | null;

  @Field(() => String, { nullable: true, description: 'The cost center; null for none, left out as it is.' })
  costCenter?: string | null;
}
