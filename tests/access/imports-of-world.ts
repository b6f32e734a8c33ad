import { usageImports } from '@countersign/drizzle/tables/usage';
import { globalId } from '@countersign/server/api/global-id';
import { systemActor } from '@countersign/server/platform/actor';
import { type Beginning, beginningOf, sightOf } from '@countersign/shared/usage/import/beginning';
import {
  type ImportFindings,
  noFindings,
  noProgress,
} from '@countersign/shared/usage/import/import-findings';
import { type ImportSettings, proposeSettings } from '@countersign/shared/usage/import/import-settings';
import { v7 as uuidv7 } from 'uuid';
import type { TestSite } from '../support/test-site';
import { usualBatch } from '../support/usage';

type Change = Partial<typeof usageImports.$inferInsert>;

const text = 'Account Number,Date,Court,Type,Charge\n2000101,01/31/2025,mowd,Document,$0.30\n';
const dialect: Beginning = beginningOf(text, false, { encoding: 'utf-8', markBytes: 0, certain: true });
const mapping: ImportSettings = proposeSettings(sightOf(dialect), null);

/** Findings with nothing left out; their row is of an account. */
function findingsOf(accountId: string): ImportFindings {
  const names = { named: [{ name: 'somewhat', rows: 1 }], otherRows: 1 };
  const problem = { code: 'UNKNOWN_COURT', column: 'court' } as const;
  const row = {
    line: 2,
    accountId,
    courtId: 'mowd',
    at: '2025-01-31T06:00:00.000Z',
    timeKnown: true,
    kind: 'DOCUMENT',
    clientCode: 'C-1',
    costCenter: 'LIT',
    caseNumber: '4:25-cv-1',
    description: 'Order',
    search: 'Smith',
    format: 'PDF',
    pages: 3,
    bytes: 4320,
    billablePages: 3,
    chargeCents: 40,
    expectedCents: 30,
    verdict: 'OVER',
    cause: 'OTHER',
    exempt: 'CJA',
    transactionId: 'T-1',
  } as const;
  return {
    ...noFindings,
    checked: true,
    rows: 2,
    good: 1,
    bad: 1,
    known: 0,
    problems: [{ ...problem, rows: 1 }],
    accounts: names,
    courts: names,
    kinds: names,
    firstRows: [row],
    firstProblems: [{ ...problem, line: 3, value: 'xyz', message: 'No court is known by that.' }],
  };
}

/** Makes an import of a payer's; it is there to be looked at alone. */
export async function addImport(
  site: TestSite,
  payerId: string,
  createdBy: string,
  change: Change = {},
): Promise<string> {
  const importId = uuidv7();
  const now = site.clock.now();
  await site.database.write(systemActor, (tx) =>
    tx.insert(usageImports).values({
      payerId,
      importId,
      state: 'UPLOADED',
      authority: 'UPLOADED',
      fileName: 'list.csv',
      fileKey: `usage-imports/${importId}`,
      bytes: text.length,
      digest: Buffer.from('digest'),
      createdBy,
      createdAt: now,
      dialect,
      mapping,
      progress: noProgress,
      findings: noFindings,
      changedAt: now,
      ...change,
    }),
  );
  return globalId('usageImport', payerId, importId);
}

/** The same with nothing left out: a column is missing, so that there is a problem as well. */
export function addFullImport(
  site: TestSite,
  payerId: string,
  createdBy: string,
  accountId: string,
): Promise<string> {
  const { court: _, ...columns } = mapping.columns;
  return addImport(site, payerId, createdBy, {
    state: 'CHECKED',
    mapping: { ...mapping, columns, kindWords: { Blatt: 'DOCUMENT' } },
    findings: findingsOf(accountId),
    badRowsKey: 'usage-imports/bad',
    batchId: usualBatch,
    failure: 'It broke off.',
  });
}
