import type { Day } from '@countersign/shared/usage/day';
import type { Exemption, ExemptReason } from '@countersign/shared/usage/exemption';
import { type FeeSchedule, scheduleOn } from '@countersign/shared/usage/fee-schedule';
import { type Price, priceUse } from '@countersign/shared/usage/price';
import type { Random } from './random';
import type { Step } from './session-plans';
import type { ChargeMistake } from './story';

/** What a use is charged, and what it counts as. */
export interface Charge {
  readonly cents: number;
  /** By the schedule. */
  readonly expectedCents: number;
  readonly exempt: ExemptReason | null;
  readonly billablePages: number | null;
  readonly mistake: ChargeMistake | null;
}

/** How often a charge that could go wrong in such a way does. */
const likelihood: Readonly<Record<ChargeMistake, number>> = {
  CAP_NOT_APPLIED: 0.022,
  BEGUN_PAGE_NOT_COUNTED: 0.007,
  CHARGED_THOUGH_EXEMPT: 0.05,
  CAP_APPLIED_TO_UNCAPPED: 0.05,
};

/** The way in which a price can be got wrong, and what is then charged. */
function wrongCharge(price: Price, bytes: number | null): readonly [ChargeMistake, number] | null {
  const { unit, unitCents, quantity, pages, capPages } = price;
  if (price.exempt) {
    return price.fullCents ? ['CHARGED_THOUGH_EXEMPT', price.fullCents] : null;
  }
  if (unit !== 'PAGE' || pages === null) return null;
  if (price.capApplied) return ['CAP_NOT_APPLIED', pages * unitCents];
  if (quantity > capPages) return ['CAP_APPLIED_TO_UNCAPPED', capPages * unitCents];
  return bytes !== null && quantity > 1 ? ['BEGUN_PAGE_NOT_COUNTED', (quantity - 1) * unitCents] : null;
}

export interface Occasion {
  readonly day: Day;
  readonly courtId: string | null;
  readonly caseNumber: string | null;
  readonly exemptions: readonly Exemption[];
}

/** Charges by the schedule of the day, and now and then wrongly. */
export function chargeOf(
  random: Random,
  { kind, format, pages, bytes }: Step,
  { exemptions, ...where }: Occasion,
  schedules: readonly FeeSchedule[],
): Charge {
  const schedule = scheduleOn(schedules, where.day);
  if (!schedule) throw new Error(`No fee schedule is in force on ${where.day}.`);
  const price = priceUse({ kind, format, pages, bytes, ...where }, schedule, exemptions);
  if (!price.ok) throw new Error(price.message);
  const wrong = wrongCharge(price, bytes);
  const right = {
    cents: price.cents,
    expectedCents: price.cents,
    exempt: price.exempt,
    billablePages: price.unit === 'PAGE' ? price.quantity : null,
    mistake: null,
  };
  if (!wrong || !random.chance(likelihood[wrong[0]])) return right;
  const [mistake, cents] = wrong;
  const billablePages = right.billablePages === null ? null : cents / price.unitCents;
  return { ...right, cents, billablePages, mistake };
}
