import { exemptReasonLabels } from '@countersign/shared/usage/exemption';
import type { FeeSchedule } from '@countersign/shared/usage/fee-schedule';
import { type ZoneClock, zoneClock } from '@countersign/shared/usage/import/zone-clock';
import { type BusyDay, busyDays, present } from './busy-days';
import { trialHours, usualHours } from './calendar';
import { chargeOf } from './charge';
import { creditsOf } from './credits';
import { type Random, randomOf, weighted } from './random';
import type { Step } from './session-plans';
import { type Session, sessionMaker } from './sessions';
import type { Story, StoryUse } from './story';

/** A use before it has its number. */
interface Sight {
  readonly session: Session;
  readonly step: Step;
  readonly instant: number;
}

/** What is seen in a session, with seconds to minutes between; a session does not go beyond what has passed of the day. */
function* sightsOf(random: Random, session: Session, busy: BusyDay, clock: ZoneClock): Generator<Sight> {
  const hours = session.inTrial ? trialHours : usualHours;
  let time = hours.timeAt(random.share() * hours.shareBefore(busy.passed));
  for (const step of session.steps) {
    if (time >= busy.passed) return;
    const sight = {
      session,
      step,
      instant: clock.instantOf(busy.midnight + Math.floor(time / 1000) * 1000),
    };
    yield sight;
    // A second click, while the first is on its way, is a second purchase.
    if (step.kind === 'DOCUMENT' && random.chance(0.003)) yield sight;
    time += 6000 + random.around(38_000, 0.8);
  }
}

function useOf(
  random: Random,
  { session, step, instant }: Sight,
  day: string,
  transactionId: string,
  schedules: readonly FeeSchedule[],
): StoryUse {
  const { member, exemptions, clientCode } = session;
  const courtId = step.locator ? null : session.courtId;
  const caseNumber = step.inCase ? session.caseNumber : null;
  const charge = chargeOf(random, step, { day, courtId, caseNumber, exemptions }, schedules);
  // That opinions are free goes without saying, and nobody's list says it.
  const exempt = charge.exempt === 'OPINION' ? null : charge.exempt;
  return {
    transactionId,
    instant,
    timeKnown: true,
    day,
    accountNumber: member.accountNumber,
    loginId: member.loginId,
    userName: member.userName,
    costCenter: member.costCenter,
    courtId,
    caseNumber,
    clientCode,
    kind: step.kind,
    search: step.search,
    description: step.description,
    format: step.format,
    bytes: step.bytes,
    pages: step.pages,
    billablePages: charge.billablePages,
    chargeCents: charge.cents,
    expectedCents: charge.expectedCents,
    exempt: exempt === null ? null : true,
    exemptReason: exempt === null ? null : exemptReasonLabels[exempt],
    correction: false,
    mistake: charge.mistake,
  };
}

/**
 * The uses of a story in the order of their instants, priced by the schedules; the same each time. One day is in
 * memory at once.
 */
export function* usesOf(story: Story, schedules: readonly FeeSchedule[]): Generator<StoryUse> {
  const clock = zoneClock(story.zone);
  const sessions = sessionMaker(story);
  const credits = creditsOf(story.seed, clock);
  const block = randomOf(`${story.seed} transactions`).between(100_000, 999_999);
  let sequence = 0;
  for (const busy of busyDays(story, clock)) {
    if (busy.uses <= 0) continue;
    const random = randomOf(`${story.seed} ${busy.day}`);
    const drawPlace = weighted(present(story, busy.day, clock));
    const due = credits.due(busy);
    const sights: Sight[] = [];
    const wanted = busy.uses - due.length;
    while (sights.length < wanted) {
      const session = sessions.session(random, drawPlace(random), busy.day);
      for (const sight of sightsOf(random, session, busy, clock))
        if (sights.length < wanted) sights.push(sight);
    }
    yield* due;
    for (const sight of sights.sort((one, other) => one.instant - other.instant)) {
      // Others use PACER too, so that numbers have gaps.
      sequence += random.between(1, 7);
      const use = useOf(random, sight, busy.day, `${block}${String(sequence).padStart(7, '0')}`, schedules);
      credits.promise(use, sight.session.member);
      yield use;
    }
  }
}
