import { sevenDigitNumbers } from '@countersign/drizzle/tables/accounts';
import { firms, firmTerms } from '@countersign/drizzle/tables/firms';
import { searchTerms } from '@countersign/shared/platform/search-terms';
import type { Transaction } from '../platform/database';

export interface NewFirm {
  readonly payerId: string;
  readonly number: number;
  readonly name: string;
  readonly createdAt: Date;
}

/** Writes a firm with its number and the words it is found by; false where an account or a firm has the number. */
export async function createFirm(tx: Transaction, firm: NewFirm): Promise<boolean> {
  const taken = await tx
    .insert(sevenDigitNumbers)
    .values({ number: firm.number, payerId: firm.payerId })
    .onConflictDoNothing()
    .returning({ number: sevenDigitNumbers.number });
  if (taken.length === 0) return false;
  await tx.insert(firms).values(firm);
  const terms = searchTerms(String(firm.number), firm.name);
  await tx.insert(firmTerms).values(terms.map((term) => ({ payerId: firm.payerId, term })));
  return true;
}
