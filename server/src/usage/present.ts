import { causeSentence } from '@countersign/shared/usage/cause-sentences';
import { quarterOfDay } from '@countersign/shared/usage/quarter';
import type { UseFormat, UseKind } from '@countersign/shared/usage/use';
import type { UseAuthority } from '@countersign/shared/usage/use-filter';
import { globalId } from '../api/global-id';
import { usd, usdOrNull } from '../api/money-type';
import { presentQuarter } from '../api/quarter-type';
import type { BatchOrigin, UsageBatch } from './batch-types';
import type { UsageBatchRow, UseRow } from './queries';
import type { Use } from './use-types';

/** Tables say '' where there is none, so that keys have no nulls. */
const orNull = (text: string) => (text === '' ? null : text);

/** A stored use as the API shows it. */
export function presentUse(row: UseRow): Use {
  const { expectedCents, chargeCents } = row;
  return {
    __typename: 'Use',
    row,
    id: globalId('use', row.payerId, row.quarter, row.useId),
    at: row.at,
    timeKnown: row.timeKnown,
    day: row.day,
    quarter: presentQuarter(quarterOfDay(row.quarter)),
    kind: row.kind as UseKind,
    clientCode: orNull(row.clientCode),
    givenClientCode: orNull(row.givenClientCode),
    costCenter: orNull(row.costCenter),
    caseNumber: row.caseNumber,
    description: row.description,
    search: row.search,
    format: row.format as UseFormat | null,
    pages: row.pages,
    bytes: row.bytes,
    billablePages: row.billablePages,
    charge: usd(chargeCents),
    expectedCharge: usdOrNull(expectedCents),
    difference: usdOrNull(expectedCents === null ? null : chargeCents - expectedCents),
    verdict: row.verdict,
    cause: row.cause && causeSentence(row.cause),
    exempt: row.exempt !== null,
    exemptReason: row.exempt,
    exemptNote: row.exemptNote,
    authority: row.authority as UseAuthority,
    transactionNumber: row.transactionId,
  };
}

/** A stored batch as the API shows it. */
export function presentBatch(row: UsageBatchRow): UsageBatch {
  return {
    __typename: 'UsageBatch',
    id: globalId('usageBatch', row.payerId, row.batchId),
    authority: row.authority as UseAuthority,
    origin: row.origin as BatchOrigin,
    fileName: row.fileName,
    at: row.at,
    uses: row.uses,
    knownUses: row.known,
    charge: usd(row.chargeCents),
  };
}
