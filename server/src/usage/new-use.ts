import { caseKey } from '@countersign/shared/usage/case-key';
import type { Day } from '@countersign/shared/usage/day';
import type { UseFormat, UseKind } from '@countersign/shared/usage/use';
import { v7 as uuidv7 } from 'uuid';
import { copyBytes, copyText } from '../platform/bulk';

/** A priced use of one payer on its way into the database; '' is no client code or cost center. */
export interface NewUse {
  readonly accountId: string;
  readonly courtId: string | null;
  /** Milliseconds since 1970 in UTC. */
  readonly instant: number;
  readonly timeKnown: boolean;
  /** In the service center’s zone. */
  readonly day: Day;
  readonly kind: UseKind;
  readonly clientCode: string;
  readonly costCenter: string;
  readonly caseNumber: string | null;
  readonly description: string | null;
  readonly search: string | null;
  readonly format: UseFormat | null;
  readonly pages: number | null;
  readonly bytes: number | null;
  readonly billablePages: number | null;
  readonly chargeCents: number;
  readonly expectedCents: number | null;
  readonly scheduleId: string | null;
  readonly verdict: 'EQUAL' | 'OVER' | 'UNDER' | 'UNCHECKABLE';
  readonly cause: string | null;
  readonly exempt: string | null;
  readonly exemptNote: string | null;
  readonly transactionId: string | null;
  /** What the number of the transaction was hashed to; null without one. */
  readonly transactionKey: Buffer | null;
  /** Whether an earlier row of the same source had this number already. */
  readonly numberSeen: boolean;
  /** What the use was, hashed. */
  readonly contentKey: Buffer;
  /** Line of the file, from 1; null for receipts. */
  readonly line: number | null;
}

/** The columns of the staging table in the order in which `stagedRow` writes them. */
export const stagedColumns = `
  n integer, use_id uuid, quarter date, account_id uuid, court_id text, at timestamptz, time_known boolean, day date,
  kind text, client_code text, cost_center text, case_number text, case_key text, description text, search text,
  format text, pages integer, bytes bigint, billable_pages integer, charge_cents integer, expected_cents integer,
  schedule_id text, verdict text, cause text, exempt text, exempt_note text, transaction_id text, transaction_key bytea,
  number_seen boolean, content_key bytea, line integer`;

export const stagedNames = stagedColumns
  .split(',')
  .map((column) => column.trim().split(' ')[0])
  .join(', ');

const nothing = '\\N';

/** A use as a row of the staging table, in COPY's text format. Rows of a million are written so: it is one expression. */
export function stagedRow(use: NewUse, n: number, quarter: Day): string {
  const caseNumber = copyText(use.caseNumber);
  return `${n}\t${uuidv7()}\t${quarter}\t${use.accountId}\t${use.courtId ?? nothing}\t${new Date(use.instant).toISOString()}\t${
    use.timeKnown
  }\t${use.day}\t${use.kind}\t${copyText(use.clientCode)}\t${copyText(use.costCenter)}\t${caseNumber}\t${
    use.caseNumber === null ? nothing : copyText(caseKey(use.caseNumber))
  }\t${copyText(use.description)}\t${copyText(use.search)}\t${use.format ?? nothing}\t${use.pages ?? nothing}\t${
    use.bytes ?? nothing
  }\t${use.billablePages ?? nothing}\t${use.chargeCents}\t${use.expectedCents ?? nothing}\t${use.scheduleId ?? nothing}\t${
    use.verdict
  }\t${use.cause ?? nothing}\t${use.exempt ?? nothing}\t${copyText(use.exemptNote)}\t${copyText(use.transactionId)}\t${copyBytes(
    use.transactionKey,
  )}\t${use.numberSeen}\t${copyBytes(use.contentKey)}\t${use.line ?? nothing}\n`;
}
