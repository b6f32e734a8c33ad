import type { Day } from '../usage/day';
import { type FeeSchedule, scheduleOn } from '../usage/fee-schedule';
import { priceUse } from '../usage/price';
import type { PaymentInstrument } from '../usage/use';

/** What a payment that came back on a day costs in cents; 0 where the schedule of the day has no fee for it. */
export function returnedPaymentFee(
  schedules: readonly FeeSchedule[],
  day: Day,
  instrument: PaymentInstrument,
): number {
  const schedule = scheduleOn(schedules, day);
  const price = schedule && priceUse({ kind: 'RETURNED_PAYMENT', day, instrument }, schedule);
  return price?.ok ? price.cents : 0;
}
