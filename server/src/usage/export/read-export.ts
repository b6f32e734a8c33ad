import { accounts } from '@countersign/drizzle/tables/accounts';
import { firms } from '@countersign/drizzle/tables/firms';
import { uses } from '@countersign/drizzle/tables/usage';
import { may } from '@countersign/shared/accounts/grants';
import { byteOrderMark, exportRow } from '@countersign/shared/usage/export-row';
import { type UseColumn, useColumnLabels } from '@countersign/shared/usage/use-columns';
import type { UseFilter } from '@countersign/shared/usage/use-filter';
import { and, asc, desc, eq } from 'drizzle-orm';
import type { Actor } from '../../platform/actor';
import { holderOf } from '../../platform/refusal';
import type { Site } from '../../platform/site';
import { builder, compile, type Statement } from '../../platform/statement';
import type { UseOrderWanted } from '../list-uses';
import { authorizeUsage, type UsageScope } from '../scope';
import { useConditions } from '../use-conditions';
import { exportColumns } from './columns';

export interface ExportWanted {
  readonly scope: UsageScope;
  readonly filter: UseFilter;
  readonly orderBy: UseOrderWanted;
  readonly columns: readonly UseColumn[];
}

type Cells = (string | null)[];

const orders = { AT: uses.at, CHARGE: uses.chargeCents };

/** Whose batches the actor may see. */
function payersOf(actor: Actor) {
  const reads = (payerId?: string) => may(holderOf(actor), 'usage.use.read', { payerId });
  return { everyPayer: reads(), payers: actor.payers.filter(reads) };
}

function exportStatement(
  site: Site,
  actor: Actor,
  { scope, filter, orderBy, columns }: ExportWanted,
): Statement<Cells> {
  const conditions = useConditions(scope, filter);
  const inOrder = orderBy.direction === 'ASC' ? asc : desc;
  const statement = compile(
    builder
      .select(Object.fromEntries(columns.map((column) => [column, exportColumns[column].text])))
      .from(uses)
      .leftJoin(accounts, eq(accounts.accountId, uses.accountId))
      .leftJoin(firms, eq(firms.payerId, uses.payerId))
      .where(and(...conditions.map(({ where }) => where)))
      .orderBy(inOrder(orders[orderBy.field]), inOrder(uses.useId)),
  );
  const values = Object.assign(
    { zone: site.serviceCenter.zone, ...payersOf(actor) },
    ...conditions.map((condition) => condition.values),
  );
  return { ...statement(values), toRow: (row) => row as Cells };
}

/** Hands on, piece by piece, a file of all the uses that a filter finds, as they are at one instant. */
export async function readExport(
  site: Site,
  actor: Actor,
  wanted: ExportWanted,
  take: (text: string) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  authorizeUsage(actor, wanted.scope);
  const shown = wanted.columns.map((column) => exportColumns[column].show);
  const row = (cells: Cells) =>
    exportRow(cells.map((cell, i) => (cell === null ? null : (shown[i]?.(cell) ?? cell))));
  await take(byteOrderMark + exportRow(wanted.columns.map((column) => useColumnLabels[column])));
  await site.database.readInPieces(
    actor,
    exportStatement(site, actor, wanted),
    (rows) => take(rows.map(row).join('')),
    signal,
  );
}
