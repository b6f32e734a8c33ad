import { z } from 'zod';
import { addDays, type Day } from './day';
import { useKinds } from './use';

const cents = z.int().nonnegative().max(10_000_000);
const count = z.int().positive().max(1_000_000);

/** What a fee schedule sets. Money is in cents; null is a fee that the schedule does not have. */
export const feeTermsSchema = z.strictObject({
  /** For a page of court records. */
  pageCents: cents,
  /** The same for local, state and federal governments. */
  governmentPageCents: cents,
  /** The most pages that count for one use of a capped kind. */
  capPages: count,
  cappedKinds: z.array(z.enum(useKinds)),
  /** Kinds that cost nobody anything. */
  freeKinds: z.array(z.enum(['OPINION', 'TERMINAL_VIEW'])),
  /** Bytes of extracted HTML that make a page. */
  bytesPerPage: count,
  /** Pages charged for a search without a match. */
  noMatchPages: count,
  audioFileCents: cents.nullable(),
  /** For each name or item the service center searches, found or not. */
  serviceCenterSearchCents: cents,
  serviceCenterPaperPageCents: cents,
  serviceCenterElectronicPageCents: cents,
  /** The most documents the service center sends electronically at one request. */
  serviceCenterElectronicDocuments: count,
  /** For a page of an account’s record on paper. */
  accountRecordPageCents: cents.nullable(),
  /** For a page printed at a courthouse terminal. */
  terminalPrintPageCents: cents,
  returnedPaymentCents: cents.nullable(),
  /** Which returned payments cost that. */
  returnedPaymentOf: z.enum(['CHECK', 'ANY_PAYMENT']).nullable(),
  /** Charges up to and with this are waived. */
  waiverThresholdCents: cents,
  /** What the charges of the waiver are added up over. */
  waiverPeriod: z.enum(['CALENDAR_YEAR', 'QUARTER']),
  /** Days for which the link of a notice gives its free copy, unless used before. */
  freeCopyDays: count,
  /** Days between two free downloads of a Chapter 13 trustee. */
  chapter13DownloadDays: count,
});

export type FeeTerms = z.infer<typeof feeTermsSchema>;

export type FeeTerm = keyof FeeTerms;

export const feeTermNames = Object.keys(feeTermsSchema.shape) as [FeeTerm, ...FeeTerm[]];

/** A fee schedule and the days it is in force, in the service center’s zone, both included. */
export const datedFeeTermsSchema = feeTermsSchema.extend({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  from: z.iso.date(),
  /** Null while no later schedule is known. */
  to: z.iso.date().nullable(),
  /** What the schedule brought, in a sentence. */
  brought: z.string().min(1).max(400),
});

export const feeScheduleSchema = datedFeeTermsSchema.extend({
  /** Terms that no source states for this time: inferred, or assumed. */
  assumed: z.array(z.enum(feeTermNames)),
});

export type FeeSchedule = z.infer<typeof feeScheduleSchema>;

type Span = Pick<FeeSchedule, 'id' | 'from' | 'to'>;

/** Whether a schedule is in force on a day. */
export function inForce({ from, to }: Pick<Span, 'from' | 'to'>, day: Day): boolean {
  return from <= day && (to === null || day <= to);
}

/** The schedule in force on a day, or null before the first. */
export function scheduleOn<S extends Span>(schedules: readonly S[], day: Day): S | null {
  return schedules.find((schedule) => inForce(schedule, day)) ?? null;
}

/** Why schedules cannot stand together, in a sentence: every day from the first on must have exactly one. */
export function schedulesProblem(schedules: readonly Span[]): string | null {
  if (schedules.length === 0) return 'There is no fee schedule.';
  const ids = new Set<string>();
  const byStart = [...schedules].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  for (const [i, { id, from, to }] of byStart.entries()) {
    if (ids.has(id)) return `Two fee schedules are called ${id}.`;
    ids.add(id);
    if (to !== null && to < from) return `The fee schedule ${id} ends on ${to}, before it begins on ${from}.`;
    const next = byStart[i + 1];
    if (!next) {
      return to === null
        ? null
        : `The last fee schedule, ${id}, ends on ${to}, and nothing is in force after it.`;
    }
    if (to === null || next.from <= to) {
      return `The fee schedules ${id} and ${next.id} are both in force on ${next.from}.`;
    }
    if (next.from !== addDays(to, 1)) {
      return `No fee schedule is in force from ${addDays(to, 1)} to ${addDays(next.from, -1)}, between ${id} and ${next.id}.`;
    }
  }
  return null;
}
