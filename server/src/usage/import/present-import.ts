import { causeSentence } from '@countersign/shared/usage/cause-sentences';
import { sightOf } from '@countersign/shared/usage/import/beginning';
import { importColumns } from '@countersign/shared/usage/import/column-names';
import type { FoundRow, ImportFindings } from '@countersign/shared/usage/import/import-findings';
import { namesIn, settingsProblems } from '@countersign/shared/usage/import/import-settings';
import {
  type ImportState,
  importActions,
  isImportActionAllowed,
} from '@countersign/shared/usage/import-states';
import { globalId } from '../../api/global-id';
import { usd, usdOrNull } from '../../api/money-type';
import type { ImportRow } from './queries';
import type { UsageImport, UsageImportFindings, UsageImportRow } from './types';

const orNull = (text: string) => (text === '' ? null : text);

function presentRow(found: FoundRow): UsageImportRow {
  const { at, clientCode, costCenter, chargeCents, expectedCents, cause, exempt, transactionId, ...rest } =
    found;
  return {
    ...rest,
    found,
    at: new Date(at),
    clientCode: orNull(clientCode),
    costCenter: orNull(costCenter),
    charge: usd(chargeCents),
    expectedCharge: usdOrNull(expectedCents),
    cause: cause && causeSentence(cause),
    exempt: exempt !== null,
    transactionNumber: transactionId,
  };
}

function presentFindings(findings: ImportFindings): UsageImportFindings {
  const { rows, good, bad, known, chargeCents, differing, differenceCents } = findings;
  return {
    rows,
    goodRows: good,
    badRows: bad,
    knownRows: known,
    charge: usd(chargeCents),
    differingRows: differing,
    difference: usd(differenceCents),
    problemCounts: findings.problems,
    firstProblems: findings.firstProblems,
    firstRows: findings.firstRows.map(presentRow),
    unknownAccounts: findings.accounts,
    unknownCourts: findings.courts,
    unknownKinds: findings.kinds,
  };
}

/** A stored import as the API shows it. */
export function presentImport(row: ImportRow): UsageImport {
  const { payerId, importId, dialect, mapping, progress, findings } = row;
  const { columns, dateOrder, decimalMark, kindWords } = mapping;
  const state = row.state as ImportState;
  const id = globalId('usageImport', payerId, importId);
  const sight = sightOf(dialect);
  const problems = settingsProblems(sight, mapping);
  return {
    __typename: 'UsageImport',
    row,
    id,
    state,
    authority: row.authority,
    fileName: row.fileName,
    bytes: row.bytes,
    digest: row.digest.toString('hex'),
    createdAt: row.createdAt,
    changedAt: row.changedAt,
    version: row.version,
    encoding: dialect.encoding,
    separator: dialect.separator,
    firstLines: dialect.records,
    headerRow: dialect.headerAt === null ? 0 : dialect.headerAt + 1,
    headers: namesIn(sight),
    columns: importColumns.flatMap((column) => {
      const header = columns[column];
      return header === undefined ? [] : { column, header };
    }),
    dateOrder,
    decimalMark,
    kindWords: Object.entries(kindWords).map(([text, kind]) => ({ text, kind })),
    mappingProblems: problems,
    progress: {
      bytes: progress.bytes,
      rows: progress.rows,
      goodRows: progress.good,
      badRows: progress.bad,
    },
    findings: findings.checked ? presentFindings(findings) : null,
    allOrNothing: row.allOrNothing,
    cancelAsked: row.cancelAskedAt !== null,
    failure: row.failure,
    badRowsUrl: row.badRowsKey === null ? null : `/export/import-bad-rows/${id}`,
    allowedActions: importActions.filter(
      (action) =>
        isImportActionAllowed(state, action) &&
        (problems.length === 0 || (action !== 'CHECK' && action !== 'RUN')),
    ),
  };
}
