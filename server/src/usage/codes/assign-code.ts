import { clientCodeAssignments } from '@countersign/drizzle/tables/usage';
import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { recordAudit } from '../../audit/record';
import type { Actor } from '../../platform/actor';
import type { Transaction } from '../../platform/database';
import { onceAs } from '../../platform/idempotency';
import { authorize, refused } from '../../platform/refusal';
import type { Site } from '../../platform/site';
import type { Payer } from '../payer';
import { lockForCodes, stageCodeChanges, whenUsageIsFree, writeCodeChanges } from './change-codes';
import { codeToGive } from './code-to-give';
import type { CodeChangeKey } from './queries';
import { checkMost, isSelected, readSelection, type UsesChosen } from './selection';

export interface CodeToAssign extends UsesChosen {
  /** Null for one that the actor may not act for. */
  readonly payer: Payer | null;
  readonly clientCode: string | null;
  /** How many uses the caller was told would change. */
  readonly expectedUses: number | null;
  readonly idempotencyKey: string;
}

export const noSuchPayer = () =>
  refused('NOT_FOUND', 'payer', 'There is no such payer, or you may not give client codes there.');

const counted = (uses: number) => (uses === 1 ? 'one use' : `${uses} uses`);

function checkCount(found: number, expected: number | null): void {
  if (expected !== null && found !== expected) {
    const message = `It would now change ${counted(found)}, not ${expected}: look at them again.`;
    throw refused('STALE', 'expectedUses', message);
  }
  if (found === 0)
    throw refused('INVALID', 'clientCode', 'Nothing would change: no use was found that has another code.');
  checkMost(found);
}

async function nextNumber(tx: Transaction, payerId: string): Promise<number> {
  const [last] = await tx.execute<{ number: number }>(sql`
    select coalesce(max(number), 0) as number from client_code_assignments where payer_id = ${payerId}`);
  return Number(last?.number) + 1;
}

/** Gives uses a client code in place of theirs, all of them or none; what each had is kept, and can be given back. */
export async function assignCode(site: Site, actor: Actor, wish: CodeToAssign): Promise<CodeChangeKey> {
  const { payer, idempotencyKey, expectedUses } = wish;
  if (!payer) throw noSuchPayer();
  const payerId = payer.id;
  authorize(actor, 'usage.code.assign', { payerId });
  const clientCode = codeToGive(wish.clientCode);
  const selection = readSelection(payerId, wish);
  const filter = selection.kind === 'FILTER' ? selection.words : null;
  const now = site.clock.now();
  const request = [payerId, clientCode, wish.filter ?? null, wish.uses ?? null, expectedUses];

  return whenUsageIsFree(() =>
    site.database.write(actor, (tx) =>
      onceAs(tx, actor, { operation: 'usageCodeAssign', key: idempotencyKey, request, at: now }, async () => {
        await lockForCodes(tx, payerId);
        const chosen = sql`where ${isSelected(payerId, selection)} and client_code <> ${clientCode}`;
        const changed = await stageCodeChanges(tx, sql`${clientCode}::text`, chosen);
        checkCount(changed.uses, expectedUses);
        const assignmentId = uuidv7();
        await tx.insert(clientCodeAssignments).values({
          payerId,
          assignmentId,
          number: await nextNumber(tx, payerId),
          clientCode,
          assignedBy: actor.accountId as string,
          at: now,
          filter,
          ...changed,
        });
        await tx.execute(sql`
        insert into assigned_uses (payer_id, quarter, use_id, assignment_id, before)
        select payer_id, quarter, use_id, ${assignmentId}::uuid, nullif(client_code, given_client_code) from code_changes`);
        await writeCodeChanges(tx, payerId);
        await recordAudit(tx, actor, {
          stream: payer,
          action: 'usage.code.assigned',
          details: { assignmentId, clientCode, filter, ...changed },
          at: now,
        });
        return { payerId, assignmentId };
      }),
    ),
  );
}
