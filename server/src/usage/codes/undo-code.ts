import { clientCodeAssignments } from '@countersign/drizzle/tables/usage';
import { and, eq, sql } from 'drizzle-orm';
import { recordAudit } from '../../audit/record';
import type { Actor } from '../../platform/actor';
import { onceAs } from '../../platform/idempotency';
import { authorize, refused } from '../../platform/refusal';
import type { Site } from '../../platform/site';
import type { Payer } from '../payer';
import { lockForCodes, stageCodeChanges, whenUsageIsFree, writeCodeChanges } from './change-codes';
import type { CodeChangeKey, CodeChangeRow } from './queries';

export interface CodeToUndo {
  readonly payer: Payer | null;
  readonly change: CodeChangeKey | null;
  readonly idempotencyKey: string;
}

const noSuchChange = () => refused('NOT_FOUND', 'change', 'There is no such change.');

/** The uses that still have the code from a change: nothing since gave them another, or the same. */
const stillItsOwn = ({ payerId, assignmentId, number, clientCode }: CodeChangeRow) => sql`
  join assigned_uses a using (payer_id, quarter, use_id)
  where payer_id = ${payerId} and a.assignment_id = ${assignmentId} and client_code = ${clientCode}
    and not exists (
      select from assigned_uses l join client_code_assignments c using (payer_id, assignment_id)
      where l.payer_id = ${payerId} and l.quarter = uses.quarter and l.use_id = uses.use_id
        and c.number > ${number} and c.undone_at is null)`;

function checkStanding(row: CodeChangeRow | undefined): CodeChangeRow {
  if (!row) throw noSuchChange();
  if (row.undoneAt) throw refused('ALREADY_ENDED', 'change', 'This change was undone before.');
  return row;
}

/** Gives uses back what they had before a change. Those that were changed since keep what they have, and are counted. */
export async function undoCode(site: Site, actor: Actor, wish: CodeToUndo): Promise<CodeChangeKey> {
  const { payer, change, idempotencyKey } = wish;
  if (!payer || !change) throw noSuchChange();
  const { payerId, assignmentId } = change;
  authorize(actor, 'usage.code.assign', { payerId });
  const now = site.clock.now();
  const request = [payerId, assignmentId];
  const isIt = and(
    eq(clientCodeAssignments.payerId, payerId),
    eq(clientCodeAssignments.assignmentId, assignmentId),
  );

  return whenUsageIsFree(() =>
    site.database.write(actor, (tx) =>
      onceAs(tx, actor, { operation: 'usageCodeUndo', key: idempotencyKey, request, at: now }, async () => {
        await lockForCodes(tx, payerId);
        const [found] = await tx.select().from(clientCodeAssignments).where(isIt);
        const row = checkStanding(found);
        const before = sql`coalesce(before, given_client_code)`;
        const back = await stageCodeChanges(tx, before, stillItsOwn(row));
        if (back.uses === 0)
          throw refused(
            'STALE',
            'change',
            'Each of its uses was changed again since: undo the later change first.',
          );
        await writeCodeChanges(tx, payerId);
        const undone = { undoneAt: now, undoneBy: actor.accountId, undoneUses: back.uses };
        await tx.update(clientCodeAssignments).set(undone).where(isIt);
        await recordAudit(tx, actor, {
          stream: payer,
          action: 'usage.code.undone',
          details: {
            assignmentId,
            uses: back.uses,
            kept: row.uses - back.uses,
            chargeCents: back.chargeCents,
          },
          at: now,
        });
        return change;
      }),
    ),
  );
}
