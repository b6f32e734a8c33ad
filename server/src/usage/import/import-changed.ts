import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/database';
import { usageChannel } from '../usage-changed';
import type { ImportKey } from './import-key';

/** Tells whoever looks at a payer's imports, when the transaction commits, that one of them moved on. */
export async function tellImportChanged(tx: Transaction, { payerId, importId }: ImportKey): Promise<void> {
  const said = JSON.stringify({ payerId, kind: 'import', importId });
  await tx.execute(sql`select pg_notify(${usageChannel}, ${said})`);
}
