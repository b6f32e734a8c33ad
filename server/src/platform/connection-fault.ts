/** Codes of the way to Postgres and of Postgres ending, not of a statement. */
const codes = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'CONNECT_TIMEOUT',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  '53300', // too many connections
  '57P01', // ended by an administrator
  '57P02', // ended by a crash of another process
  '57P03', // starting up or shutting down
]);

/** Whether the database could not be reached; Drizzle and GraphQL put the error it came with inside their own. */
export function isConnectionFault(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; ) {
    if ('code' in cause && typeof cause.code === 'string' && codes.has(cause.code)) return true;
    cause = 'originalError' in cause ? cause.originalError : cause.cause;
  }
  return false;
}
