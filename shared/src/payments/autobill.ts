/** How the standing authority to charge PACER fees each quarter stands for a payer. */
export const autobillStandings = ['OFF', 'ON', 'FIRM_PAYS', 'ACKNOWLEDGE_AGAIN'] as const;

export type AutobillStanding = (typeof autobillStandings)[number];

/** A time in which a firm answers or answered for an account. */
export interface LinkSpan {
  readonly startsAt: Date;
  readonly endsAt: Date | null;
}

/** Whether a firm answers for an account at an instant. */
export function isLinked(spans: readonly LinkSpan[], at: Date): boolean {
  return spans.some(({ startsAt, endsAt }) => startsAt <= at && (endsAt === null || endsAt > at));
}

/**
 * Whether PACER fees are charged by themselves. While a firm pays they are not, and what was acknowledged before
 * does not count afterwards: whoever leaves a firm must agree anew.
 */
export function autobillStanding(
  acknowledgedAt: Date | null,
  spans: readonly LinkSpan[],
  now: Date,
): AutobillStanding {
  if (acknowledgedAt === null) return 'OFF';
  if (isLinked(spans, now)) return 'FIRM_PAYS';
  const linkedSince = spans.some(
    ({ startsAt, endsAt }) => startsAt <= now && endsAt !== null && endsAt > acknowledgedAt,
  );
  return linkedSince ? 'ACKNOWLEDGE_AGAIN' : 'ON';
}
