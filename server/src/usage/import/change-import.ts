import { usageImports } from '@countersign/drizzle/tables/usage';
import { may } from '@countersign/shared/accounts/grants';
import {
  type ImportAction,
  type ImportState,
  isImportActionAllowed,
} from '@countersign/shared/usage/import-states';
import { recordAudit } from '../../audit/record';
import type { Actor } from '../../platform/actor';
import type { Transaction } from '../../platform/database';
import { once } from '../../platform/idempotency';
import { holderOf, NotSignedIn, refused } from '../../platform/refusal';
import type { Site } from '../../platform/site';
import { findPayer } from '../find-payer';
import type { Payer } from '../payer';
import { thisImport } from './attempt';
import type { ImportKey } from './import-key';
import type { ImportRow } from './queries';

/** What is to be done with which import. */
export interface ImportWish {
  /** Null for an id that is none of an import. */
  readonly key: ImportKey | null;
  /** Null where it does not matter what was changed meanwhile. */
  readonly expectedVersion: number | null;
}

/** How something is done with an import: the action, and what the audit trail says of it. */
interface Change {
  readonly action: ImportAction;
  readonly noted: string;
  readonly details?: Record<string, unknown>;
  /** A second call with it changes nothing. */
  readonly idempotencyKey?: string | null;
}

const notNow: Record<ImportAction, string> = {
  MAP: 'The import is under way or done: its columns stay as they are.',
  CHECK: 'The import is under way or done: it cannot be checked now.',
  RUN: 'The import is under way or done: it is not begun a second time.',
  CANCEL: 'The import is not under way: there is nothing to cancel.',
  DISCARD: 'The import is under way or done: cancel it first, and keep it when it is done.',
};

function refuse(row: ImportRow | undefined, { expectedVersion }: ImportWish, { action }: Change): ImportRow {
  if (!row) throw refused('NOT_FOUND', 'import', 'There is no such import.');
  if (expectedVersion !== null && row.version !== expectedVersion) {
    throw refused('STALE', 'expectedVersion', 'The import was changed meanwhile: look at it again.');
  }
  if (!isImportActionAllowed(row.state as ImportState, action))
    throw refused('NOT_NOW', 'import', notNow[action]);
  return row;
}

/** The key of an import the actor may work with, and its payer; another's is like one that does not exist. */
export async function authorizeImport(
  site: Site,
  actor: Actor,
  key: ImportKey | null,
): Promise<{ key: ImportKey; payer: Payer }> {
  if (actor.accountId === null && actor.kind !== 'system') throw new NotSignedIn();
  const mine =
    key && (actor.kind === 'system' || may(holderOf(actor), 'usage.import.run', { payerId: key.payerId }));
  if (!mine) throw refused('NOT_FOUND', 'import', 'There is no such import.');
  return { key, payer: await findPayer(site, actor, key.payerId) };
}

/** Changes an import in one transaction, if it can be changed so as it stands. */
export async function changeImport(
  site: Site,
  actor: Actor,
  wish: ImportWish,
  change: Change,
  work: (tx: Transaction, row: ImportRow, now: Date) => Promise<void>,
): Promise<ImportKey> {
  const { key, payer } = await authorizeImport(site, actor, wish.key);
  const at = site.clock.now();
  return site.database.write(actor, (tx) => {
    const changed = async () => {
      const [found] = await tx.select().from(usageImports).where(thisImport(key)).for('update');
      const row = refuse(found, wish, change);
      await work(tx, row, at);
      await recordAudit(tx, actor, {
        stream: payer,
        action: change.noted,
        details: { importId: row.importId, fileName: row.fileName, ...change.details },
        at,
      });
      return key;
    };
    const { idempotencyKey, action, details } = change;
    if (idempotencyKey == null || actor.accountId === null) return changed();
    const request = [action, key.payerId, key.importId, wish.expectedVersion, details];
    const call = {
      accountId: actor.accountId,
      operation: `usageImport${action}`,
      key: idempotencyKey,
      request,
      at,
    };
    return once(tx, call, changed);
  });
}
