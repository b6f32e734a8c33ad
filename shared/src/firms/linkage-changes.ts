import type { UserType } from '../accounts/account';
import { hasBadCharacter } from '../usage/import/text-cell';
import { type Interval, overlap } from './interval';
import { intervalText } from './interval-text';

/** Why an interval may not be as it is wished; `field` is the input that mends it. */
export interface LinkageRefusal {
  readonly code: 'INVALID' | 'OVERLAP';
  readonly field: string;
  readonly message: string;
}

export interface LinkageWish extends Interval {
  readonly costCenter: string;
  readonly remark: string | null;
}

/** No uses are kept from before it. */
const earliest = new Date('2000-01-01T00:00:00Z');
const dayMilliseconds = 86_400_000;
const mostDaysToStart = 366;
const mostDaysToEnd = 3653;
export const longestCostCenter = 100;
export const longestLinkageRemark = 500;

const invalid = (field: string, message: string): LinkageRefusal => ({ code: 'INVALID', field, message });

const ahead = (now: Date, days: number) => new Date(now.getTime() + days * dayMilliseconds);

/** Whether the wish is sound by itself; null when it is. Years ahead is a typing error, not a plan. */
export function refuseWish({ startsAt, endsAt, costCenter, remark }: LinkageWish, now: Date) {
  if (startsAt < earliest) return invalid('from', 'No uses are kept from before the year 2000: begin later.');
  if (startsAt > ahead(now, mostDaysToStart))
    return invalid('from', 'An interval begins at most a year ahead.');
  if (endsAt !== null && endsAt <= startsAt)
    return invalid('until', 'The interval must end after it begins.');
  if (endsAt !== null && endsAt > ahead(now, mostDaysToEnd))
    return invalid('until', 'An interval ends at most ten years ahead: leave the end open instead.');
  if ([...costCenter].length > longestCostCenter)
    return invalid('costCenter', `A cost center has at most ${longestCostCenter} characters.`);
  if (hasBadCharacter(costCenter))
    return invalid('costCenter', 'The cost center has a character that cannot be printed: take it out.');
  if ((remark?.length ?? 0) > longestLinkageRemark)
    return invalid('remark', `A remark has at most ${longestLinkageRemark} characters.`);
  return null;
}

/** Whether a firm may answer for an account; null when it may. A legacy account spends as any other and may be linked. */
export function refuseLinked({ userType }: { userType: UserType }): LinkageRefusal | null {
  if (userType !== 'GROUP') return null;
  return invalid(
    'account',
    'A group account is shared and cannot be linked: link the account of each person instead.',
  );
}

/** Whether nobody else answers for the account meanwhile; `others` are its other intervals, with the firm's name. */
export function refuseOverlap(
  wish: Interval,
  others: readonly (Interval & { firmName: string })[],
  zone: string,
): LinkageRefusal | null {
  const other = others.find((one) => overlap(one, wish));
  if (!other) return null;
  return {
    code: 'OVERLAP',
    field: wish.startsAt < other.startsAt ? 'until' : 'from',
    message: `${other.firmName} answers for this account ${intervalText(other, zone)}, and only one firm can: correct that interval first, or choose other times.`,
  };
}
