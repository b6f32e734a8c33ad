import { setTimeout as wait } from 'node:timers/promises';
import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/database';
import { refused } from '../../platform/refusal';
import { tryLockUsage } from '../lock-usage';
import { recordTotalDeltas, totalledColumns } from '../total-deltas';
import { tellUsageChanged } from '../usage-changed';

/** The payer’s uses are being written by somebody else just now. */
class UsageBusy extends Error {}

/** Keeps imports of the payer, and other changes, away until the transaction ends; ends it where one is under way. */
export async function lockForCodes(tx: Transaction, payerId: string): Promise<void> {
  if (!(await tryLockUsage(tx, payerId))) throw new UsageBusy();
}

const mostWait = 10_000;
const betweenTries = 150;

/**
 * Does work that locks a payer’s uses, again and again until it can or has waited long enough. It waits outside of the
 * transaction: an import that is under way may need the connection that would wait for it.
 */
export async function whenUsageIsFree<T>(work: () => Promise<T>): Promise<T> {
  const until = performance.now() + mostWait;
  for (;;) {
    try {
      return await work();
    } catch (cause) {
      if (!(cause instanceof UsageBusy)) throw cause;
      if (performance.now() > until) {
        const message = 'Uses of this payer are being written just now: try again when the import is done.';
        throw refused('NOT_NOW', 'payer', message);
      }
      await wait(betweenTries);
    }
  }
}

export interface ChangedCodes {
  readonly uses: number;
  readonly chargeCents: number;
}

/** The uses whose code is to change, as they are, with what they are to have. */
export async function stageCodeChanges(tx: Transaction, toCode: SQL, rest: SQL): Promise<ChangedCodes> {
  await tx.execute(sql`drop table if exists code_changes`);
  await tx.execute(sql`
    create temp table code_changes on commit drop as
    select ${totalledColumns}, use_id, given_client_code, ${toCode} as to_code from uses ${rest}`);
  const [found] = await tx.execute<{ uses: string; cents: string }>(
    sql`select count(*) as uses, coalesce(sum(charge_cents), 0) as cents from code_changes`,
  );
  return { uses: Number(found?.uses), chargeCents: Number(found?.cents) };
}

/** Gives the staged uses their codes, and totals what that changes. */
export async function writeCodeChanges(tx: Transaction, payerId: string): Promise<void> {
  await tx.execute(sql`analyze code_changes`);
  await tx.execute(sql`
    update uses u set client_code = c.to_code from code_changes c
    where u.payer_id = ${payerId} and u.quarter = c.quarter and u.use_id = c.use_id`);
  await recordTotalDeltas(
    tx,
    sql`(select -1 as sign, ${totalledColumns} from code_changes
      union all
      select 1, payer_id, quarter, day, account_id, court_id, to_code, kind, cost_center, charge_cents, expected_cents,
        authority, exempt, verdict
      from code_changes)`,
  );
  await tellUsageChanged(tx, [payerId]);
}
