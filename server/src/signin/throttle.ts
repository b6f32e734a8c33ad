import { isIPv6 } from 'node:net';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Database } from '../platform/database';

/** Who tries to sign in, as far as it counts for slowing down. */
export interface Attempt {
  readonly usernameKey: string;
  readonly address: string;
  /** The account whose cookie of an earlier sign-in this browser holds. */
  readonly knownDeviceOf: string | null;
}

export interface Throttle {
  /** Counts an attempt before its password is looked at; seconds to wait when it is one too many, else null. */
  count(attempt: Attempt): Promise<number | null>;
  /** Takes a right password's attempt out of the counts again. */
  forgive(attempt: Attempt): Promise<void>;
}

const minute = 60;

/** A network of one customer: IPv6 hands out addresses by the /64. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  const [head = '', tail = ''] = address.split('::');
  const front = head.split(':').filter(Boolean);
  const back = tail.split(':').filter(Boolean);
  const groups = [...front, ...Array(Math.max(0, 8 - front.length - back.length)).fill('0'), ...back];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

/**
 * Failures are counted for the username from one network, for the network, and for the username from browsers that
 * never signed in to it (NIST SP 800-63B: at most 100). A browser that has signed in before has a count of its own,
 * so that nobody who does not know the password can keep its owner out.
 */
export function openThrottle(database: Database): Throttle {
  const storeClient = {
    query: async (query: { text: string; values: unknown[] }) => ({
      rows: await database.machine(query.text, query.values),
    }),
  };
  const limiter = (keyPrefix: string, points: number, duration: number) =>
    new RateLimiterPostgres({
      storeClient,
      storeType: 'pool',
      tableName: 'throttles',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix,
      points,
      duration,
    });
  const device = limiter('device', 10, 15 * minute);
  const pair = limiter('pair', 5, 15 * minute);
  const network = limiter('network', 50, 15 * minute);
  const strangers = limiter('strangers', 100, 24 * 60 * minute);

  const countsOf = (attempt: Attempt): [RateLimiterPostgres, string][] => {
    if (attempt.knownDeviceOf) return [[device, attempt.knownDeviceOf]];
    const from = networkOf(attempt.address);
    return [
      [pair, `${from} ${attempt.usernameKey}`],
      [network, from],
      [strangers, attempt.usernameKey],
    ];
  };

  return {
    async count(attempt) {
      const outcomes = await Promise.allSettled(
        countsOf(attempt).map(([counter, key]) => counter.consume(key)),
      );
      const waits = outcomes.flatMap((outcome) => {
        if (outcome.status === 'fulfilled') return [];
        if (outcome.reason instanceof RateLimiterRes) return Math.ceil(outcome.reason.msBeforeNext / 1000);
        throw outcome.reason;
      });
      return waits.length > 0 ? Math.max(...waits) : null;
    },
    async forgive(attempt) {
      await Promise.all(
        countsOf(attempt).map(([counter, key]) =>
          counter === network ? counter.reward(key) : counter.delete(key),
        ),
      );
    },
  };
}
