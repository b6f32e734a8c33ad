import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type postgres from 'postgres';
import { isConnectionFault } from './connection-fault';

/** One connection, used by one at a time. */
export interface Connection {
  readonly client: postgres.Sql;
  readonly orm: PostgresJsDatabase;
}

export interface Connections {
  /** Runs work on a connection that nobody else has until it settles; waits its turn when all are taken. */
  use<T>(work: (connection: Connection) => Promise<T>): Promise<T>;
  /** Gives up every connection for a new one; what runs has a moment to end. */
  renew(): void;
  close(): Promise<void>;
}

const lastMoment = 2;

/**
 * Connections that survive the loss of the database. `open` makes a postgres.js client of one connection. Its own
 * pool is not used: a connection that breaks while reserved, or a reservation that is refused, is lost to it for good.
 */
export function openConnections(open: () => postgres.Sql, max: number): Connections {
  const opened = (): Connection => {
    const client = open();
    return { client, orm: drizzle(client) };
  };
  // The last one given back is the first one taken: an idle site keeps few connections busy.
  let free = Array.from({ length: max }, opened);
  const taken = new Set<Connection>();
  const waiting: ((connection: Connection) => void)[] = [];
  const ending = new Set<Promise<unknown>>();

  const end = ({ client }: Connection, timeout: number) => {
    const ended: Promise<unknown> = client.end({ timeout }).finally(() => ending.delete(ended));
    ending.add(ended);
  };
  const take = async () => {
    const connection = free.pop() ?? (await new Promise<Connection>((resolve) => waiting.push(resolve)));
    taken.add(connection);
    return connection;
  };
  const giveBack = (connection: Connection) => {
    const next = waiting.shift();
    if (next) next(connection);
    else free.push(connection);
  };
  return {
    async use(work) {
      const mine = await take();
      let lost = false;
      try {
        return await work(mine);
      } catch (cause) {
        lost = isConnectionFault(cause);
        throw cause;
      } finally {
        // What renew() has taken out of the set is on its way out already.
        const kept = taken.delete(mine);
        if (kept && lost) end(mine, 0);
        giveBack(kept && !lost ? mine : opened());
      }
    },
    renew() {
      for (const connection of [...free, ...taken]) end(connection, lastMoment);
      free = free.map(opened);
      taken.clear();
    },
    async close() {
      for (const connection of [...free, ...taken]) end(connection, 5);
      await Promise.all(ending);
    },
  };
}
