import { type UserType, userTypes } from '@countersign/shared/accounts/account';
import { type Role, roles } from '@countersign/shared/accounts/roles';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../api/connection-type';
import { enumOf } from '../api/enum-of';
import { Node } from '../api/node-type';
import { DateTimeScalar } from '../api/scalars';
import type { AccountRow, RoleGrantRow } from './queries';

export const UserTypeEnum = enumOf(userTypes);
registerEnumType(UserTypeEnum, {
  name: 'UserType',
  description: 'What kind of user an account was registered for.',
  valuesConfig: {
    INDIVIDUAL: { description: 'A person acting for himself or in a firm.' },
    FEDERAL_GOVERNMENT: { description: 'A person at a federal agency.' },
    STATE_GOVERNMENT: { description: 'A person at a state agency.' },
    LOCAL_GOVERNMENT: { description: 'A person at a local agency.' },
    CJA: { description: 'An attorney of a Criminal Justice Act panel.' },
    GROUP: { description: 'An account several people share; it can never file.' },
  },
});

export const RoleEnum = enumOf(roles);
registerEnumType(RoleEnum, {
  name: 'Role',
  description: 'A role given to a person at a firm, at a court or on the site.',
  valuesConfig: {
    FIRM_ADMINISTRATOR: { description: 'Manages a firm’s PACER Administrative Account.' },
    CLERK: { description: 'Works at a court’s clerk’s desk.' },
    OPERATOR: { description: 'Runs this site.' },
  },
});

export enum AccountAction {
  ROLE_GIVE = 'ROLE_GIVE',
}
registerEnumType(AccountAction, {
  name: 'AccountAction',
  description: 'What the viewer may do with an account.',
  valuesConfig: { ROLE_GIVE: { description: 'Give the person a role: `roleGive`.' } },
});

export enum RoleGrantAction {
  END = 'END',
}
registerEnumType(RoleGrantAction, {
  name: 'RoleGrantAction',
  description: 'What the viewer may do with a role that was given.',
  valuesConfig: { END: { description: 'Take it back: `roleEnd`.' } },
});

@ObjectType('PersonName', { description: 'A person’s name in its parts.' })
export class PersonNameType {
  @Field(() => String, { nullable: true, description: 'Such as “Dr.”.' })
  prefix!: string | null;

  @Field(() => String, { description: 'Given name.' })
  first!: string;

  @Field(() => String, { nullable: true, description: 'Middle name or initial.' })
  middle!: string | null;

  @Field(() => String, { description: 'Family name.' })
  last!: string;

  @Field(() => String, { nullable: true, description: 'Such as “Jr.”.' })
  suffix!: string | null;

  @Field(() => String, { description: 'The whole name as on a letter.' })
  full!: string;
}

@ObjectType({
  implements: Node,
  description:
    'A person’s PACER account. Its holder and operators see all of it; colleagues, and administrators of a firm that pays or paid for it, the name, number and kind of account.',
})
export class Account extends Node {
  readonly __typename!: 'Account';
  readonly row!: AccountRow;

  @Field(() => String, { description: 'The seven-digit account number.' })
  accountNumber!: string;

  @Field(() => PersonNameType, { description: 'The holder’s name.' })
  name!: PersonNameType;

  @Field(() => UserTypeEnum, { description: 'What kind of user it was registered for.' })
  userType!: UserType;

  @Field(() => Boolean, {
    description: 'Created before 11 August 2014 and not upgraded: may search, may not file.',
  })
  legacy!: boolean;

  @Field(() => DateTimeScalar, { description: 'When the account was created.' })
  createdAt!: Date;
}

@ObjectType({ implements: Node, description: 'A role given to a person, from an instant until another.' })
export class RoleGrant extends Node {
  readonly __typename!: 'RoleGrant';
  readonly row!: RoleGrantRow;

  @Field(() => RoleEnum, { description: 'What the person may act as.' })
  role!: Role;

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  from!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it lapses by itself; null when it stands until ended.',
  })
  until!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was ended; null while it was not.' })
  endedAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether it counts now.' })
  inForce!: boolean;

  @Field(() => String, { nullable: true, description: 'Why it was given or ended, in the operator’s words.' })
  remark!: string | null;
}

export const AccountConnection = connectionType('Account', () => Account, 'accounts');
export const RoleGrantConnection = connectionType('RoleGrant', () => RoleGrant, 'roles given');
