import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type postgres from 'postgres';
import type { Transaction } from './database';

/** A transaction of one actor that also takes rows by COPY. */
export interface BulkTransaction {
  readonly tx: Transaction;
  /** Sends rows in COPY's text format; settles when Postgres has taken or refused them all. */
  copy(statement: string, rows: readonly Buffer[]): Promise<void>;
}

/**
 * Rejects when Postgres refuses what was sent after the last row, as when it is told to give up: the driver tells that
 * to nobody. What is asked behind the rows is answered when they are taken or refused.
 */
function refusedAtEnd(client: postgres.Sql, stream: Writable): Promise<never> {
  return new Promise((_, reject) => {
    const end = stream._final.bind(stream);
    stream._final = (taken) => {
      end(taken);
      client.unsafe('select 1').catch(reject);
    };
  });
}

/** Sends rows over the connection of a transaction. */
export async function copyRows(
  client: postgres.Sql,
  statement: string,
  rows: readonly Buffer[],
): Promise<void> {
  const stream = await client.unsafe(statement).writable();
  await Promise.race([pipeline(Readable.from(rows), stream), refusedAtEnd(client, stream)]);
}

const escapes: Record<string, string> = {
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
};
const special = /[\\\b\f\n\r\t\v]/;
const allSpecial = new RegExp(special.source, 'g');

/** A text as COPY's text format writes it. */
export function copyText(text: string | null): string {
  if (text === null) return '\\N';
  return special.test(text) ? text.replace(allSpecial, (character) => escapes[character] ?? '') : text;
}

/** Bytes as COPY's text format writes them. */
export function copyBytes(bytes: Buffer | null): string {
  return bytes === null ? '\\N' : `\\\\x${bytes.toString('hex')}`;
}
