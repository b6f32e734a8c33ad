import { sql } from 'drizzle-orm';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import type { Actor } from './actor';
import type { Statement } from './statement';

/** A transaction of one actor. */
export type Transaction = Parameters<Parameters<PostgresJsDatabase['transaction']>[0]>[0];

type RowsOf<S extends readonly Statement<unknown>[]> = {
  [K in keyof S]: S[K] extends Statement<infer Row> ? Row[] : never;
};

export interface Database {
  /** Runs statements in one read-only transaction as the actor, in one round trip; rows in the same order. */
  read<const S extends readonly Statement<unknown>[]>(actor: Actor, statements: S): Promise<RowsOf<S>>;
  /** Runs one transaction as the actor; everything in it happens or nothing does. */
  write<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Runs one statement on the tables of class machine, which belong to nobody: no actor is set. */
  machine(text: string, values: readonly unknown[]): Promise<Record<string, unknown>[]>;
  /** Statements sent since the start: what tests and benchmarks count. */
  readonly statementsSent: () => number;
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  url: string;
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

/** Opens the pool the application works with; nothing here takes a second connection while it holds one. */
export function openDatabase(options: DatabaseOptions): Database {
  const client = postgres(options.url, {
    max: options.max,
    prepare: options.prepare,
    onnotice: () => {},
    connection: { application_name: 'countersign', ...(options.role ? { role: options.role } : {}) },
  });
  const orm = drizzle(client);
  const prepare = options.prepare;
  let sent = 0;

  return {
    async read(actor, statements) {
      const connection = await client.reserve();
      try {
        sent += statements.length;
        const sending = [
          connection.unsafe('begin read only', [], { prepare }),
          connection.unsafe(setActor, settingsOf(actor), { prepare }),
          ...statements.map((s) => connection.unsafe(s.text, s.values as never[], { prepare }).values()),
          connection.unsafe('commit', [], { prepare }),
        ];
        const settled = await Promise.allSettled(sending);
        const failed = settled.find((outcome) => outcome.status === 'rejected');
        if (failed) throw failed.reason;
        return statements.map((s, i) => {
          const outcome = settled[i + 2] as PromiseFulfilledResult<unknown[][]>;
          return outcome.value.map(s.toRow);
        }) as never;
      } finally {
        connection.release();
      }
    },
    write(actor, work) {
      return orm.transaction(async (tx) => {
        const [kind, account, payers, courts] = settingsOf(actor);
        await tx.execute(sql`select set_config('app.kind', ${kind}, true), set_config('app.account', ${account}, true),
          set_config('app.payers', ${payers}, true), set_config('app.courts', ${courts}, true)`);
        sent += 1;
        return work(tx);
      });
    },
    async machine(text, values) {
      sent += 1;
      return client.unsafe(text, values as never[], { prepare });
    },
    statementsSent: () => sent,
    async ping() {
      await client`select 1`;
    },
    async close() {
      await client.end({ timeout: 5 });
    },
  };
}
