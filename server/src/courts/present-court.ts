import { signInWay } from '@countersign/shared/courts/court';
import type { CourtRow } from './queries';
import { type Court, toCourt } from './types';

/** A stored court as it stands on a day. */
export function presentCourt(row: CourtRow, now: Date): Court {
  return toCourt(row, signInWay(row, now.toISOString().slice(0, 10)));
}
