import { usageBatches, useSightings, uses } from '@countersign/drizzle/tables/usage';
import { and, asc, eq, sql } from 'drizzle-orm';
import { builder, compile } from '../platform/statement';

const value = sql.placeholder;

/** What of a use is ever shown. */
export const useFields = {
  payerId: uses.payerId,
  quarter: uses.quarter,
  useId: uses.useId,
  accountId: uses.accountId,
  courtId: uses.courtId,
  at: uses.at,
  timeKnown: uses.timeKnown,
  day: uses.day,
  kind: uses.kind,
  givenClientCode: uses.givenClientCode,
  clientCode: uses.clientCode,
  costCenter: uses.costCenter,
  caseNumber: uses.caseNumber,
  description: uses.description,
  search: uses.search,
  format: uses.format,
  pages: uses.pages,
  bytes: uses.bytes,
  billablePages: uses.billablePages,
  chargeCents: uses.chargeCents,
  expectedCents: uses.expectedCents,
  verdict: uses.verdict,
  cause: uses.cause,
  exempt: uses.exempt,
  exemptNote: uses.exemptNote,
  authority: uses.authority,
  batchId: uses.batchId,
  transactionId: uses.transactionId,
};

export type UseRow = Pick<typeof uses.$inferSelect, keyof typeof useFields>;

export const useByKey = compile(
  builder
    .select(useFields)
    .from(uses)
    .where(
      and(
        eq(uses.payerId, value('payerId')),
        eq(uses.quarter, value('quarter')),
        eq(uses.useId, value('useId')),
      ),
    ),
);

/** Keys of two parts stand in two lists, one beside the other. */
const keyPairs = sql`unnest(${value('payerIds')}::uuid[], ${value('ids')}::uuid[])`;

export const batchesByKeys = compile(
  builder
    .select()
    .from(usageBatches)
    .where(sql`(${usageBatches.payerId}, ${usageBatches.batchId}) in (select * from ${keyPairs})`),
);

export type UsageBatchRow = typeof usageBatches.$inferSelect;

/** The later batches that uses were found in as well, the first one first. */
export const laterBatchesOfUses = compile(
  builder
    .select({ useId: useSightings.useId, batch: usageBatches })
    .from(useSightings)
    .innerJoin(
      usageBatches,
      and(eq(usageBatches.payerId, useSightings.payerId), eq(usageBatches.batchId, useSightings.batchId)),
    )
    .where(
      sql`(${useSightings.payerId}, ${useSightings.quarter}, ${useSightings.useId}) in (select * from unnest(
        ${value('payerIds')}::uuid[], ${value('quarters')}::text[]::date[], ${value('ids')}::uuid[]))`,
    )
    .orderBy(asc(useSightings.batchId)),
);
