import { sessionRule } from '@countersign/shared/signin/session';

export const warnBefore = 2 * 60_000;

/** How many milliseconds a session has left when nothing more is asked of the server. */
export function idleLeft(lastRequestAt: number, now: number): number {
  return lastRequestAt + sessionRule.idle - now;
}

/** Minutes and seconds, as on a clock. */
export function clock(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
