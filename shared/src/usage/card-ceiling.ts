import { z } from 'zod';
import type { Day } from './day';

/** The most that may be charged to a card in one payment, from a day on (U.S. Treasury). */
export const cardCeilingSchema = z.strictObject({
  from: z.iso.date(),
  mostCents: z.int().positive(),
  source: z.string().min(1),
});

export type CardCeiling = z.infer<typeof cardCeilingSchema>;

/** The ceiling in force on a day in cents, or null where none is known. */
export function cardCeilingOn(ceilings: readonly CardCeiling[], day: Day): number | null {
  const past = ceilings.filter(({ from }) => from <= day);
  return (
    past.reduce<CardCeiling | null>((last, one) => (last && last.from > one.from ? last : one), null)
      ?.mostCents ?? null
  );
}

/**
 * Whether a balance, in cents, may be charged to a card. What is above the ceiling is only invoiced, since it may
 * not be split over cards (PACER, new limit of June 1, 2015).
 */
export function fitsCard(balanceCents: number, ceilingCents: number | null): boolean {
  return ceilingCents === null || balanceCents <= ceilingCents;
}
