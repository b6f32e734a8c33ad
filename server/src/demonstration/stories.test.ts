import { createHash } from 'node:crypto';
import { chargeDifference } from '@countersign/shared/usage/charge-difference';
import { type Exemption, exemptReasonLabels } from '@countersign/shared/usage/exemption';
import { scheduleOn } from '@countersign/shared/usage/fee-schedule';
import { zoneClock } from '@countersign/shared/usage/import/zone-clock';
import { priceUse } from '@countersign/shared/usage/price';
import { quarterLabel, quarterOfDay } from '@countersign/shared/usage/quarter';
import { describe, expect, it } from 'vitest';
import { countsBy, schedules, time, told } from './fixtures/told';
import { everyone, storiesOf } from './stories';
import type { StoryUse } from './story/story';
import { usesOf } from './story/uses-of';
import { quartersOf } from './time';

const whole = told(60_000);
const [hawthorne] = whole;
if (!hawthorne) throw new Error('Nothing was told.');
const { uses, story } = hawthorne;

const shareOf = (wanted: (use: StoryUse) => boolean) => uses.filter(wanted).length / uses.length;
const hash = (of: typeof whole) =>
  createHash('sha256')
    .update(JSON.stringify(of.map((one) => one.uses)))
    .digest('hex');

describe('what is told', () => {
  it('is the same each time and everywhere, and another with another seed or on another day', () => {
    const small = hash(told(1500));
    expect(small).toBe('a94132cb9374e5402fa170c644c66b4f2fa3053d8197923988242cdbd0bce710');
    expect(hash(told(1500))).toBe(small);
    expect(hash(told(1500, time, 'another'))).not.toBe(small);
    expect(hash(told(1500, { ...time, now: new Date('2026-11-26T16:30:00Z') }))).not.toBe(small);
  }, 30_000);

  it.each([
    '2026-10-01T05:00:00.000Z',
    '2026-10-01T05:00:01.000Z',
    '2026-10-01T11:07:00.000Z',
    '2026-12-31T23:59:59.000Z',
    '2027-03-14T08:30:00.000Z',
    '2028-02-29T18:00:00.000Z',
  ])('is as much as was asked for, and nothing after now, at %s', (now) => {
    const at = { ...time, now: new Date(now) };
    const all = told(3000, at).flatMap((one) => one.uses);
    expect(all).toHaveLength(3000);
    expect(Math.max(...all.map(({ instant }) => instant))).toBeLessThanOrEqual(Date.parse(now));
  });

  it('comes in the order of the instants, in whole seconds, each with a number of its own', () => {
    for (const one of whole) {
      expect(one.uses.every(({ instant }, i) => instant >= (one.uses[i - 1]?.instant ?? 0))).toBe(true);
      expect(one.uses.every(({ instant }) => instant % 1000 === 0)).toBe(true);
      const numbers = one.uses.filter(({ correction }) => !correction).map((use) => use.transactionId);
      expect(new Set(numbers).size).toBe(numbers.length);
    }
  });

  it('knows its days and belongs to whoever was there', () => {
    const clock = zoneClock(time.zone);
    for (const one of whole) {
      const members = new Map(one.story.members.map((member) => [member.accountNumber, member]));
      const outside = one.uses.filter(({ accountNumber, instant }) =>
        members.get(accountNumber)?.spans.every(({ from, to }) => instant < from || to <= instant),
      );
      expect(outside).toEqual([]);
      expect(one.uses.filter(({ day, instant }) => day !== clock.dayAt(instant))).toEqual([]);
    }
  });

  it('is told of eight quarters, the running one last', () => {
    const labels = quartersOf(time).map(quarterLabel);
    expect(labels).toHaveLength(8);
    expect(labels.at(-1)).toBe('Q4 2026');
    expect([...new Set(uses.map(({ day }) => quarterLabel(quarterOfDay(day))))]).toEqual(labels);
  });
});

describe('the people', () => {
  it('are 40 at one firm and six at the other, of which one moved', () => {
    const [first, second] = storiesOf(time, 1000);
    expect(first?.story.members).toHaveLength(40);
    expect(second?.story.members).toHaveLength(6);
    const numbers = (members: readonly { accountNumber: number }[] = []) =>
      members.map(({ accountNumber }) => accountNumber);
    const both = numbers(first?.story.members).filter((one) => numbers(second?.story.members).includes(one));
    expect(both).toEqual([2000010]);
  });

  it('have numbers, usernames and addresses of their own, and mail that goes nowhere', () => {
    for (const key of ['number', 'username', 'email'] as const)
      expect(new Set(everyone.map((person) => person[key])).size).toBe(everyone.length);
    expect(everyone.every(({ email }) => email.endsWith('.test'))).toBe(true);
  });

  it('all use something', () => {
    expect(countsBy(uses, (use) => use.loginId).size).toBe(40);
  });

  it.each(['2026-11-25', '2026-02-10', '2027-06-30', '2025-09-12'])(
    'who pays for herself is above the waiver in some quarters and below in others, on %s',
    (day) => {
      const at = { ...time, now: new Date(`${day}T20:00:00Z`) };
      const solo = storiesOf(at, 60_000).find(({ account }) => account === 2000008);
      const quarters = new Map<string, number>();
      for (const use of solo ? usesOf(solo.story, schedules) : []) {
        const quarter = quarterOfDay(use.day).startsOn;
        quarters.set(quarter, (quarters.get(quarter) ?? 0) + use.chargeCents);
      }
      const closed = [...quarters.values()].slice(0, 7);
      expect(closed.filter((cents) => cents > 3000).length).toBeGreaterThanOrEqual(2);
      expect(closed.filter((cents) => cents <= 3000).length).toBeGreaterThanOrEqual(2);
    },
  );

  it('who is appointed under the Criminal Justice Act uses PACER partly exempt', () => {
    const cja = whole.find(({ account }) => account === 2000014)?.uses ?? [];
    const exempt = cja.filter((use) => use.exempt === true);
    expect(exempt.length / cja.length).toBeGreaterThan(0.3);
    expect(exempt.every(({ exemptReason }) => exemptReason === exemptReasonLabels.CJA)).toBe(true);
    expect(cja.some((use) => use.exempt === null && use.chargeCents > 0)).toBe(true);
  });

  it('the trustee has a free download every 90 days', () => {
    const trustee = whole.find(({ account }) => account === 2000012)?.uses ?? [];
    const downloads = trustee.filter(
      ({ exemptReason }) => exemptReason === exemptReasonLabels.CHAPTER_13_DOWNLOAD,
    );
    expect(downloads.length).toBeGreaterThanOrEqual(5);
  });
});

describe('what is used', () => {
  it.each([
    ['DOCUMENT', 0.42, 0.58],
    ['DOCKET_REPORT', 0.15, 0.25],
    ['SEARCH', 0.11, 0.2],
    ['CASE_REPORT', 0.05, 0.11],
    ['OPINION', 0.03, 0.08],
    ['NON_CASE_REPORT', 0.01, 0.03],
    ['TRANSCRIPT', 0.002, 0.01],
    ['AUDIO', 0.002, 0.01],
  ])('%s are between %d and %d of all', (kind, least, most) => {
    const share = shareOf((use) => use.kind === kind);
    expect(share).toBeGreaterThan(least);
    expect(share).toBeLessThan(most);
  });

  it.each<[string, number, number, (use: StoryUse) => boolean]>([
    ['without a client code', 0.03, 0.08, (use) => use.clientCode === null],
    ['in the case locator', 0.03, 0.1, (use) => use.courtId === null],
    ['without a match', 0.01, 0.05, (use) => use.description === 'No matches found'],
    ['counted by bytes', 0.2, 0.4, (use) => use.bytes !== null],
    ['beyond the cap', 0.02, 0.12, (use) => use.kind === 'DOCUMENT' && (use.pages ?? 0) > 30],
    ['exempt', 0.005, 0.03, (use) => use.exempt === true],
    ['on a weekend', 0.01, 0.06, ({ day }) => [0, 6].includes(new Date(day).getUTCDay())],
    ['wrongly charged', 0.003, 0.012, (use) => use.mistake !== null],
    ['corrections', 0.0005, 0.004, (use) => use.correction],
  ])('uses %s are between %d and %d of all', (_, least, most, wanted) => {
    expect(shareOf(wanted)).toBeGreaterThan(least);
    expect(shareOf(wanted)).toBeLessThan(most);
  });

  it('is in the courts of the middle west first', () => {
    const courts = [...countsBy(uses, ({ courtId }) => courtId)].sort(([, a], [, b]) => b - a);
    const seen = courts.map(([courtId]) => courtId);
    expect(seen.slice(0, 4)).toEqual(expect.arrayContaining(['mowd', 'mowb']));
    expect(seen.length).toBeGreaterThan(30);
    expect(seen).toEqual(expect.arrayContaining(['mowb', 'ksd', 'ilnd', 'ca8', 'deb', 'nysd']));
  });

  it('is mostly for matters that were open on the day; other codes are typed wrongly', () => {
    const open = uses.filter(({ clientCode, day }) =>
      story.matters.some((one) => one.clientCode === clientCode && one.from <= day && day <= one.to),
    );
    expect(open.length / uses.length).toBeGreaterThan(0.8);
    expect(story.matters.length).toBe(121);
    expect(uses.every(({ clientCode }) => !/[ ,]/.test(clientCode ?? ''))).toBe(true);
    const known = new Set([
      ...story.matters.map(({ clientCode }) => clientCode),
      'ADMIN',
      'BUSDEV',
      'TRAINING',
    ]);
    const mistyped = shareOf(({ clientCode }) => clientCode !== null && !known.has(clientCode));
    expect(mistyped).toBeGreaterThan(0.005);
    expect(mistyped).toBeLessThan(0.04);
  });

  it('has purchases of the same in one second', () => {
    const same = uses.filter(({ instant, accountNumber, description }, i) => {
      const next = uses[i + 1];
      return (
        next?.instant === instant && next.accountNumber === accountNumber && next.description === description
      );
    });
    expect(same.length).toBeGreaterThan(20);
  });

  it('peaks while a trial goes on, and before a quarter ends', () => {
    const days = [...countsBy(uses, ({ day }) => day)].sort(([, a], [, b]) => b - a).slice(0, 12);
    const inTrial = days.filter(
      ([day]) => day && story.trial && story.trial.from <= day && day <= story.trial.to,
    );
    const atEnd = days.filter(([day]) => day && quarterOfDay(day).endsOn.slice(0, 7) === day.slice(0, 7));
    expect(inTrial.length).toBeGreaterThan(2);
    expect(atEnd.length).toBeGreaterThan(2);
    const evening = uses.filter(({ clientCode }) => clientCode === story.trial?.matter.clientCode);
    expect(evening.length).toBeGreaterThan(1000);
  });
});

describe('charges', () => {
  /** What the source says of an exemption, as an exemption that covers it. */
  const exemptionsOf = ({ exempt, courtId, day }: StoryUse): Exemption[] =>
    exempt
      ? [
          {
            kind: 'COURT_GRANTED',
            courtIds: [courtId ?? ''],
            from: day,
            to: day,
            useKinds: null,
            caseNumbers: null,
          },
        ]
      : [];

  /** What an audit of the charge finds. */
  const found = (use: StoryUse) => {
    const schedule = scheduleOn(schedules, use.day);
    if (!schedule) throw new Error(`Nothing is in force on ${use.day}.`);
    const difference = chargeDifference(
      use.chargeCents,
      priceUse(use, schedule, exemptionsOf(use)),
      schedules,
    );
    if (difference.verdict === 'UNCHECKABLE') return [difference.code, use.expectedCents];
    return ['cause' in difference ? difference.cause : null, difference.expectedCents];
  };

  it('are right but for the mistakes, and those are found as what they are', () => {
    const other = whole
      .flatMap((one) => one.uses)
      .map(
        (use) => [use, found(use), [use.correction ? 'CORRECTION' : use.mistake, use.expectedCents]] as const,
      )
      .filter(([, is, meant]) => is.join() !== meant.join());
    expect(other).toEqual([]);
  });

  it('are wrong in four ways', () => {
    expect([...countsBy(uses, ({ mistake }) => mistake).keys()].sort()).toEqual([
      'BEGUN_PAGE_NOT_COUNTED',
      'CAP_APPLIED_TO_UNCAPPED',
      'CAP_NOT_APPLIED',
      'CHARGED_THOUGH_EXEMPT',
      null,
    ]);
  });

  it('are taken back later, by corrections that name the use and cost less than nothing', () => {
    const corrections = uses.filter((use) => use.correction);
    for (const credit of corrections) {
      const of = uses.find((use) => !use.correction && use.transactionId === credit.transactionId);
      expect(credit.chargeCents).toBe((of?.expectedCents ?? 0) - (of?.chargeCents ?? 0));
      expect(credit.chargeCents).toBeLessThan(0);
      expect(credit.instant).toBeGreaterThan(of?.instant ?? Number.POSITIVE_INFINITY);
    }
  });
});
