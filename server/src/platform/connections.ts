import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type postgres from 'postgres';
import { isConnectionFault } from './connection-fault';

/** One connection, used by one at a time. */
export interface Connection {
  readonly client: postgres.Sql;
  readonly orm: PostgresJsDatabase;
}

interface OpenConnection extends Connection {
  /** Whether it broke while it was used. The driver would go on over a new one, outside the transaction. */
  broken: boolean;
  /** Told when it breaks while it is used. */
  onBroken: () => void;
}

export interface Connections {
  /** Runs work on a connection that nobody else has until it settles; waits its turn when all are taken. */
  use<T>(work: (connection: Connection) => Promise<T>): Promise<T>;
  /** Gives up every connection for a new one; what runs has a moment to end. */
  renew(): void;
  close(): Promise<void>;
}

const lastMoment = 2;

const connectionLost = () =>
  Object.assign(new Error('The connection was lost.'), { code: 'CONNECTION_CLOSED' });

/**
 * Rejects when the connection breaks. The driver answers nothing that was sent between the error of a socket and its
 * close; whatever it does reject comes first.
 */
function breakOf(connection: OpenConnection): Promise<never> {
  return new Promise((_, reject) => {
    connection.onBroken = () => setImmediate(() => reject(connectionLost()));
  });
}

/** The client for Drizzle, which sends by `unsafe`: refuses once the connection broke. */
function untilBroken(client: postgres.Sql, broken: () => boolean): postgres.Sql {
  const unsafe: postgres.Sql['unsafe'] = (...given) => {
    if (broken()) throw connectionLost();
    return client.unsafe(...given);
  };
  return new Proxy(client, {
    get: (target, name) => (name === 'unsafe' ? unsafe : Reflect.get(target, name)),
  });
}

/**
 * Connections that survive the loss of the database. `open` makes a postgres.js client of one connection. Its own
 * pool is not used: a connection that breaks while reserved, or a reservation that is refused, is lost to it for good,
 * and what it still sends over a broken one ends the process.
 */
export function openConnections(open: (onClose: () => void) => postgres.Sql, max: number): Connections {
  const opened = (): OpenConnection => {
    const client = open(() => {
      connection.broken = true;
      connection.onBroken();
    });
    const connection: OpenConnection = {
      client,
      orm: drizzle(untilBroken(client, () => connection.broken)),
      broken: false,
      onBroken: () => {},
    };
    return connection;
  };
  // The last one given back is the first one taken: an idle site keeps few connections busy.
  let free = Array.from({ length: max }, opened);
  const taken = new Set<OpenConnection>();
  const waiting: ((connection: OpenConnection) => void)[] = [];
  const ending = new Set<Promise<unknown>>();

  const end = ({ client }: Connection, timeout: number) => {
    const ended: Promise<unknown> = client.end({ timeout }).finally(() => ending.delete(ended));
    ending.add(ended);
  };
  const take = async () => {
    const connection = free.pop() ?? (await new Promise<OpenConnection>((resolve) => waiting.push(resolve)));
    taken.add(connection);
    connection.broken = false;
    return connection;
  };
  const giveBack = (connection: OpenConnection) => {
    const next = waiting.shift();
    if (next) next(connection);
    else free.push(connection);
  };
  return {
    async use(work) {
      const mine = await take();
      let lost = false;
      try {
        return await Promise.race([work(mine), breakOf(mine)]);
      } catch (cause) {
        lost = mine.broken || isConnectionFault(cause);
        throw cause;
      } finally {
        mine.onBroken = () => {};
        // What renew() has taken out of the set is replaced and on its way out already.
        if (taken.delete(mine)) {
          if (lost) end(mine, 0);
          giveBack(lost ? opened() : mine);
        }
      }
    },
    renew() {
      const old = [...free, ...taken];
      const replaced = taken.size;
      for (const connection of old) end(connection, lastMoment);
      free = free.map(opened);
      taken.clear();
      for (let i = 0; i < replaced; i += 1) giveBack(opened());
    },
    async close() {
      for (const connection of [...free, ...taken]) end(connection, 5);
      await Promise.all(ending);
    },
  };
}
