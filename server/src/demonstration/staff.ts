import { normalised } from '@countersign/shared/platform/search-terms';
import { type DemonstrationPerson, type Employment, hawthorne, lindqvist, type Work } from './people';
import type { StoryDay } from './time';

/** How much each position uses beside an associate. */
export const paceOf = {
  Partner: 0.45,
  'Of counsel': 0.4,
  Associate: 1,
  Paralegal: 2.1,
  Librarian: 1.8,
  'Docket clerk': 1.5,
  'Legal assistant': 0.8,
} as const;

export type Position = keyof typeof paceOf;

interface Hired {
  readonly since: string;
  readonly from?: StoryDay;
  readonly to?: StoryDay;
  readonly pace?: number;
  readonly appointedIn?: readonly string[];
}

type Row = readonly [
  firstName: string,
  lastName: string,
  as: Position,
  practice: Work['practice'],
  costCenter: string,
  hired: Hired,
];

const ofHawthorne: readonly Row[] = [
  ['Daniel', 'Reyes', 'Partner', 'LITIGATION', 'Litigation', { since: '2018-03-12', pace: 0.3 }],
  ['Judith', 'Marlowe', 'Partner', 'BANKRUPTCY', 'Bankruptcy', { since: '2018-03-19' }],
  ['Everett', 'Langston', 'Partner', 'LITIGATION', 'Litigation', { since: '2018-04-02' }],
  ['Priscilla', 'Odom', 'Partner', 'APPEALS', 'Appeals', { since: '2018-04-02' }],
  ['Hugh', 'Castellano', 'Partner', 'ST_LOUIS', 'St. Louis', { since: '2020-01-13' }],
  ['Renata', 'Vogel', 'Partner', 'BANKRUPTCY', 'Bankruptcy', { since: '2018-05-14', pace: 0.6 }],
  ['Warren', 'Ito', 'Partner', 'LITIGATION', 'Litigation', { since: '2019-09-03' }],
  ['Simone', 'Achterberg', 'Partner', 'LITIGATION', 'Litigation', { since: '2018-03-12', pace: 0.2 }],
  ['Bernard', 'Kimball', 'Of counsel', 'APPEALS', 'Appeals', { since: '2018-03-26' }],
  ['Louise', 'Fairweather', 'Of counsel', 'BANKRUPTCY', 'Bankruptcy', { since: '2018-06-04', to: [4, 60] }],
  ['Nora', 'Whitfield', 'Associate', 'LITIGATION', 'Litigation', { since: '2019-08-19', pace: 1.2 }],
  [
    'Malcolm',
    'Adeyemi',
    'Associate',
    'LITIGATION',
    'Litigation',
    { since: '2020-02-10', appointedIn: ['mowd'] },
  ],
  ['Tessa', 'Brandvold', 'Associate', 'LITIGATION', 'Litigation', { since: '2021-09-13' }],
  ['Julian', 'Park', 'Associate', 'LITIGATION', 'Litigation', { since: '2022-10-03', from: [2, 44] }],
  ['Grace', 'Oyelaran', 'Associate', 'BANKRUPTCY', 'Bankruptcy', { since: '2020-08-24', pace: 1.3 }],
  ['Ethan', 'Sorensen', 'Associate', 'BANKRUPTCY', 'Bankruptcy', { since: '2022-09-06' }],
  ['Mariana', 'Cisneros', 'Associate', 'APPEALS', 'Appeals', { since: '2021-01-11' }],
  ['Dmitri', 'Volkov', 'Associate', 'LITIGATION', 'Litigation', { since: '2019-10-07', to: [3, 26] }],
  ['Hana', 'Kimura', 'Associate', 'ST_LOUIS', 'St. Louis', { since: '2023-01-09', from: [5, 12] }],
  ['Colin', 'Prewitt', 'Associate', 'ST_LOUIS', 'St. Louis', { since: '2020-01-13' }],
  ['Zara', 'Siddiqui', 'Associate', 'LITIGATION', 'Litigation', { since: '2024-02-05', from: [6, 33] }],
  ['Owen', 'Trask', 'Associate', 'BANKRUPTCY', 'Bankruptcy', { since: '2023-06-20', from: [4, 8] }],
  ['Gloria', 'Benavides', 'Paralegal', 'LITIGATION', 'Litigation', { since: '2018-03-12', pace: 2.4 }],
  ['Stuart', 'Pell', 'Paralegal', 'LITIGATION', 'Litigation', { since: '2019-04-22' }],
  ['Yvonne', 'Tremblay', 'Paralegal', 'LITIGATION', 'Litigation', { since: '2018-11-05', to: [6, 71] }],
  ['Marcus', 'Delacroix', 'Paralegal', 'BANKRUPTCY', 'Bankruptcy', { since: '2021-03-15' }],
  ['Ruth', 'Ellingsen', 'Paralegal', 'BANKRUPTCY', 'Bankruptcy', { since: '2018-07-16', pace: 1.7 }],
  ['Bao', 'Nguyen', 'Paralegal', 'ST_LOUIS', 'St. Louis', { since: '2020-02-03' }],
  ['Carla', 'Jimenez', 'Paralegal', 'LITIGATION', 'Litigation', { since: '2022-05-31', from: [1, 55] }],
  ['Derek', 'Halloway', 'Paralegal', 'APPEALS', 'Appeals', { since: '2019-12-02', pace: 1.4 }],
  ['Winifred', 'Stokes', 'Librarian', 'LIBRARY', 'Library', { since: '2018-03-12' }],
  ['Peter', 'Aalto', 'Librarian', 'LIBRARY', 'Library', { since: '2023-03-27', from: [3, 70] }],
  ['Irene', 'Kaplan', 'Docket clerk', 'LITIGATION', 'Litigation', { since: '2018-10-15' }],
  ['Joel', 'Whitaker', 'Docket clerk', 'BANKRUPTCY', 'Bankruptcy', { since: '2020-11-09' }],
  [
    'Sofía',
    'Lindgren',
    'Legal assistant',
    'ST_LOUIS',
    'St. Louis',
    { since: '2022-08-15', from: [2, 19], to: [6, 20] },
  ],
  ['Trevor', 'Munn', 'Legal assistant', 'LITIGATION', 'Litigation', { since: '2025-08-18', from: [7, 1] }],
];

const ofLindqvist: readonly Row[] = [
  ['Astrid', 'Nyberg', 'Paralegal', 'BANKRUPTCY', '', { since: '2020-09-08' }],
  ['Gordon', 'Achebe', 'Associate', 'BANKRUPTCY', '', { since: '2021-06-01' }],
  ['Felipe', 'Arroyo', 'Associate', 'LITIGATION', '', { since: '2022-04-18' }],
  ['Mabel', 'Swenson', 'Legal assistant', 'BANKRUPTCY', '', { since: '2020-10-05' }],
];

function personOf(row: Row, number: number, firm: number, domain: string): DemonstrationPerson {
  const [firstName, lastName, as, practice, costCenter, { since, from, to, pace, appointedIn }] = row;
  const name = `${normalised(firstName)}.${normalised(lastName)}`;
  const employment: Employment = { firm, as, costCenter, from, to };
  return {
    number,
    username: name,
    firstName,
    lastName,
    email: `${name}@${domain}`,
    userType: 'INDIVIDUAL',
    createdAt: since,
    upgraded: true,
    roles: [],
    employments: [employment],
    work: { practice, pace: pace ?? paceOf[as], appointedIn },
  };
}

/** Those of the two firms who are there to be counted; they sign in like the others, and are not printed. */
export const demonstrationStaff: readonly DemonstrationPerson[] = [
  ...ofHawthorne.map((row, i) => personOf(row, 2000021 + i, hawthorne, 'hawthornereyes.test')),
  ...ofLindqvist.map((row, i) => personOf(row, 2000061 + i, lindqvist, 'lindqvistlaw.test')),
];
