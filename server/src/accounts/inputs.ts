import type { Role } from '@countersign/shared/accounts/roles';
import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { OrderDirection } from '../api/order-direction';
import { DateTimeScalar } from '../api/scalars';
import { RoleEnum, UserTypeEnum } from './types';

@InputType({ description: 'Which accounts; each given part narrows the list.' })
export class AccountFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Words that begin a word of number, name, e-mail or username.',
  })
  search?: string | null;

  @Field(() => [UserTypeEnum], { nullable: true, description: 'Any of these user types.' })
  userType?: string[] | null;
}

export enum AccountOrderFieldEnum {
  NAME = 'NAME',
  ACCOUNT_NUMBER = 'ACCOUNT_NUMBER',
  CREATED_AT = 'CREATED_AT',
}
registerEnumType(AccountOrderFieldEnum, {
  name: 'AccountOrderField',
  description: 'What accounts are sorted by.',
  valuesConfig: {
    NAME: { description: 'Last name, then first.' },
    ACCOUNT_NUMBER: { description: 'The seven-digit number.' },
    CREATED_AT: { description: 'When the account was created.' },
  },
});

@InputType({ description: 'How a list of accounts is sorted.' })
export class AccountOrder {
  @Field(() => AccountOrderFieldEnum, { description: 'What to sort by.' })
  field!: AccountOrderFieldEnum;

  @Field(() => OrderDirection, { description: 'Which way.' })
  direction!: OrderDirection;
}

@InputType({ description: 'Which roles; each given part narrows the list.' })
export class RoleGrantFilter {
  @Field(() => ID, { nullable: true, description: 'Of this account: global id or number.' })
  account?: string | null;

  @Field(() => [RoleEnum], { nullable: true, description: 'Any of these roles.' })
  role?: Role[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Only roles in force, or only past ones.' })
  inForce?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'At this court: global id or code.' })
  court?: string | null;

  @Field(() => ID, { nullable: true, description: 'At this firm: global id or number.' })
  firm?: string | null;
}

@InputType({ description: 'Who gets which role, where and until when.' })
export class RoleGiveInput {
  @Field(() => ID, { description: 'Who gets it: global id or account number.' })
  account!: string;

  @Field(() => RoleEnum, { description: 'What the person may act as.' })
  role!: Role;

  @Field(() => ID, { nullable: true, description: 'The firm of a firm administrator: global id or number.' })
  firm?: string | null;

  @Field(() => ID, { nullable: true, description: 'The court of a clerk: global id or code.' })
  court?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it lapses by itself; left out, it stands until ended.',
  })
  until?: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why, at most 500 characters; kept in the audit trail.',
  })
  remark?: string | null;

  @Field(() => String, {
    description:
      'Chosen by the caller, 1 to 255 characters: a second call with it changes nothing and gets the first answer.',
  })
  idempotencyKey!: string;
}

@InputType({ description: 'Which role ends, and why.' })
export class RoleEndInput {
  @Field(() => ID, { description: 'The role: global id of a RoleGrant.' })
  grant!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Why, at most 500 characters; kept in the audit trail.',
  })
  remark?: string | null;

  @Field(() => String, {
    description:
      'Chosen by the caller, 1 to 255 characters: a second call with it changes nothing and gets the first answer.',
  })
  idempotencyKey!: string;
}
