import type { Interval } from './interval';
import { type Linkage, type Responsibility, responsibleAt } from './payer';

/** A stretch of time for which another answers after a change of an account's intervals. */
export interface HandOver extends Interval {
  readonly from: Responsibility;
  readonly to: Responsibility;
}

const same = (a: Responsibility, b: Responsibility) =>
  a.payerId === b.payerId && a.costCenter === b.costCenter;

/** Every instant at which somebody begins or ends to answer for the account, in order and each once. */
function borders(linkages: readonly Linkage[]): Date[] {
  const times = linkages.flatMap(({ startsAt, endsAt }) => [startsAt, ...(endsAt ? [endsAt] : [])]);
  return [...new Set(times.map((time) => time.getTime()))]
    .sort((a, b) => a - b)
    .map((time) => new Date(time));
}

/**
 * Which stretches of time change hands when an account's intervals become others: what lies in one of them is moved
 * from the one who answered for it to the one who does now. Before the first border nobody but the person ever answered.
 */
export function handOvers(
  accountId: string,
  before: readonly Linkage[],
  after: readonly Linkage[],
): HandOver[] {
  const found: HandOver[] = [];
  const times = borders([...before, ...after]);
  for (const [i, startsAt] of times.entries()) {
    const endsAt = times[i + 1] ?? null;
    const from = responsibleAt(accountId, before, startsAt);
    const to = responsibleAt(accountId, after, startsAt);
    if (same(from, to)) continue;
    const last = found.at(-1);
    const goesOn =
      last?.endsAt?.getTime() === startsAt.getTime() && same(last.from, from) && same(last.to, to);
    if (goesOn) found[found.length - 1] = { ...last, endsAt };
    else found.push({ startsAt, endsAt, from, to });
  }
  return found;
}
