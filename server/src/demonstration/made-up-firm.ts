import { normalised } from '@countersign/shared/platform/search-terms';
import { addDays } from '@countersign/shared/usage/day';
import type { DemonstrationFirm, DemonstrationPerson, Employment } from './people';
import { type Position, paceOf } from './staff';
import type { FirmOrder } from './stories';
import { firmForms, firstNames, lastNames } from './story/names';
import type { Practice } from './story/practices';
import { type Random, randomOf, weighted } from './story/random';

/** The numbers of firms that are made up, and of their people: each firm has a block. */
export const firstFirm = 1_100_001;
export const lastFirm = 1_101_300;
export const mostPeople = 5_000;
const firstPerson = 3_000_000;

export const firstPersonOf = (firm: number) => firstPerson + (firm - firstFirm) * mostPeople;

const positions: Readonly<Record<Position, number>> = {
  Partner: 18,
  'Of counsel': 5,
  Associate: 34,
  Paralegal: 20,
  Librarian: 2,
  'Docket clerk': 7,
  'Legal assistant': 14,
};
const drawPosition = weighted(Object.entries(positions) as [Position, number][]);

const drawPractice = weighted<readonly [Practice, string]>([
  [['LITIGATION', 'Litigation'], 48],
  [['BANKRUPTCY', 'Bankruptcy'], 27],
  [['ST_LOUIS', 'St. Louis'], 15],
  [['APPEALS', 'Appeals'], 10],
]);

const firmBegan = '2018-03-12';

/** Some come in the time that is told of, and some leave in it. */
function timeThere(random: Random): Pick<Employment, 'from' | 'to'> {
  if (random.chance(0.12)) return { from: [random.between(1, 6), random.between(0, 80)] };
  return random.chance(0.1) ? { to: [random.between(2, 6), random.between(0, 80)] } : {};
}

function madeUpPerson(random: Random, firm: number, place: number): DemonstrationPerson {
  const number = firstPersonOf(firm) + place;
  const [firstName, lastName] = [random.pick(firstNames), random.pick(lastNames)];
  const as = drawPosition(random);
  const [practice, costCenter] =
    as === 'Librarian' ? (['LIBRARY', 'Library'] as const) : drawPractice(random);
  const username = `${normalised(firstName)}.${normalised(lastName)}.${number}`.replaceAll(' ', '');
  return {
    number,
    username,
    firstName,
    lastName,
    email: `${username}@firm${firm}.test`,
    userType: 'INDIVIDUAL',
    createdAt: addDays(firmBegan, random.between(0, 1500)),
    upgraded: true,
    roles: [],
    employments: [{ firm, as, costCenter, ...timeThere(random) }],
    work: { practice, pace: random.around(paceOf[as], 0.3) },
  };
}

/** Who administers a firm that is made up. */
export const administratorOf = (firm: number) => `admin.${firm}`;

function madeUpAdministrator(random: Random, firm: number): DemonstrationPerson {
  return {
    ...madeUpPerson(random, firm, 0),
    username: administratorOf(firm),
    createdAt: firmBegan,
    roles: [{ role: 'FIRM_ADMINISTRATOR', firm }],
    employments: [{ firm, as: 'Managing partner', costCenter: 'Litigation' }],
    work: { practice: 'LITIGATION', pace: 0.15 },
  };
}

export interface MadeUpFirm extends DemonstrationFirm {
  readonly people: readonly DemonstrationPerson[];
}

/** A firm of so many people; the same number gives the same firm. */
export function madeUpFirm(seed: string, number: number, people: number): MadeUpFirm {
  const random = randomOf(`${seed} people of ${number}`);
  const name = `${random.pick(lastNames)} & ${random.pick(lastNames)} ${random.pick(firmForms)}`;
  const others = Array.from({ length: people - 1 }, (_, i) => madeUpPerson(random, number, i + 1));
  const administrator = madeUpAdministrator(random, number);
  return { number, name, createdAt: firmBegan, people: [administrator, ...others] };
}

const mattersOfPerson = 3;

/** What such a firm is told of. */
export function orderOf({ number, people }: MadeUpFirm, uses: number): FirmOrder {
  return { number, people, uses, matters: people.length * mattersOfPerson, trial: [4, 19] };
}
