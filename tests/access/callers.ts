/** Who asks, and as whom of the demonstration. Firm, court and people looked at are those of world.ts. */
export const usernameOf = {
  anonymous: null,
  /** Has an account and no role. */
  holder: 'attorney.demo',
  /** Administers the firm that is looked at. */
  administrator: 'firmadmin.demo',
  otherAdministrator: 'firmadmin.two',
  /** Works at the court that is looked at. */
  clerk: 'clerk.mowd',
  otherClerk: 'clerk.mowb',
  operator: 'operator.demo',
} as const;

export type Caller = keyof typeof usernameOf;

export const callers = Object.keys(usernameOf) as Caller[];
