import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import pLimit from 'p-limit';

/** OWASP's first choice for argon2id: 46 MiB, one pass, one lane. */
const strength = { memoryCost: 47104, timeCost: 1, parallelism: 1 };

/** Two at once: more would starve everything else of memory and processor. The rest wait their turn. */
const turns = pLimit(2);
const longestQueue = 200;

/** The longest password that is hashed, in characters; more is refused before any work. */
export const longestPassword = 1024;

/** Too many sign-ins are waiting for their turn. */
export class Busy extends Error {}

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (turns.pendingCount >= longestQueue)
    throw new Busy('Too many people are signing in: try again in a minute.');
  return turns(work);
}

/** The argon2id hash of a password exactly as typed. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, strength));
}

/** A hash of nothing anyone knows: an unknown username costs the same work as a known one. */
const decoy = hash(randomBytes(32), strength);

/** Whether the password is right; without a hash the same work is done and the answer is no. */
export async function passwordIsRight(passwordHash: string | null, password: string): Promise<boolean> {
  const against = passwordHash ?? (await decoy);
  const right = await inTurn(() => verify(against, password));
  return right && passwordHash !== null;
}
