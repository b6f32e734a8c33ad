/** A stretch of time: from its first instant until the first that is no longer in it; null goes on without end. */
export interface Interval {
  readonly startsAt: Date;
  readonly endsAt: Date | null;
}

const endOf = ({ endsAt }: Interval) => endsAt?.getTime() ?? Number.POSITIVE_INFINITY;

/** Whether an instant is within. */
export function covers(interval: Interval, at: Date): boolean {
  return interval.startsAt <= at && at.getTime() < endOf(interval);
}

/** Whether two have an instant in common; one that begins when the other ends has none. */
export function overlap(a: Interval, b: Interval): boolean {
  return a.startsAt.getTime() < endOf(b) && b.startsAt.getTime() < endOf(a);
}
