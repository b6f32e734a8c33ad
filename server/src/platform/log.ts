import { maskCardNumbers } from '@countersign/shared/payments/card-number';
import type { LoggerOptions } from 'pino';

/** What is never logged in full; each line is also searched for card numbers before it is written. */
const secrets = ['req.headers.cookie', 'req.headers.authorization', 'res.headers["set-cookie"]'];

/** How this process logs: JSON lines from a level on. */
export function logOptions(level: string): LoggerOptions {
  return { level, redact: secrets, hooks: { streamWrite: (line) => maskCardNumbers(line) } };
}
