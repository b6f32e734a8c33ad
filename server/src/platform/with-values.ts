import { is, Placeholder, SQL, sql } from 'drizzle-orm';
import type { Values } from './statement';

/** A piece of SQL with the values its placeholders wait for: for a statement that is built where it is run. */
export function withValues(piece: SQL, values: Values): SQL {
  return new SQL(
    piece.queryChunks.map((chunk) => {
      if (is(chunk, Placeholder)) return sql.param(values[chunk.name]);
      return is(chunk, SQL) ? withValues(chunk, values) : chunk;
    }),
  );
}
