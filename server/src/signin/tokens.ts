import { createHash, randomBytes } from 'node:crypto';
import { parse, stringify } from 'uuid';

const tokenBytes = 32;

/**
 * A secret for a cookie: the account it belongs to, then 256 random bits. The account says where to look;
 * only the random part, kept as its SHA-256, proves anything.
 */
export interface Token {
  readonly cookie: string;
  readonly hash: Buffer;
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest();

export function newToken(accountId: string): Token {
  const secret = randomBytes(tokenBytes);
  return { cookie: Buffer.concat([parse(accountId), secret]).toString('base64url'), hash: sha256(secret) };
}

/** Reads a cookie back; null when it is none of ours. */
export function readToken(cookie: string | undefined): { accountId: string; hash: Buffer } | null {
  if (!cookie || !/^[\w-]{64}$/.test(cookie)) return null;
  const bytes = Buffer.from(cookie, 'base64url');
  try {
    return { accountId: stringify(bytes.subarray(0, 16)), hash: sha256(bytes.subarray(16)) };
  } catch {
    return null;
  }
}
