import type { FeeSchedule } from './fee-schedule';
import type { UseKind } from './use';

/**
 * The pages that extracted HTML counts as. A begun page counts, and there is at least one; PACER states the bytes of
 * a page but not the rounding, so that is our reading.
 */
export function bytesToPages(bytes: number, { bytesPerPage }: Pick<FeeSchedule, 'bytesPerPage'>): number {
  return Math.max(1, Math.ceil(bytes / bytesPerPage));
}

/** The pages of one use that are charged: no more than the cap, where the kind has one. */
export function billablePages(
  pages: number,
  kind: UseKind,
  { cappedKinds, capPages }: Pick<FeeSchedule, 'cappedKinds' | 'capPages'>,
): number {
  return cappedKinds.includes(kind) ? Math.min(pages, capPages) : pages;
}
