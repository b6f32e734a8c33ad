import type { UserType } from '@countersign/shared/accounts/account';
import type { Role } from '@countersign/shared/accounts/roles';

/** A person of the demonstration; all of them are invented. */
export interface DemonstrationPerson {
  readonly number: number;
  readonly username: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly userType: UserType;
  readonly createdAt: string;
  readonly upgraded: boolean;
  readonly roles: readonly { role: Role; firm?: number; court?: string }[];
  /** What the sign-in shows, for the list printed at the start. */
  readonly shows: string;
}

/** The one password of everyone in the demonstration: it is printed at each start and guards nothing. */
export const demonstrationPassword = 'demonstration only';

export const demonstrationFirms = [
  { number: 1000001, name: 'Hawthorne & Reyes LLP' },
  { number: 1000002, name: 'Lindqvist Law Group PC' },
] as const;

export const demonstrationPeople: readonly DemonstrationPerson[] = [
  {
    number: 2000001,
    username: 'operator.demo',
    firstName: 'Olive',
    lastName: 'Prater',
    email: 'olive.prater@countersign.test',
    userType: 'INDIVIDUAL',
    createdAt: '2019-02-04',
    upgraded: true,
    roles: [{ role: 'OPERATOR' }],
    shows: 'an operator of the site',
  },
  {
    number: 2000002,
    username: 'firmadmin.demo',
    firstName: 'Farah',
    lastName: 'Hawthorne',
    email: 'farah.hawthorne@hawthornereyes.test',
    userType: 'INDIVIDUAL',
    createdAt: '2018-03-12',
    upgraded: true,
    roles: [{ role: 'FIRM_ADMINISTRATOR', firm: 1000001 }],
    shows: 'administrator of Hawthorne & Reyes LLP',
  },
  {
    number: 2000003,
    username: 'firmadmin.two',
    firstName: 'Lars',
    lastName: 'Lindqvist',
    email: 'lars@lindqvistlaw.test',
    userType: 'INDIVIDUAL',
    createdAt: '2020-09-01',
    upgraded: true,
    roles: [{ role: 'FIRM_ADMINISTRATOR', firm: 1000002 }],
    shows: 'administrator of Lindqvist Law Group PC',
  },
  {
    number: 2000004,
    username: 'clerk.mowd',
    firstName: 'Casey',
    lastName: 'Doyle',
    email: 'casey.doyle@mowd.test',
    userType: 'INDIVIDUAL',
    createdAt: '2018-04-23',
    upgraded: true,
    roles: [{ role: 'CLERK', court: 'mowd' }],
    shows: 'clerk of Missouri Western District Court',
  },
  {
    number: 2000005,
    username: 'clerk.mowb',
    firstName: 'Sam',
    lastName: 'Okafor',
    email: 'sam.okafor@mowb.test',
    userType: 'INDIVIDUAL',
    createdAt: '2018-07-09',
    upgraded: true,
    roles: [{ role: 'CLERK', court: 'mowb' }],
    shows: 'clerk of Missouri Western Bankruptcy Court',
  },
  {
    number: 2000006,
    username: 'attorney.demo',
    firstName: 'Ada',
    lastName: 'Quist',
    email: 'ada.quist@hawthornereyes.test',
    userType: 'INDIVIDUAL',
    createdAt: '2016-05-18',
    upgraded: true,
    roles: [],
    shows: 'an attorney with an upgraded account',
  },
  {
    number: 2000007,
    username: 'legacy.demo',
    firstName: 'Leo',
    lastName: 'Marsh',
    email: 'leo.marsh@example.test',
    userType: 'INDIVIDUAL',
    createdAt: '2009-11-30',
    upgraded: false,
    roles: [],
    shows: 'a legacy account that was never upgraded',
  },
];
