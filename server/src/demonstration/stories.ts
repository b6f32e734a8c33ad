import type { Day } from '@countersign/shared/usage/day';
import { zoneClock } from '@countersign/shared/usage/import/zone-clock';
import { daysTold, type FirmTold, firmStory } from './firm-story';
import {
  type DemonstrationPerson,
  demonstrationPeople,
  type Employment,
  hawthorne,
  lindqvist,
} from './people';
import { demonstrationStaff } from './staff';
import { inventMatters } from './story/matters';
import { randomOf } from './story/random';
import type { Member, Span, Story } from './story/story';
import { dayOfStory, type Time } from './time';

export const everyone: readonly DemonstrationPerson[] = [...demonstrationPeople, ...demonstrationStaff];

/** The instants between which a firm answers for somebody; null for no end. */
export function spanOf(person: DemonstrationPerson, { from, to }: Employment, time: Time) {
  const clock = zoneClock(time.zone);
  const beginning = (day: Day) => clock.instantOf(Date.parse(day));
  return {
    from: beginning(from ? dayOfStory(time, from) : person.createdAt),
    to: to ? beginning(dayOfStory(time, to)) : null,
  };
}

const endOf = ({ to }: { to: number | null }) => to ?? Number.POSITIVE_INFINITY;

function memberOf(
  person: DemonstrationPerson,
  spans: readonly Span[],
  costCenter: string,
  pace: number,
): Member {
  const { work, number, username, firstName, lastName } = person;
  if (!work) throw new Error(`${username} uses nothing.`);
  return {
    accountNumber: number,
    loginId: username,
    userName: `${lastName}, ${firstName}`,
    costCenter,
    practice: work.practice,
    pace,
    spans,
    appointedIn: work.appointedIn,
  };
}

function membersOf(people: readonly DemonstrationPerson[], firm: number, time: Time): Member[] {
  return people.flatMap((person) => {
    const employments = (person.employments ?? []).filter((one) => one.firm === firm);
    const [first] = employments;
    if (!first || !person.work) return [];
    const spans = employments.map((one) => {
      const span = spanOf(person, one, time);
      return { from: span.from, to: endOf(span) };
    });
    return [memberOf(person, spans, first.costCenter, person.work.pace)];
  });
}

/** The time in which nobody else answers for somebody. */
function ownSpans(person: DemonstrationPerson, time: Time): Span[] {
  const spans: Span[] = [];
  let from = Date.parse(person.createdAt);
  for (const employment of person.employments ?? []) {
    const span = spanOf(person, employment, time);
    if (span.from > from) spans.push({ from, to: span.from });
    from = endOf(span);
  }
  if (from !== Number.POSITIVE_INFINITY) spans.push({ from, to: Number.POSITIVE_INFINITY });
  return spans;
}

/** Who answers for the uses of a story: a firm by its number, or a person by that of his account. */
export interface PayerStory {
  readonly firm: number | null;
  readonly account: number | null;
  readonly story: Story;
}

/** Whom a firm has, how much is used, and on how many matters. */
export interface FirmOrder extends Omit<FirmTold, 'members'> {
  readonly people: readonly DemonstrationPerson[];
}

export const usualSeed = 'countersign';

/** The story of a firm; another word for what is told gives other uses of the same matters. */
export function storyOfFirm(
  seed: string,
  { people, ...order }: FirmOrder,
  time: Time,
  told?: string,
): PayerStory {
  const { number } = order;
  const members = membersOf(people, number, time);
  return { firm: number, account: null, story: firmStory(seed, { ...order, members }, time, told) };
}

function storyOfPerson(
  seed: string,
  username: string,
  uses: number,
  time: Time,
  quarters?: readonly number[],
): PayerStory {
  const person = everyone.find((one) => one.username === username);
  if (!person) throw new Error(`The demonstration has no ${username}.`);
  const member = memberOf(person, ownSpans(person, time), '', 1);
  const own = `${seed} person ${person.number}`;
  const days = daysTold(time);
  const matters = inventMatters(randomOf(`${own} matters`), { count: 9, members: [member], ...days });
  const { zone, now } = time;
  const story = { seed: own, zone, from: days.from, until: now.getTime(), members: [member], matters };
  return { firm: null, account: person.number, story: { ...story, uses, trial: null, quarters } };
}

/** Quarters above what is waived alternate with quarters below. */
const aboveAndBelow = [0.35, 2.2, 0.4, 2.4, 0.25, 2.1, 0.35, 2.2];

/** Of ten thousand uses. */
const parts = { lindqvist: 260, agent: 45, trustee: 42, government: 50, cja: 62, legacy: 8, between: 3 };
/** So many that quarters of his are above what is waived. */
const mostOfSolo = 400;

const ofHawthorne: Omit<FirmOrder, 'uses'> = {
  number: hawthorne,
  people: everyone,
  matters: 120,
  trial: [4, 19],
};
const ofLindqvist: Omit<FirmOrder, 'uses'> = {
  number: lindqvist,
  people: everyone,
  matters: 18,
  trial: null,
};

/** The two firms of the demonstration. */
export const firmOrders = [ofHawthorne, ofLindqvist];

/** The uses of everyone in the demonstration, about as many as asked for, told by payer. */
export function storiesOf(time: Time, uses: number, seed = usualSeed): PayerStory[] {
  const part = (of: number) => Math.max(4, Math.round((uses * of) / 10_000));
  const solo = Math.min(mostOfSolo, Math.round(uses * 0.16));
  const others = solo + Object.values(parts).reduce((sum, of) => sum + part(of), 0);
  return [
    storyOfFirm(seed, { ...ofHawthorne, uses: uses - others }, time),
    storyOfFirm(seed, { ...ofLindqvist, uses: part(parts.lindqvist) }, time),
    storyOfPerson(seed, 'solo.demo', solo, time, aboveAndBelow),
    storyOfPerson(seed, 'mover.demo', part(parts.between), time),
    storyOfPerson(seed, 'legacy.demo', part(parts.legacy), time),
    storyOfPerson(seed, 'agent.demo', part(parts.agent), time),
    storyOfPerson(seed, 'trustee.demo', part(parts.trustee), time),
    storyOfPerson(seed, 'government.demo', part(parts.government), time),
    storyOfPerson(seed, 'cja.demo', part(parts.cja), time),
  ];
}
