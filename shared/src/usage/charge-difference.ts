import { dollars } from './dollars';
import { exemptReasonLabels } from './exemption';
import type { FeeSchedule } from './fee-schedule';
import type { Price } from './price';
import type { PriceRefusal, PriceRefusalCode } from './price-refusal';

/** What a wrong charge looks like; OTHER where it looks like nothing known. */
export const chargeCauses = [
  'CHARGED_THOUGH_EXEMPT',
  'NOT_CHARGED',
  'CAP_NOT_APPLIED',
  'CAP_APPLIED_TO_UNCAPPED',
  'BEGUN_PAGE_NOT_COUNTED',
  'OTHER_RATE',
  'OTHER_PAGES',
  'OTHER',
] as const;

export type ChargeCause = (typeof chargeCauses)[number];

export type UncheckableCode = PriceRefusalCode | 'NO_CHARGE' | 'BAD_CHARGE' | 'CORRECTION';

/** A charge beside its expected price, in cents; a difference is told, and never corrects the charge. */
export type ChargeDifference =
  | { readonly verdict: 'EQUAL'; readonly chargedCents: number; readonly expectedCents: number }
  | {
      readonly verdict: 'OVER' | 'UNDER';
      readonly chargedCents: number;
      readonly expectedCents: number;
      /** Charged less expected. */
      readonly differenceCents: number;
      readonly cause: ChargeCause;
      readonly why: string;
    }
  | {
      readonly verdict: 'UNCHECKABLE';
      readonly chargedCents: number | null;
      readonly expectedCents: number | null;
      readonly code: UncheckableCode;
      readonly why: string;
    };

type PageRates = Pick<FeeSchedule, 'pageCents' | 'governmentPageCents'>;

function causeOf(chargedCents: number, price: Price, schedules: readonly PageRates[]): [ChargeCause, string] {
  const { unit, unitCents, quantity, pages, capApplied, exempt } = price;
  if (exempt)
    return [
      'CHARGED_THOUGH_EXEMPT',
      `The use is exempt (${exemptReasonLabels[exempt]}), yet it was charged.`,
    ];
  if (chargedCents === 0) {
    return ['NOT_CHARGED', 'Nothing was charged; an exemption that is not known here may be the reason.'];
  }
  if (unit !== 'PAGE' || pages === null) return ['OTHER', 'No rule explains the charge.'];
  if (capApplied && chargedCents === pages * unitCents) {
    return ['CAP_NOT_APPLIED', `All ${pages} pages were charged, though no more than ${quantity} count.`];
  }
  const capped = price.capPages * unitCents;
  if (!capApplied && quantity > price.capPages && chargedCents === capped) {
    return [
      'CAP_APPLIED_TO_UNCAPPED',
      `Only ${price.capPages} of ${pages} pages were charged, though the cap does not hold here.`,
    ];
  }
  const byBytes = price.parts.some(({ rule }) => rule === 'BYTES');
  if (byBytes && chargedCents === (quantity - 1) * unitCents) {
    return ['BEGUN_PAGE_NOT_COUNTED', 'The last, begun page was not charged.'];
  }
  const other = schedules
    .flatMap(({ pageCents, governmentPageCents }) => [pageCents, governmentPageCents])
    .find((cents) => cents !== unitCents && chargedCents === quantity * cents);
  if (other !== undefined) {
    return ['OTHER_RATE', `The charge is that of ${dollars(other)} a page, not of ${dollars(unitCents)}.`];
  }
  if (chargedCents % unitCents === 0) {
    return ['OTHER_PAGES', `The charge is that of ${chargedCents / unitCents} pages, not of ${quantity}.`];
  }
  return ['OTHER', 'No rule explains the charge.'];
}

/**
 * Compares what was charged, in cents, with the price by the schedule; null is a charge that is not known. With all
 * schedules given, a charge at the rate of another one is told as such.
 */
export function chargeDifference(
  chargedCents: number | null,
  price: Price | PriceRefusal,
  schedules: readonly PageRates[] = [],
): ChargeDifference {
  const expectedCents = price.ok ? price.cents : null;
  const uncheckable = (code: UncheckableCode, why: string): ChargeDifference => ({
    verdict: 'UNCHECKABLE',
    chargedCents,
    expectedCents,
    code,
    why,
  });
  if (chargedCents === null) return uncheckable('NO_CHARGE', 'What was charged is not given.');
  if (!Number.isSafeInteger(chargedCents))
    return uncheckable('BAD_CHARGE', 'The charge is not in whole cents.');
  if (chargedCents < 0) return uncheckable('CORRECTION', 'A correction has no price of its own.');
  if (!price.ok) return uncheckable(price.code, price.message);
  if (chargedCents === price.cents) return { verdict: 'EQUAL', chargedCents, expectedCents: price.cents };
  const [cause, why] = causeOf(chargedCents, price, schedules);
  return {
    verdict: chargedCents > price.cents ? 'OVER' : 'UNDER',
    chargedCents,
    expectedCents: price.cents,
    differenceCents: chargedCents - price.cents,
    cause,
    why,
  };
}
