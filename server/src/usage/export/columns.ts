import { accounts } from '@countersign/drizzle/tables/accounts';
import { firms } from '@countersign/drizzle/tables/firms';
import { usageBatches, useSightings, uses } from '@countersign/drizzle/tables/usage';
import { causeSentence } from '@countersign/shared/usage/cause-sentences';
import { type ExemptReason, exemptReasonLabels } from '@countersign/shared/usage/exemption';
import { quarterOfDay, quarterWord } from '@countersign/shared/usage/quarter';
import { type UseKind, useKindLabels } from '@countersign/shared/usage/use';
import type { UseColumn } from '@countersign/shared/usage/use-columns';
import { type SQL, sql } from 'drizzle-orm';

/** What a column of an export is in SQL, as a text, and how that text is shown where it is a word of ours. */
interface ExportColumn {
  readonly text: SQL;
  readonly show?: (text: string) => string;
}

const value = sql.placeholder;
const decimal = (cents: SQL) => sql`round(${cents} / 100.0, 2)::text`;

const origins = sql`case ${usageBatches.origin} when 'FILE' then 'A list of transactions'
  when 'RECEIPTS' then 'Receipts' else 'The demonstration' end`;
const batchName = sql`coalesce(${usageBatches.fileName}, ${origins})`;

/** The batches that the actor may see: one that reads what he used at a payer’s does not see the payer’s others. */
export const seesBatches = sql`(${value('everyPayer')}::boolean or ${uses.payerId} = any(${value('payers')}::uuid[]))`;

const checks: Record<string, string> = { OVER: 'Over', UNDER: 'Under', UNCHECKABLE: 'Not checkable' };
const standings: Record<string, string> = { RECORDED: 'Recorded', UPLOADED: 'Uploaded' };

export const exportColumns: Readonly<Record<UseColumn, ExportColumn>> = {
  at: {
    text: sql`to_char(${uses.at} at time zone ${value('zone')}::text,
      case when ${uses.timeKnown} then 'YYYY-MM-DD HH24:MI:SS' else 'YYYY-MM-DD' end)`,
  },
  person: {
    text: sql`concat_ws(' ', nullif(${accounts.prefix}, ''), ${accounts.firstName}, nullif(${accounts.middleName}, ''),
      ${accounts.lastName}, nullif(${accounts.suffix}, ''))`,
  },
  number: { text: sql`${accounts.accountNumber}::text` },
  court: { text: sql`${uses.courtId}` },
  kind: { text: sql`${uses.kind}`, show: (kind) => useKindLabels[kind as UseKind] },
  case: { text: sql`${uses.caseNumber}` },
  description: { text: sql`${uses.description}` },
  search: { text: sql`${uses.search}` },
  client: { text: sql`${uses.clientCode}` },
  given: { text: sql`${uses.givenClientCode}` },
  costCenter: { text: sql`${uses.costCenter}` },
  payer: {
    text: sql`case when ${uses.payerId} = ${uses.accountId} then 'The person' else ${firms.name} end`,
  },
  quarter: { text: sql`${uses.quarter}::text`, show: (day) => quarterWord(quarterOfDay(day)) },
  format: { text: sql`${uses.format}` },
  pages: { text: sql`${uses.pages}::text` },
  bytes: { text: sql`${uses.bytes}::text` },
  billablePages: { text: sql`${uses.billablePages}::text` },
  expected: { text: decimal(sql`${uses.expectedCents}`) },
  difference: { text: decimal(sql`(${uses.chargeCents} - ${uses.expectedCents})`) },
  charge: { text: decimal(sql`${uses.chargeCents}`) },
  check: { text: sql`${uses.verdict}`, show: (verdict) => checks[verdict] ?? '' },
  cause: { text: sql`${uses.cause}`, show: causeSentence },
  exemptReason: {
    text: sql`${uses.exempt}`,
    show: (reason) => exemptReasonLabels[reason as ExemptReason] ?? 'For another reason',
  },
  exemptNote: { text: sql`${uses.exemptNote}` },
  authority: { text: sql`${uses.authority}`, show: (authority) => standings[authority] ?? '' },
  transaction: { text: sql`${uses.transactionId}` },
  batch: {
    text: sql`(select ${batchName} from ${usageBatches} where ${seesBatches}
      and ${usageBatches.payerId} = ${uses.payerId} and ${usageBatches.batchId} = ${uses.batchId})`,
  },
  alsoIn: {
    text: sql`(select string_agg(${batchName}, '; ' order by ${usageBatches.batchId}) from ${useSightings}
      join ${usageBatches} using (payer_id, batch_id) where ${seesBatches}
      and ${useSightings.payerId} = ${uses.payerId} and ${useSightings.quarter} = ${uses.quarter}
      and ${useSightings.useId} = ${uses.useId})`,
  },
};
