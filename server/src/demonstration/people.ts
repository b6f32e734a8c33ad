import type { UserType } from '@countersign/shared/accounts/account';
import type { Role } from '@countersign/shared/accounts/roles';
import type { Practice } from './story/practices';
import type { StoryDay } from './time';

/** For how long a firm answers for somebody: from the account's first day and with no end, unless said otherwise. */
export interface Employment {
  readonly firm: number;
  readonly as: string;
  readonly costCenter: string;
  readonly from?: StoryDay;
  /** The first day that is no longer the firm's. */
  readonly to?: StoryDay;
}

/** What somebody uses PACER for. */
export interface Work {
  readonly practice: Practice;
  /** How much he uses beside others; an associate has 1. */
  readonly pace: number;
  /** Courts that appointed him under the Criminal Justice Act. */
  readonly appointedIn?: readonly string[];
}

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
  readonly employments?: readonly Employment[];
  readonly work?: Work;
}

export interface DemonstrationFirm {
  readonly number: number;
  readonly name: string;
  readonly createdAt: string;
}

/** One whom the start prints, as somebody to sign in as. */
export interface SignInPerson extends DemonstrationPerson {
  /** What the sign-in shows. */
  readonly shows: string;
}

/** The one password of everyone in the demonstration: it is printed at each start and guards nothing. */
export const demonstrationPassword = 'demonstration only';

export const hawthorne = 1000001;
export const lindqvist = 1000002;

export const demonstrationFirms: readonly DemonstrationFirm[] = [
  { number: hawthorne, name: 'Hawthorne & Reyes LLP', createdAt: '2018-03-12' },
  { number: lindqvist, name: 'Lindqvist Law Group PC', createdAt: '2020-09-01' },
];

/** Quarter and day on which an associate leaves one firm, and on which the next begins to answer for him. */
const leaves: StoryDay = [5, 37];
const begins: StoryDay = [5, 51];

export const demonstrationPeople: readonly SignInPerson[] = [
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
    roles: [{ role: 'FIRM_ADMINISTRATOR', firm: hawthorne }],
    employments: [{ firm: hawthorne, as: 'Managing partner', costCenter: 'Litigation' }],
    work: { practice: 'LITIGATION', pace: 0.15 },
    shows: 'administrator of Hawthorne & Reyes LLP, 40 people over two years',
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
    roles: [{ role: 'FIRM_ADMINISTRATOR', firm: lindqvist }],
    employments: [{ firm: lindqvist, as: 'Partner', costCenter: '' }],
    work: { practice: 'BANKRUPTCY', pace: 0.5 },
    shows: 'administrator of Lindqvist Law Group PC, six people',
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
    employments: [{ firm: hawthorne, as: 'Associate', costCenter: 'Litigation' }],
    work: { practice: 'LITIGATION', pace: 1.1 },
    shows: 'an attorney of Hawthorne & Reyes with an upgraded account',
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
    work: { practice: 'LIBRARY', pace: 1 },
    shows: 'a legacy account that was never upgraded',
  },
  {
    number: 2000008,
    username: 'solo.demo',
    firstName: 'Wren',
    lastName: 'Abernathy',
    email: 'wren@abernathylaw.test',
    userType: 'INDIVIDUAL',
    createdAt: '2017-10-02',
    upgraded: true,
    roles: [],
    work: { practice: 'LITIGATION', pace: 1 },
    shows: 'an attorney who pays for herself, some quarters above the waiver and some below',
  },
  {
    number: 2000009,
    username: 'paralegal.demo',
    firstName: 'Pilar',
    lastName: 'Montoya',
    email: 'pilar.montoya@hawthornereyes.test',
    userType: 'INDIVIDUAL',
    createdAt: '2019-06-17',
    upgraded: true,
    roles: [],
    employments: [{ firm: hawthorne, as: 'Paralegal', costCenter: 'Bankruptcy' }],
    work: { practice: 'BANKRUPTCY', pace: 2.7 },
    shows: 'a paralegal of Hawthorne & Reyes, who uses the most',
  },
  {
    number: 2000010,
    username: 'mover.demo',
    firstName: 'Miles',
    lastName: 'Osei',
    email: 'miles.osei@lindqvistlaw.test',
    userType: 'INDIVIDUAL',
    createdAt: '2021-08-23',
    upgraded: true,
    roles: [],
    employments: [
      { firm: hawthorne, as: 'Associate', costCenter: 'Bankruptcy', to: leaves },
      { firm: lindqvist, as: 'Associate', costCenter: '', from: begins },
    ],
    work: { practice: 'BANKRUPTCY', pace: 1.1 },
    shows: 'an associate who moved from one firm to the other, and paid for himself in between',
  },
  {
    number: 2000011,
    username: 'agent.demo',
    firstName: 'Rosa',
    lastName: 'Delgado',
    email: 'rosa@prairiefiling.test',
    userType: 'INDIVIDUAL',
    createdAt: '2019-01-14',
    upgraded: true,
    roles: [],
    work: { practice: 'FILING_AGENT', pace: 1 },
    shows: 'a filing agent',
  },
  {
    number: 2000012,
    username: 'trustee.demo',
    firstName: 'Theodore',
    lastName: 'Banks',
    email: 'theodore@kctrustee.test',
    userType: 'INDIVIDUAL',
    createdAt: '2018-08-20',
    upgraded: true,
    roles: [],
    work: { practice: 'TRUSTEE', pace: 1 },
    shows: 'a Chapter 13 trustee',
  },
  {
    number: 2000013,
    username: 'government.demo',
    firstName: 'Valerie',
    lastName: 'Chu',
    email: 'valerie.chu@agency.test',
    userType: 'FEDERAL_GOVERNMENT',
    createdAt: '2018-05-07',
    upgraded: true,
    roles: [],
    work: { practice: 'GOVERNMENT', pace: 1 },
    shows: 'an attorney of the federal government',
  },
  {
    number: 2000014,
    username: 'cja.demo',
    firstName: 'Nathan',
    lastName: 'Boone',
    email: 'nathan@boonedefense.test',
    userType: 'CJA',
    createdAt: '2018-06-25',
    upgraded: true,
    roles: [],
    work: { practice: 'CRIMINAL', pace: 1, appointedIn: ['mowd', 'ksd'] },
    shows: 'an attorney appointed under the Criminal Justice Act, whose uses are partly exempt',
  },
];
