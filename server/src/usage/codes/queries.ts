import { clientCodeAssignments } from '@countersign/drizzle/tables/usage';
import { and, eq, sql } from 'drizzle-orm';
import { keyOf } from '../../api/global-id';
import { builder, compile } from '../../platform/statement';

const value = sql.placeholder;

export interface CodeChangeKey {
  readonly payerId: string;
  readonly assignmentId: string;
}

export type CodeChangeRow = typeof clientCodeAssignments.$inferSelect;

/** The key behind a global id; null for what is none. */
export function codeChangeKeyOf(id: string): CodeChangeKey | null {
  const [payerId, assignmentId] = keyOf('usageCodeChange', id) ?? [];
  return payerId !== undefined && assignmentId !== undefined ? { payerId, assignmentId } : null;
}

export const codeChangeByKey = compile(
  builder
    .select()
    .from(clientCodeAssignments)
    .where(
      and(
        eq(clientCodeAssignments.payerId, value('payerId')),
        eq(clientCodeAssignments.assignmentId, value('assignmentId')),
      ),
    ),
);
