import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import pLimit from 'p-limit';
import postgres from 'postgres';
import type { Actor } from './actor';
import { arrayTypes } from './array-types';
import { type BulkTransaction, copyRows } from './bulk';
import { isConnectionFault } from './connection-fault';
import { type Connection, type Connections, openConnections } from './connections';
import { type Connect, type Listener, openListener } from './listener';
import type { Statement } from './statement';

/** A transaction of one actor. */
export type Transaction = Omit<PostgresJsDatabase, 'transaction'>;

type RowsOf<S extends readonly Statement<unknown>[]> = {
  [K in keyof S]: S[K] extends Statement<infer Row> ? Row[] : never;
};

export interface Database {
  /** Runs statements in one read-only transaction as the actor, in one round trip; rows in the same order. */
  read<const S extends readonly Statement<unknown>[]>(actor: Actor, statements: S): Promise<RowsOf<S>>;
  /** Runs one transaction as the actor; everything in it happens or nothing does. */
  write<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T>;
  /**
   * Runs one long transaction that takes rows by COPY, over a connection of its own beside the others, so that the
   * work may use these meanwhile. The signal ends what runs just then and rolls everything back.
   */
  writeBulk<T>(actor: Actor, work: (bulk: BulkTransaction) => Promise<T>, signal?: AbortSignal): Promise<T>;
  /**
   * Runs one statement as the actor and hands its rows on piece by piece, so that never all are in memory: as they are
   * at one instant, over a connection of its own, however slowly they are taken. The signal ends it.
   */
  readInPieces<Row>(
    actor: Actor,
    statement: Statement<Row>,
    take: (rows: readonly Row[]) => Promise<void>,
    signal: AbortSignal,
  ): Promise<void>;
  /**
   * Hears what is told on a channel, over a connection of its own. `again` is called when that was lost and is there
   * again: something may have been told meanwhile.
   */
  listen(channel: string, heard: (payload: string) => void, again: () => void): Listener;
  /** Runs one statement on the tables of class machine, which belong to nobody: no actor is set. */
  machine(text: string, values: readonly unknown[]): Promise<Record<string, unknown>[]>;
  /** Statements sent since the start: what tests and benchmarks count. */
  readonly statementsSent: () => number;
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  url: string;
  /** The way to Postgres itself where `url` leads to a pooler, over which nothing is heard. */
  directUrl?: string;
  /** Taken on by each connection when the login may do more than the application should. */
  role?: string;
  max: number;
  prepare: boolean;
}

const setActor =
  "select set_config('app.kind', $1, true), set_config('app.account', $2, true), set_config('app.payers', $3, true), set_config('app.courts', $4, true)";

const arrayLiteral = (ids: readonly string[]) => `{${ids.map((id) => JSON.stringify(id)).join(',')}}`;

function settingsOf(actor: Actor): string[] {
  return [actor.kind, actor.accountId ?? '', arrayLiteral(actor.payers), arrayLiteral(actor.courts)];
}

async function setSettings(orm: PostgresJsDatabase, actor: Actor): Promise<void> {
  const [kind, account, payers, courts] = settingsOf(actor);
  await orm.execute(sql`select set_config('app.kind', ${kind}, true), set_config('app.account', ${account}, true),
    set_config('app.payers', ${payers}, true), set_config('app.courts', ${courts}, true)`);
}

/** Bulk transactions of one process at a time; the rest wait their turn. */
const bulkAtOnce = 2;

/** Long readings of one process at a time. */
const readingsAtOnce = 4;

const rowsOfPiece = 500;

/** Milliseconds until what was not cut short is tried to be once more. */
const betweenCuts = 250;

const secondsBetweenAttempts = 0.05;
const longestPing = 1500;

/** Waits until each has its answer, but not for answers that a lost connection will never give. */
function settledOrLost(sending: readonly Promise<unknown>[]) {
  const lost = new Promise<never>((_, reject) => {
    for (const one of sending) one.catch((cause) => isConnectionFault(cause) && reject(cause));
  });
  return Promise.race([Promise.allSettled(sending), lost]);
}

/** Begins, works and commits; rolls back when the work fails, unless the connection is gone and the work with it. */
async function inTransaction<T>(orm: PostgresJsDatabase, work: () => Promise<T>): Promise<T> {
  await orm.execute(sql`begin`);
  let result: T;
  try {
    result = await work();
  } catch (cause) {
    if (!isConnectionFault(cause)) await orm.execute(sql`rollback`);
    throw cause;
  }
  const { command } = await orm.execute(sql`commit`);
  if (command !== 'COMMIT') throw new Error('A statement of the transaction had failed: nothing was kept.');
  return result;
}

/** Does work until a signal; what it waits for just then is then cut short, and the signal's reason is why it fails. */
async function untilAborted<T>(
  work: () => Promise<T>,
  cutShort: () => Promise<unknown>,
  signal: AbortSignal | undefined,
): Promise<T> {
  const settled = new AbortController();
  let cutting: Promise<unknown> | undefined;
  // Again and again: between two statements there is nothing to cut short, and the next one may take long.
  const cut = async () => {
    while (!settled.signal.aborted) {
      await cutShort().catch(() => {});
      await wait(betweenCuts, null, { signal: settled.signal }).catch(() => {});
    }
  };
  const abort = () => {
    cutting = cut();
  };
  signal?.addEventListener('abort', abort, { once: true });
  try {
    const result = await work();
    signal?.throwIfAborted();
    return result;
  } catch (cause) {
    throw signal?.aborted ? signal.reason : cause;
  } finally {
    signal?.removeEventListener('abort', abort);
    settled.abort();
    // Sent late, it would cut the rollback short.
    await cutting;
  }
}

/** Opens the connections the application works with; nothing here takes a second one while it holds one. */
export function openDatabase(options: DatabaseOptions): Database {
  const open = (onclose: () => void) =>
    postgres(options.url, {
      max: 1,
      prepare: options.prepare,
      onnotice: () => {},
      onclose,
      // Left to itself the driver waits ever longer, up to 20 seconds, and whoever asks waits with it.
      backoff: () => secondsBetweenAttempts,
      connect_timeout: 5,
      // A connection that ended by its age between begin and commit would go on without its transaction.
      max_lifetime: null,
      fetch_types: false,
      types: arrayTypes,
      connection: { application_name: 'countersign', ...(options.role ? { role: options.role } : {}) },
    });
  const connections = openConnections(open, options.max);
  // Beside the others: whether the database answers is another question than whether it is busy.
  const probe = openConnections(open, 1);
  const longOnes = new Set<Connections>();
  const listeners = new Set<Listener>();
  const bulkLimit = pLimit(bulkAtOnce);
  const readingLimit = pLimit(readingsAtOnce);
  const prepare = options.prepare;
  let sent = 0;

  /** Does long work over a connection beside the others, which the work may use meanwhile. */
  async function onOwnConnection<T>(
    signal: AbortSignal | undefined,
    work: (connection: Connection, untilAbort: <R>(part: () => Promise<R>) => Promise<R>) => Promise<T>,
  ): Promise<T> {
    signal?.throwIfAborted();
    const own = openConnections(open, 1);
    longOnes.add(own);
    try {
      return await own.use(async (connection) => {
        const [me] = await connection.orm.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
        const cutShort = () =>
          connections.use((other) => other.client`select pg_cancel_backend(${me?.pid ?? 0})`);
        return work(connection, (part) => untilAborted(part, cutShort, signal));
      });
    } finally {
      longOnes.delete(own);
      await own.close();
    }
  }

  return {
    read: (actor, statements) =>
      connections.use(async ({ client }) => {
        sent += statements.length;
        const sending = [
          client.unsafe('begin read only', [], { prepare }),
          client.unsafe(setActor, settingsOf(actor), { prepare }),
          ...statements.map((s) => client.unsafe(s.text, s.values as never[], { prepare }).values()),
          client.unsafe('commit', [], { prepare }),
        ];
        const settled = await settledOrLost(sending);
        const failed = settled.find((outcome) => outcome.status === 'rejected');
        if (failed) throw failed.reason;
        return statements.map((s, i) => {
          const outcome = settled[i + 2] as PromiseFulfilledResult<unknown[][]>;
          return outcome.value.map(s.toRow);
        }) as never;
      }),
    write: (actor, work) =>
      connections.use(({ orm }) =>
        inTransaction(orm, async () => {
          await setSettings(orm, actor);
          sent += 1;
          return work(orm);
        }),
      ),
    writeBulk: (actor, work, signal) =>
      bulkLimit(() =>
        onOwnConnection(signal, ({ client, orm }, untilAbort) =>
          inTransaction(orm, async () => {
            await setSettings(orm, actor);
            const copy: BulkTransaction['copy'] = (statement, rows) => copyRows(client, statement, rows);
            return untilAbort(() => work({ tx: orm, copy }));
          }),
        ),
      ),
    readInPieces: (actor, { text, values, toRow }, take, signal) =>
      readingLimit(() =>
        onOwnConnection(signal, ({ client, orm }, untilAbort) =>
          inTransaction(orm, async () => {
            await setSettings(orm, actor);
            sent += 1;
            await untilAbort(async () => {
              const pieces = client
                .unsafe(text, values as never[], { prepare })
                .values()
                .cursor(rowsOfPiece);
              for await (const rows of pieces) await take((rows as unknown[][]).map(toRow));
            });
          }),
        ),
      ),
    listen(channel, heard, again) {
      const connect: Connect = (on) =>
        postgres(options.directUrl ?? options.url, {
          max: 1,
          onnotice: () => {},
          onclose: on.close,
          onnotify: (_channel: string, payload: string) => on.notify(payload),
          connect_timeout: 5,
          max_lifetime: null,
          fetch_types: false,
          connection: { application_name: 'countersign listening' },
        } as postgres.Options<Record<string, never>>);
      const listener = openListener(connect, channel, heard, again);
      listeners.add(listener);
      return listener;
    },
    machine: (text, values) =>
      connections.use(({ client }) => {
        sent += 1;
        return client.unsafe(text, values as never[], { prepare });
      }),
    statementsSent: () => sent,
    async ping() {
      const given = new AbortController();
      const late = wait(longestPing, 'late', { ref: false, signal: given.signal }).catch(() => 'given up');
      const answer = probe.use(({ client }) => client`select 1`);
      try {
        if ((await Promise.race([answer, late])) !== 'late') return;
      } finally {
        given.abort();
      }
      probe.renew();
      connections.renew();
      for (const own of longOnes) own.renew();
      throw new Error('The database does not answer.');
    },
    async close() {
      await Promise.all([probe, connections, ...longOnes, ...listeners].map((each) => each.close()));
    },
  };
}
