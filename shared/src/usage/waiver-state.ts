import { dollars } from './dollars';
import { quarterDue, type WaiverThreshold } from './waiver';

export const waiverStates = ['NOTHING_CHARGED', 'WAIVED', 'DUE', 'UNKNOWN'] as const;

export type WaiverStateName = (typeof waiverStates)[number];

/** Where a payer’s quarter stands against the threshold up to which charges are waived. Money in cents. */
export interface WaiverState {
  readonly state: WaiverStateName;
  /** Charges for access to court records, after exemptions: what is tested. */
  readonly testedCents: number;
  readonly thresholdCents: number | null;
  /** What may still be charged without anything being due; 0 past the threshold, null where it is not known. */
  readonly leftCents: number | null;
  readonly waivedCents: number;
  readonly dueCents: number;
  readonly explanation: string;
}

/** Tells of a quarter’s charges whether they are waived, and what that means while it lasts and after. */
export function waiverState(testedCents: number, threshold: WaiverThreshold, over: boolean): WaiverState {
  if (!threshold.ok) {
    const unknown = { thresholdCents: null, leftCents: null, waivedCents: 0, dueCents: testedCents };
    return { state: 'UNKNOWN', testedCents, ...unknown, explanation: threshold.message };
  }
  const { thresholdCents } = threshold;
  const { waivedCents, dueCents } = quarterDue(testedCents, thresholdCents);
  const [tested, most] = [dollars(testedCents), dollars(thresholdCents)];
  const known = { testedCents, thresholdCents, waivedCents, dueCents };
  if (dueCents > 0) {
    const explanation = `Access charges of ${tested} are above ${most}, so that all of them are due and not only what is above.`;
    return { state: 'DUE', ...known, leftCents: 0, explanation };
  }
  const leftCents = thresholdCents - Math.max(testedCents, 0);
  if (testedCents <= 0) {
    const explanation = over
      ? 'Nothing was charged for access.'
      : `Nothing is charged for access yet; up to ${most} in a quarter is waived.`;
    return { state: 'NOTHING_CHARGED', ...known, leftCents, explanation };
  }
  const explanation = over
    ? `Access charges of ${tested} are not above ${most} and are waived.`
    : `Access charges of ${tested} are not above ${most} and are waived if it stays so; with more than ${dollars(leftCents)} on top all of them are due.`;
  return { state: 'WAIVED', ...known, leftCents, explanation };
}
