import { type Day, daysBetween } from './day';
import type { FeeSchedule } from './fee-schedule';
import { isAccess, type Use, type UseKind } from './use';

/** What a person or an institution is granted; whether it covers a use is tested with each use. */
export type Exemption =
  /** Free in the courts that appointed the attorney, while he has switched to exempt (off at each login). */
  | { readonly kind: 'CJA'; readonly courtIds: readonly string[]; readonly exemptOn: boolean }
  /** Granted by courts for a time and a scope; null means no limit of that sort. */
  | {
      readonly kind: 'COURT_GRANTED';
      readonly courtIds: readonly string[];
      readonly from: Day;
      /** The last day, unless revoked before. */
      readonly to: Day | null;
      readonly useKinds: readonly UseKind[] | null;
      readonly caseNumbers: readonly string[] | null;
    }
  /** The one electronic copy for a party or attorney of record through the link of a notice. */
  | { readonly kind: 'FREE_COPY'; readonly noticeOn: Day; readonly firstUse: boolean }
  /** A Chapter 13 trustee’s download of his cases; the last free one, or null before the first. */
  | { readonly kind: 'CHAPTER_13_DOWNLOAD'; readonly lastFreeOn: Day | null }
  /** A local, state or federal government: not free, but spared the increase of 2012 for three years. */
  | { readonly kind: 'GOVERNMENT' };

export const exemptReasons = [
  'OPINION',
  'PUBLIC_TERMINAL',
  'CJA',
  'COURT_GRANTED',
  'CHAPTER_13_DOWNLOAD',
  'FREE_COPY',
] as const;

export type ExemptReason = (typeof exemptReasons)[number];

export const exemptReasonLabels: Record<ExemptReason, string> = {
  OPINION: 'Opinions are free',
  PUBLIC_TERMINAL: 'Viewing at a courthouse terminal is free',
  CJA: 'Appointed under the Criminal Justice Act in this court',
  COURT_GRANTED: 'Exempted by the court',
  CHAPTER_13_DOWNLOAD: 'Quarterly download of a Chapter 13 trustee',
  FREE_COPY: 'Free copy through the notice of electronic filing',
};

type Terms = Pick<FeeSchedule, 'freeKinds' | 'freeCopyDays' | 'chapter13DownloadDays'>;

const downloadKinds: readonly UseKind[] = ['SEARCH', 'CASE_REPORT', 'NON_CASE_REPORT'];

function covers(exemption: Exemption, use: Use, terms: Terms): boolean {
  const inCourt = (courtIds: readonly string[]) => !!use.courtId && courtIds.includes(use.courtId);
  switch (exemption.kind) {
    case 'CJA':
      return exemption.exemptOn && isAccess(use.kind) && inCourt(exemption.courtIds);
    case 'COURT_GRANTED': {
      const { courtIds, from, to, useKinds, caseNumbers } = exemption;
      return (
        isAccess(use.kind) &&
        inCourt(courtIds) &&
        from <= use.day &&
        (to === null || use.day <= to) &&
        (useKinds === null || useKinds.includes(use.kind)) &&
        (caseNumbers === null || (!!use.caseNumber && caseNumbers.includes(use.caseNumber)))
      );
    }
    case 'FREE_COPY': {
      const age = daysBetween(exemption.noticeOn, use.day);
      return use.kind === 'DOCUMENT' && exemption.firstUse && age >= 0 && age <= terms.freeCopyDays;
    }
    case 'CHAPTER_13_DOWNLOAD': {
      const { lastFreeOn } = exemption;
      return (
        downloadKinds.includes(use.kind) &&
        (lastFreeOn === null || daysBetween(lastFreeOn, use.day) >= terms.chapter13DownloadDays)
      );
    }
    case 'GOVERNMENT':
      return false;
  }
}

/** Why a use costs nothing, or null; where several reasons hold, the first of `exemptReasons`. */
export function exemptReason(use: Use, terms: Terms, exemptions: readonly Exemption[]): ExemptReason | null {
  if (use.kind === 'OPINION' && terms.freeKinds.includes('OPINION')) return 'OPINION';
  if (use.kind === 'TERMINAL_VIEW' && terms.freeKinds.includes('TERMINAL_VIEW')) return 'PUBLIC_TERMINAL';
  const holding = new Set<string>(
    exemptions.filter((exemption) => covers(exemption, use, terms)).map(({ kind }) => kind),
  );
  return exemptReasons.find((reason) => holding.has(reason)) ?? null;
}
