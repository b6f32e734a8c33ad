import { randomInt } from 'node:crypto';
import { sevenDigitNumbers } from '@countersign/drizzle/tables/accounts';
import { inArray } from 'drizzle-orm';
import type { Transaction } from '../platform/database';

const candidatesAtOnce = 20;

/** A seven-digit number that neither an account nor a firm has, drawn so that it tells nothing of the ones before. */
export async function freeNumber(tx: Transaction): Promise<number> {
  for (;;) {
    const drawn = Array.from({ length: candidatesAtOnce }, () => randomInt(1_000_000, 10_000_000));
    const taken = await tx
      .select({ number: sevenDigitNumbers.number })
      .from(sevenDigitNumbers)
      .where(inArray(sevenDigitNumbers.number, drawn));
    const free = drawn.find((number) => !taken.some((row) => row.number === number));
    if (free !== undefined) return free;
  }
}
