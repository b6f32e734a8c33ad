import { addDays } from '@countersign/shared/usage/day';
import type { ZoneClock } from '@countersign/shared/usage/import/zone-clock';
import { type BusyDay, isThere } from './busy-days';
import { randomOf } from './random';
import type { Member, StoryUse } from './story';

/** They are booked in the night of their day. */
const timeOfBooking = 5 * 3_600_000;

/** Credits for what was charged too high; half of those who paid too much ask for one. */
export interface Credits {
  promise(use: StoryUse, member: Member): void;
  /** Those whose day has come, and no more than the day has uses. */
  due(busy: BusyDay): StoryUse[];
}

export function creditsOf(seed: string, clock: ZoneClock): Credits {
  let promised: { readonly credit: StoryUse; readonly member: Member }[] = [];
  return {
    promise(use, member) {
      if (use.chargeCents <= use.expectedCents) return;
      const random = randomOf(`${seed} credit for ${use.transactionId}`);
      if (!random.chance(0.5)) return;
      const cents = use.expectedCents - use.chargeCents;
      const pages = use.billablePages === null ? null : Math.round(cents / 10);
      const credit = {
        ...use,
        day: addDays(use.day, random.between(6, 24)),
        chargeCents: cents,
        expectedCents: cents,
        pages,
        billablePages: pages,
        bytes: null,
        correction: true,
        mistake: null,
      };
      promised.push({ credit, member });
    },
    due({ day, midnight, passed, uses }) {
      if (passed < timeOfBooking) return [];
      const instant = clock.instantOf(midnight + timeOfBooking);
      const due = promised.filter(({ credit }) => credit.day <= day).slice(0, uses);
      promised = promised.filter((one) => !due.includes(one));
      // Whoever has left by then gets it from elsewhere.
      return due
        .filter(({ member }) => isThere(member, instant))
        .map(({ credit }) => ({ ...credit, day, instant }));
    },
  };
}
