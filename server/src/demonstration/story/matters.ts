import { addDays, type Day, daysBetween } from '@countersign/shared/usage/day';
import { companyForms, companyTrades, companyWords, firstNames, lastNames } from './names';
import { type Practice, practiceProfiles, practices } from './practices';
import { evenly, type Random, weighted } from './random';

/** A case that a matter is about. */
export interface MatterCase {
  readonly courtId: string;
  readonly number: string;
  /** Whom searches for it name. */
  readonly party: string;
  readonly startsOn: Day;
  /** Bytes that its docket grows by each day. */
  readonly bytesPerDay: number;
}

/** What a client pays for, from a day until another, both included. */
export interface Matter {
  readonly clientCode: string;
  readonly client: string;
  readonly practice: Practice;
  readonly cases: readonly MatterCase[];
  readonly from: Day;
  readonly to: Day;
  /** Places in the list of members. */
  readonly team: ReadonlySet<number>;
  /** How much it is worked at beside others. */
  readonly weight: number;
  /** Exempted by the court: a case taken for nothing. */
  readonly proBono: boolean;
}

const judges = [
  'ABT',
  'CDW',
  'DLK',
  'ERH',
  'FJP',
  'GKS',
  'HTV',
  'JMB',
  'KLN',
  'MRO',
  'NPF',
  'RWC',
  'SLG',
  'TEA',
];
/** The office that begins a number where it is not 1. */
const offices: Readonly<Record<string, number>> = {
  mowd: 4,
  moed: 4,
  ksd: 2,
  ned: 8,
  ilsd: 3,
  txed: 2,
  arwd: 5,
};

const padded = (value: number, digits: number) => String(value).padStart(digits, '0');

/** A number as the court writes it. */
export function caseNumber(random: Random, courtId: string, startsOn: Day): string {
  const year = startsOn.slice(2, 4);
  if (courtId.startsWith('ca') && courtId.length <= 4)
    return `${year}-${padded(random.between(1001, 3980), 4)}`;
  if (courtId.endsWith('b')) return `${year}-${padded(random.between(10_001, 61_999), 5)}`;
  const kind = random.chance(0.86) ? 'cv' : 'cr';
  return `${offices[courtId] ?? 1}:${year}-${kind}-${padded(random.between(11, 9950), 5)}-${random.pick(judges)}`;
}

export function inventCompany(random: Random): string {
  return `${random.pick(companyWords)} ${random.pick(companyTrades)} ${random.pick(companyForms)}`;
}

export function inventCase(random: Random, courtId: string, startsOn: Day): MatterCase {
  return {
    courtId,
    number: caseNumber(random, courtId, startsOn),
    party: random.chance(0.5)
      ? inventCompany(random)
      : `${random.pick(lastNames)}, ${random.pick(firstNames)}`,
    startsOn,
    bytesPerDay: random.around(courtId.endsWith('b') ? 150 : 95, 1.1),
  };
}

interface Working {
  readonly practice: Practice;
  readonly pace: number;
}

const teamSizes = [2, 3, 3, 4, 4, 5, 6, 8];

/** The places of those who work at it: mostly of its own practice, and the library for all. */
function inventTeam(random: Random, practice: Practice, members: readonly Working[]): Set<number> {
  const likely = members.map((member, place): [number, number] => [
    place,
    member.pace * (member.practice === practice ? 1 : member.practice === 'LIBRARY' ? 0.25 : 0.03) + 0.001,
  ]);
  const draw = weighted(likely);
  const team = new Set<number>();
  const size = Math.min(random.pick(teamSizes), members.length);
  for (let tries = 0; team.size < size && tries < size * 4; tries++) team.add(draw(random));
  return team;
}

export interface MattersWanted {
  readonly count: number;
  readonly members: readonly Working[];
  /** The days that uses will be of. */
  readonly from: Day;
  readonly to: Day;
}

/** Matters begin before and within the days of the uses, and last from weeks to years. */
function inventSpan(random: Random, from: Day, to: Day): readonly [Day, Day] {
  const days = daysBetween(from, to);
  const startsOn = addDays(from, random.between(-Math.round(days * 0.6), Math.round(days * 0.94)));
  return [startsOn, addDays(startsOn, Math.round(random.around(330, 0.8)) + 21)];
}

/** A client has a number, and its matters are counted within. */
export function inventMatters(random: Random, { count, members, from, to }: MattersWanted): Matter[] {
  const matters: Matter[] = [];
  const drawPractice = weighted(
    members.filter(({ pace }) => pace > 0).map(({ practice, pace }) => [practice, pace] as const),
  );
  const firstClient = 20_000 + random.between(0, 60) * 100;
  let client = { number: firstClient, name: inventCompany(random), matters: 0 };
  const even = new Map(practices.map((practice) => [practice, evenly(random)]));
  while (matters.length < count) {
    if (client.matters > 0 && random.chance(0.55)) {
      client = { number: client.number + random.between(1, 9), name: inventCompany(random), matters: 0 };
    }
    client.matters++;
    const practice = drawPractice(random);
    const drawCourt = weighted(Object.entries(practiceProfiles[practice].courts) as [string, number][]);
    // Few matters are of one practice: drawn blindly, a far court can get more of them than the one next door.
    const courtId = drawCourt(even.get(practice) ?? random);
    const [startsOn, endsOn] = inventSpan(random, from, to);
    const cases = [inventCase(random, courtId, startsOn)];
    for (let more = random.between(0, 3); more > 1; more--) {
      cases.push(inventCase(random, random.chance(0.7) ? courtId : drawCourt(random), startsOn));
    }
    matters.push({
      clientCode: `${client.number}-${padded(client.matters, 3)}`,
      client: client.name,
      practice,
      cases,
      from: startsOn,
      to: endsOn,
      team: inventTeam(random, practice, members),
      weight: random.around(1, 0.5),
      proBono: practice === 'LITIGATION' && courtId === 'mowd' && random.chance(0.16),
    });
  }
  return matters;
}
