import { sevenDigitNumbers } from '@countersign/drizzle/tables/accounts';
import { inArray } from 'drizzle-orm';
import { systemActor } from '../platform/actor';
import type { Site } from '../platform/site';

/** The key of the account or the firm that has a number. */
export type KeyOf = (number: number) => string;

/** The keys of accounts and firms by their seven-digit numbers. */
export async function findKeys(site: Site, numbers: readonly number[]): Promise<KeyOf> {
  const rows = await site.database.write(systemActor, (tx) =>
    tx
      .select()
      .from(sevenDigitNumbers)
      .where(inArray(sevenDigitNumbers.number, [...numbers])),
  );
  const keys = new Map(rows.map(({ number, accountId, payerId }) => [number, accountId ?? payerId]));
  return (number) => {
    const key = keys.get(number);
    if (!key) throw new Error(`Nothing has the number ${number}.`);
    return key;
  };
}
