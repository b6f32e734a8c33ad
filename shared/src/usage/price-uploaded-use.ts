import {
  type ChargeCause,
  type ChargeDifference,
  chargeDifference,
  type UncheckableCode,
} from './charge-difference';
import type { ExemptReason } from './exemption';
import { type FeeSchedule, scheduleOn } from './fee-schedule';
import type { UploadedUse } from './import/uploaded-use';
import { priceUse } from './price';
import { type PriceRefusal, priceRefusal } from './price-refusal';
import type { Use } from './use';

/** What a use is charged, and how that compares with the schedule of its day. */
export interface PricedUse {
  readonly ok: true;
  readonly chargeCents: number;
  /** By the schedule; null where it cannot be told, and for a correction. */
  readonly expectedCents: number | null;
  readonly scheduleId: string | null;
  readonly verdict: ChargeDifference['verdict'];
  /** Why the charge differs, or cannot be checked. */
  readonly cause: ChargeCause | UncheckableCode | null;
  /** Why it is exempt, by the schedule or as its source says; null where it is not. */
  readonly exempt: ExemptReason | 'OTHER' | null;
  readonly billablePages: number | null;
}

const criminalJusticeAct = /\bcja\b|criminal justice act/i;
const chapter13 = /\bchapter 13\b/i;
const freeCopy = /\bfree (?:look|copy)\b/i;

/** The reason that the source's words for an exemption name. */
function reasonClaimed(note: string | null): ExemptReason | 'OTHER' {
  const words = note ?? '';
  if (criminalJusticeAct.test(words)) return 'CJA';
  if (chapter13.test(words)) return 'CHAPTER_13_DOWNLOAD';
  if (freeCopy.test(words)) return 'FREE_COPY';
  return 'OTHER';
}

/** What of a listed use is priced; pages that were counted already stand for those that are not given. */
function priced({ kind, day, format, courtId, caseNumber, pages, billablePages, bytes }: UploadedUse): Use {
  return { kind, day, format, courtId, caseNumber, bytes, pages: pages ?? billablePages };
}

/**
 * Prices a use as its source tells it by the schedule of its day, and compares the charge with that. Who was granted
 * what a list does not tell, so that what it says to be exempt is priced as exempt. What the source does not charge for
 * is charged the price; a use with neither cannot be kept.
 */
export function priceUploadedUse(
  use: UploadedUse,
  schedules: readonly FeeSchedule[],
): PricedUse | PriceRefusal {
  const schedule = scheduleOn(schedules, use.day);
  const plain = schedule
    ? priceUse(priced(use), schedule)
    : priceRefusal('NOT_IN_FORCE', 'day', `No fee schedule is known for ${use.day}.`);
  if (use.chargeCents === null && !plain.ok) return plain;
  const claim = use.exempt === true ? reasonClaimed(use.exemptReason) : null;
  const free = plain.ok && plain.exempt === null && claim !== null;
  const price = free ? { ...plain, cents: 0, exempt: 'COURT_GRANTED' as const } : plain;
  const difference = chargeDifference(use.chargeCents, price, schedules);
  const { verdict, expectedCents } = difference;
  return {
    ok: true,
    chargeCents: use.chargeCents ?? expectedCents ?? 0,
    expectedCents: use.correction ? null : expectedCents,
    scheduleId: schedule?.id ?? null,
    verdict,
    cause: 'cause' in difference ? difference.cause : 'code' in difference ? difference.code : null,
    exempt: (plain.ok ? plain.exempt : null) ?? claim,
    billablePages: use.billablePages ?? (plain.ok ? plain.billablePages : null),
  };
}
