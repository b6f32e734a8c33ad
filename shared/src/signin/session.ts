const minute = 60_000;

/** NIST SP 800-63B AAL2, draft figures: signed in again after 12 hours, or 30 minutes without use. */
export const sessionRule = { longest: 12 * 60 * minute, idle: 30 * minute } as const;

/** How often use is written down: less often than it happens, so that reading stays reading. */
export const seenEvery = minute;

/** Whether a session still counts. */
export function sessionIsOpen(session: { endsAt: Date; seenAt: Date }, now: Date): boolean {
  return now < session.endsAt && now.getTime() - session.seenAt.getTime() < sessionRule.idle;
}
