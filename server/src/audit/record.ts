import { auditEntries, auditSubjects } from '@countersign/drizzle/tables/audit';
import type { Stream } from '@countersign/shared/audit/entry';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../platform/actor';
import type { Transaction } from '../platform/database';

export interface AuditNote {
  readonly stream: Stream;
  /** Named like a permission, in the past: accounts.role.given. */
  readonly action: string;
  readonly details: Record<string, unknown>;
  /** Others who may see the entry. */
  readonly subjects?: readonly Stream[];
  readonly at: Date;
}

/** Writes what the transaction does into the audit trail; it is kept if the transaction is, and only then. */
export async function recordAudit(tx: Transaction, actor: Actor, note: AuditNote): Promise<void> {
  const entryId = uuidv7();
  const key = { streamKind: note.stream.kind, streamId: note.stream.id, entryId };
  await tx.insert(auditEntries).values({
    ...key,
    at: note.at,
    actorKind: actor.kind,
    actorAccountId: actor.accountId,
    action: note.action,
    details: note.details,
    requestId: actor.requestId,
    address: actor.address,
  });
  const subjects = note.subjects ?? [];
  if (subjects.length > 0) {
    await tx
      .insert(auditSubjects)
      .values(subjects.map((subject) => ({ ...key, subjectKind: subject.kind, subjectId: subject.id })));
  }
}
