import { type SignInWay } from '@countersign/shared/courts/court';
import { contactPurposes } from '@countersign/shared/courts/court-contact';
import { type CourtType, courtTypes } from '@countersign/shared/courts/court-types';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../api/connection-type';
import { enumOf } from '../api/enum-of';
import { globalId } from '../api/global-id';
import { Node } from '../api/node-type';
import { DateScalar } from '../api/scalars';
import type { CourtRow } from './queries';

export const CourtTypeEnum = enumOf(courtTypes);
registerEnumType(CourtTypeEnum, {
  name: 'CourtType',
  description: 'The kind of a court.',
  valuesConfig: {
    DISTRICT: { description: 'A U.S. district court.' },
    BANKRUPTCY: { description: 'A U.S. bankruptcy court.' },
    APPELLATE: { description: 'A U.S. court of appeals or a bankruptcy appellate panel.' },
    NATIONAL: { description: 'A court for the whole nation, such as the Court of Federal Claims.' },
  },
});

const CourtSignInEnum = enumOf(['CENTRAL_SIGN_ON', 'OWN_LOGIN'] satisfies SignInWay[]);
registerEnumType(CourtSignInEnum, {
  name: 'CourtSignIn',
  description: 'How one signs in at a court.',
  valuesConfig: {
    CENTRAL_SIGN_ON: { description: 'With the one PACER account, as at every NextGen court.' },
    OWN_LOGIN: { description: 'With a CM/ECF login of that court alone.' },
  },
});

const ContactPurposeEnum = enumOf(contactPurposes);
registerEnumType(ContactPurposeEnum, {
  name: 'CourtContactPurpose',
  description: 'What one contacts a court about.',
  valuesConfig: {
    ADMISSIONS: { description: 'Admission to practice and requests to e-file.' },
    PASSWORD: { description: 'A CM/ECF login or password of this court.' },
    REINSTATEMENT: { description: 'Reinstatement that must take effect the same day.' },
    ECF_HELP: { description: 'Help with electronic filing.' },
    GENERAL: { description: 'Anything else.' },
  },
});

@ObjectType({ description: 'A place where a court can be visited or written to.' })
export class CourtOffice {
  @Field(() => String, { description: 'Name of the office or division.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Postal address; null when not on record.' })
  address!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Phone numbers as the court writes them; null when not on record.',
  })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address; null when not on record.' })
  email!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Opening hours in the court’s words; null when not on record.',
  })
  hours!: string | null;
}

@ObjectType({ description: 'Whom to contact at a court about one purpose.' })
export class CourtContact {
  @Field(() => ContactPurposeEnum, { description: 'What one calls or writes about.' })
  purpose!: string;

  @Field(() => String, { nullable: true, description: 'Person or desk; null when none is named.' })
  name!: string | null;

  @Field(() => String, { nullable: true, description: 'Phone number; null when there is none.' })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address; null when there is none.' })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'When to use it, in a sentence; null when plain.' })
  note!: string | null;
}

@ObjectType({ description: 'A question that filers ask, with the court’s answer.' })
export class CourtQuestion {
  @Field(() => String, { description: 'What filers ask, in a sentence.' })
  question!: string;

  @Field(() => String, { description: 'The answer, plain text.' })
  answer!: string;
}

@ObjectType({ implements: Node, simpleResolvers: true, description: 'A court on CM/ECF. Open to everybody.' })
export class Court extends Node {
  readonly __typename!: 'Court';

  @Field(() => String, {
    description: 'The id in the court’s address, such as `mowd`; `court(id:)` takes it.',
  })
  code!: string;

  @Field(() => String, {
    description: 'The id in PACER’s court lookup, such as `MOWDC`; `court(id:)` takes it too.',
  })
  lookupCode!: string;

  @Field(() => String, {
    description: 'The label used everywhere, such as “Missouri Western District Court”.',
  })
  title!: string;

  @Field(() => String, {
    description: 'The name the court gives itself; courts of one district may share it.',
  })
  name!: string;

  @Field(() => CourtTypeEnum, { description: 'The kind of court.' })
  type!: CourtType;

  @Field(() => String, { description: 'The circuit: `1` to `11`, `DC` or `FED`.' })
  circuit!: string;

  @Field(() => String, {
    nullable: true,
    description: 'How the court is cited, such as “W.D. Mo.”; null when not on record.',
  })
  citation!: string | null;

  @Field(() => [String], {
    description: 'States and territories the court serves, A to Z; empty for a national court.',
  })
  states!: string[];

  @Field(() => String, { description: 'Address where one signs in to the court’s CM/ECF.' })
  loginUrl!: string;

  @Field(() => String, { nullable: true, description: 'The court’s web site; null when not on record.' })
  webUrl!: string | null;

  @Field(() => Boolean, {
    description: 'Whether the court runs NextGen CM/ECF and so takes Central Sign-On.',
  })
  nextGen!: boolean;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day the court converted to NextGen; null when not on record.',
  })
  nextGenSince!: string | null;

  @Field(() => CourtSignInEnum, { description: 'How one signs in there today.' })
  signIn!: SignInWay;

  @Field(() => [String], { description: 'Help desk phone numbers.' })
  helpDeskPhones!: string[];

  @Field(() => [CourtOffice], { description: 'Where the court can be visited or written to.' })
  offices!: CourtOffice[];

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day the court left the list; null for a court in service.',
  })
  retiredOn!: string | null;
}

export const CourtConnection = connectionType('Court', () => Court, 'courts');

/** A stored court as the API shows it. */
export function toCourt(row: CourtRow, signIn: SignInWay): Court {
  return {
    __typename: 'Court',
    id: globalId('court', row.courtId),
    code: row.courtId,
    lookupCode: row.lookupId,
    title: row.title,
    name: row.name,
    type: row.type as CourtType,
    circuit: row.circuit,
    citation: row.citation,
    states: row.states,
    loginUrl: row.loginUrl,
    webUrl: row.webUrl,
    nextGen: row.nextGen,
    nextGenSince: row.nextGenSince,
    signIn,
    helpDeskPhones: row.helpDeskPhones,
    offices: row.offices,
    retiredOn: row.retiredOn,
  };
}
