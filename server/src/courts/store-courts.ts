import { courts } from '@countersign/drizzle/tables/courts';
import { circuitOrder } from '@countersign/shared/courts/circuits';
import { type Court } from '@countersign/shared/courts/court';
import { courtSearchText } from '@countersign/shared/courts/court-search';
import { getTableColumns, sql } from 'drizzle-orm';
import type { Transaction } from '../platform/database';

/** Writes courts as they are given: new ones are added, known ones overwritten and back in service. */
export async function storeCourts(tx: Transaction, given: readonly Court[], at: Date): Promise<void> {
  if (given.length === 0) return;
  const rows = given.map(({ id, ...court }) => ({
    ...court,
    courtId: id,
    states: [...court.states],
    helpDeskPhones: [...court.helpDeskPhones],
    offices: [...court.offices],
    circuitOrder: circuitOrder(court.circuit),
    searchText: courtSearchText({ id, ...court }),
    retiredOn: null,
    updatedAt: at,
  }));
  const { courtId: _, ...others } = getTableColumns(courts);
  const overwritten = Object.fromEntries(
    Object.entries(others).map(([name, column]) => [name, sql`excluded.${sql.identifier(column.name)}`]),
  );
  await tx.insert(courts).values(rows).onConflictDoUpdate({ target: courts.courtId, set: overwritten });
}
