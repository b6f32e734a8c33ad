import DataLoader from 'dataloader';
import type { Actor } from './actor';
import type { Database } from './database';
import type { Statement } from './statement';

type Reader = Pick<Database, 'read'>;
type Statements = readonly Statement<unknown>[];

const waiting = new WeakMap<Reader, WeakMap<Actor, DataLoader<Statements, unknown[][]>>>();

/** The reads of one request; its actor is made for it alone. */
function batchOf(database: Reader, actor: Actor): DataLoader<Statements, unknown[][]> {
  const ofDatabase = waiting.get(database) ?? new WeakMap();
  waiting.set(database, ofDatabase);
  const open = ofDatabase.get(actor);
  if (open) return open;
  const batch = new DataLoader<Statements, unknown[][]>(
    async (asked) => {
      const rows = await database.read(actor, asked.flat());
      return asked.map((statements) => rows.splice(0, statements.length));
    },
    { cache: false },
  );
  ofDatabase.set(actor, batch);
  return batch;
}

/** Reads so that what one request asks for at the same time goes to the database in one round trip. */
export function readTogether(database: Reader): Reader {
  return {
    read: (actor, statements) => batchOf(database, actor).load(statements) as never,
  };
}
