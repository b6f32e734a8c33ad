import { addDays, type Day, daysBetween } from '@countersign/shared/usage/day';
import type { Exemption } from '@countersign/shared/usage/exemption';
import { typedCode } from './client-codes';
import { inventCase, type Matter, type MatterCase } from './matters';
import { practiceProfiles } from './practices';
import { type Random, randomOf, weighted } from './random';
import { locatorSearch, planDrawn, type SessionPlan, type Step, stepsOf } from './session-plans';
import type { Member, Story } from './story';

/** What somebody does in one sitting. */
export interface Session {
  readonly member: Member;
  readonly courtId: string;
  readonly caseNumber: string;
  readonly clientCode: string | null;
  readonly steps: readonly Step[];
  readonly exemptions: readonly Exemption[];
  readonly inTrial: boolean;
}

/** Whoever has it to himself is faithful to his courts; each person leans to some of a practice's. */
function courtsDrawn(seed: string, { practice, accountNumber }: Member) {
  const random = randomOf(`${seed} courts of ${accountNumber}`);
  return weighted(
    Object.entries(practiceProfiles[practice].courts).map(([courtId, weight]) => [
      courtId,
      (weight ?? 0) * random.around(1, 0.9),
    ]),
  );
}

interface Habits {
  readonly member: Member;
  /** Those he is in the team of, and those he may be asked to help with. */
  readonly matters: readonly Matter[];
  readonly others: readonly Matter[];
  readonly drawCourt: (random: Random) => string;
  readonly drawPlan: (random: Random) => SessionPlan;
  /** How much more often than others he forgets or mistypes a client code. */
  readonly careless: number;
}

function habitsOf(story: Story, place: number): Habits {
  const member = story.members[place];
  if (!member) throw new RangeError(`There is no member ${place}.`);
  return {
    member,
    matters: story.matters.filter(({ team }) => team.has(place)),
    others: story.matters.filter(({ practice }) => practice === member.practice),
    drawCourt: courtsDrawn(story.seed, member),
    drawPlan: planDrawn(practiceProfiles[member.practice].sessions),
    careless: randomOf(`${story.seed} care of ${member.accountNumber}`).around(0.8, 1),
  };
}

function exemptionsOf({ random, member, matter, courtId, day, caseNumber }: Sitting): Exemption[] {
  const exemptions: Exemption[] = [];
  const appointedIn = member.appointedIn ?? [];
  if (appointedIn.includes(courtId) && random.chance(0.62)) {
    exemptions.push({ kind: 'CJA', courtIds: appointedIn, exemptOn: true });
  }
  if (matter?.proBono && matter.cases.some(({ number }) => number === caseNumber)) {
    exemptions.push({
      kind: 'COURT_GRANTED',
      courtIds: [courtId],
      from: matter.from,
      to: addDays(day, 1),
      useKinds: null,
      caseNumbers: [caseNumber],
    });
  }
  return exemptions;
}

interface Sitting {
  readonly random: Random;
  readonly member: Member;
  readonly matter: Matter | null;
  readonly courtId: string;
  readonly caseNumber: string;
  readonly day: Day;
}

const daysOfFreeDownload = 90;

/** Makes up one sitting after another. */
export interface SessionMaker {
  /** Of a member by his place, on a day. */
  session(random: Random, place: number, day: Day): Session;
}

const openOn = (matters: readonly Matter[], day: Day) =>
  matters.filter(({ from, to }) => from <= day && day <= to);

/** The matter somebody works at; null now and then, when it is for nobody. */
function matterOn(random: Random, { matters, others }: Habits, day: Day): Matter | null {
  if (random.chance(0.07)) return null;
  const own = openOn(matters, day);
  const open = own.length > 0 ? own : openOn(others, day);
  if (open.length === 0) return null;
  return weighted(open.map((matter) => [matter, matter.weight]))(random);
}

function sceneOf(random: Random, { number, party, startsOn, bytesPerDay }: MatterCase, day: Day) {
  const age = Math.max(1, daysBetween(startsOn, day));
  return {
    random,
    caseNumber: number,
    party,
    docketBytes: 2600 + bytesPerDay * age,
    entries: Math.max(3, Math.round(age / 3)),
  };
}

export function sessionMaker(story: Story): SessionMaker {
  const habits = story.members.map((_, place) => habitsOf(story, place));
  const downloads = new Map<Member, Day>();
  const { trial } = story;

  const download = (member: Member, day: Day): Exemption[] | null => {
    if (member.practice !== 'TRUSTEE') return null;
    const last = downloads.get(member) ?? null;
    if (last !== null && daysBetween(last, day) < daysOfFreeDownload) return null;
    downloads.set(member, day);
    return [{ kind: 'CHAPTER_13_DOWNLOAD', lastFreeOn: last }];
  };

  return {
    session(random, place, day) {
      const own = habits[place];
      if (!own) throw new RangeError(`There is no member ${place}.`);
      const { member } = own;
      const tried =
        trial !== null && trial.from <= day && day <= trial.to && trial.matter.team.has(place)
          ? random.chance(0.72)
          : false;
      const matter = tried ? (trial?.matter ?? null) : matterOn(random, own, day);
      const looked = matter
        ? random.pick(matter.cases)
        : inventCase(random, own.drawCourt(random), addDays(day, -random.between(20, 900)));
      const scene = sceneOf(random, looked, day);
      const sitting = { random, member, matter, courtId: looked.courtId, caseNumber: looked.number, day };
      const free = download(member, day);
      const plan = free ? 'DOWNLOAD' : tried ? 'TRIAL' : own.drawPlan(random);
      return {
        member,
        courtId: looked.courtId,
        caseNumber: looked.number,
        clientCode: typedCode(random, matter?.clientCode ?? null, own.careless),
        steps: story.locatorOnly ? [locatorSearch(scene)] : stepsOf(plan, scene),
        exemptions: free ?? exemptionsOf(sitting),
        inTrial: tried,
      };
    },
  };
}
