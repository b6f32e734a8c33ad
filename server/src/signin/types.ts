import { type Area, areas } from '@countersign/shared/accounts/grants';
import { createUnionType, Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../api/enum-of';
import { DateTimeScalar } from '../api/scalars';
import { UserError } from '../api/user-error-type';
import type { UserFault } from '../platform/refusal';

export const AreaEnum = enumOf(areas);
registerEnumType(AreaEnum, {
  name: 'Area',
  description: 'A part of the site.',
  valuesConfig: {
    COURTS: { description: 'The courts; open to everybody.' },
    ACCOUNT: { description: 'One’s own account.' },
    FIRM: { description: 'A firm’s PACER Administrative Account.' },
    CLERK: { description: 'A court’s clerk’s desk.' },
    OPERATOR: { description: 'The running of this site.' },
  },
});

@ObjectType('Session', { description: 'The viewer’s sign-in in this browser.' })
export class SessionType {
  @Field(() => DateTimeScalar, { description: 'When the viewer signed in.' })
  signedInAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it ends whatever one does.' })
  endsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it ends unless it is used before.' })
  idleEndsAt!: Date;
}

@ObjectType('Permission', { description: 'Something the viewer may do, and where.' })
export class PermissionType {
  readonly firmIds!: readonly string[];
  readonly courtIds!: readonly string[];

  @Field(() => String, { description: 'Its name as `room.thing.verb`.' })
  name!: string;

  @Field(() => String, { description: 'What it lets one do.' })
  description!: string;

  @Field(() => Boolean, {
    description: 'Whether it holds everywhere, not only at the firms and courts named.',
  })
  everywhere!: boolean;
}

/** All of it is computed from the request's actor. */
@ObjectType({ description: 'Whoever asks, signed in or not, and what he may do.' })
export class Viewer {
  @Field(() => [AreaEnum], { description: 'The parts of the site open to the viewer.' })
  areas!: Area[];

  @Field(() => [PermissionType], { description: 'What the viewer may do.' })
  permissions!: PermissionType[];

  @Field(() => SessionType, {
    nullable: true,
    description: 'The sign-in in this browser; null when there is none.',
  })
  session!: SessionType | null;
}

@InputType({ description: 'Who signs in.' })
export class SignInInput {
  @Field(() => String, { description: 'The username; upper and lower case do not matter.' })
  username!: string;

  @Field(() => String, { description: 'The password, exactly as it was set.' })
  password!: string;
}

@ObjectType({ description: 'Signed in; the session is in a cookie.' })
export class SignedIn {
  readonly __typename!: 'SignedIn';

  @Field(() => Viewer, { description: 'Who has signed in.' })
  viewer!: Viewer;
}

@ObjectType({ description: 'Username and password do not fit; which of them is not told.' })
export class SignInRefused {
  readonly __typename!: 'SignInRefused';

  @Field(() => String, { description: 'A sentence for the person.' })
  message!: string;
}

@ObjectType({ description: 'Too many attempts: the password was not looked at.' })
export class SignInThrottled {
  readonly __typename!: 'SignInThrottled';

  @Field(() => String, { description: 'A sentence for the person.' })
  message!: string;

  @Field(() => Int, { description: 'Seconds until another attempt counts.' })
  retryAfterSeconds!: number;
}

export const SignInResult = createUnionType({
  name: 'SignInResult',
  description: 'What came of signing in.',
  types: () => [SignedIn, SignInRefused, SignInThrottled] as const,
});

@InputType({ description: 'Where to sign out.' })
export class SignOutInput {
  @Field(() => Boolean, { nullable: true, description: 'Also in every other browser; only here without it.' })
  everywhere?: boolean | null;
}

@ObjectType({ description: 'What came of signing out.' })
export class SignOutPayload {
  @Field(() => Int, { description: 'How many sign-ins ended.' })
  endedSessions!: number;

  @Field(() => Viewer, { description: 'The viewer after it: nobody.' })
  viewer!: Viewer;

  @Field(() => [UserError], { description: 'Always empty today.' })
  userErrors!: readonly UserFault[];
}
