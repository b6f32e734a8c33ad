import { atFirm, type Cells, cells, nothing, type Row, signedIn } from './cells';

const theImport: Row = { ofFirm: atFirm('VALUE'), own: signedIn('VALUE') };

/** Whoever may not import for the firm is told that there is no such import. */
const atFirmAlone: Cells = {
  ...cells(() => 'USER_ERROR'),
  anonymous: 'UNAUTHENTICATED',
  administrator: 'VALUE',
  operator: 'VALUE',
};
const mutation: Row = {
  done: atFirmAlone,
  refused: { ...atFirmAlone, administrator: 'USER_ERROR', operator: 'USER_ERROR' },
};
const object: Row = { done: { ...signedIn('NULL'), ...only('VALUE') }, refused: signedIn('NULL') };
const refusals: Row = { done: { ...signedIn('VALUE'), ...only('EMPTY') }, refused: signedIn('VALUE') };
const receipt: Row = { done: atFirm('VALUE') };

function only(outcome: 'VALUE' | 'EMPTY'): Pick<Cells, 'administrator' | 'operator'> {
  return { administrator: outcome, operator: outcome };
}

const fields = (type: string, names: string, row: Row): Record<string, Row> =>
  Object.fromEntries(names.split(/\s+/).map((name) => [`${type}.${name}`, row]));

/** Who gets what of imports. */
export const importRows: Readonly<Record<string, Row>> = {
  ...fields(
    'Mutation',
    'usageImportCancel usageImportCheck usageImportDiscard usageImportMap usageImportRun usageReceiptsImport',
    mutation,
  ),
  'Viewer.usageImports': { own: { ...signedIn('VALUE'), anonymous: 'NULL' } },

  ...fields(
    'UsageImport',
    `allOrNothing allowedActions authority badRowsUrl batch bytes cancelAsked changedAt columns createdAt createdBy
      dateOrder decimalMark digest encoding failure fileName findings firstLines headerRow headers id kindWords
      mappingProblems progress separator state version`,
    theImport,
  ),
  'UsageImport.firm': { ...nothing(theImport), ofFirm: atFirm('VALUE') },
  ...fields('UsageImportConnection', 'edges nodes pageInfo totalCount', theImport),
  ...fields('UsageImportEdge', 'cursor node', theImport),
  ...fields('UsageImportColumnPlace', 'column header', theImport),
  ...fields(
    'UsageImportFindings',
    `badRows charge difference differingRows firstProblems firstRows goodRows knownRows problemCounts rows unknownAccounts
      unknownCourts unknownKinds`,
    theImport,
  ),
  ...fields('UsageImportKindWord', 'kind text', theImport),
  ...fields('UsageImportMappingProblem', 'code columns message', theImport),
  ...fields('UsageImportName', 'name rows', theImport),
  ...fields('UsageImportNames', 'named otherRows', theImport),
  ...fields('UsageImportProblem', 'code column line message value', theImport),
  ...fields('UsageImportProblemCount', 'code column rows', theImport),
  ...fields('UsageImportProgress', 'badRows bytes goodRows rows', theImport),
  ...fields(
    'UsageImportRow',
    `account at billablePages bytes caseNumber cause charge clientCode costCenter court description exempt expectedCharge
      format kind line pages search timeKnown transactionNumber verdict`,
    theImport,
  ),

  ...fields('UsageImportMapPayload', 'import', object),
  ...fields('UsageImportMapPayload', 'userErrors', refusals),
  ...fields('UsageImportCheckPayload', 'import', object),
  ...fields('UsageImportCheckPayload', 'userErrors', refusals),
  ...fields('UsageImportRunPayload', 'import', object),
  ...fields('UsageImportRunPayload', 'userErrors', refusals),
  ...fields('UsageImportCancelPayload', 'import', object),
  ...fields('UsageImportCancelPayload', 'userErrors', refusals),
  ...fields('UsageImportDiscardPayload', 'discardedImport', object),
  ...fields('UsageImportDiscardPayload', 'userErrors', refusals),

  ...fields('UsageReceiptsImportPayload', 'batch', object),
  ...fields('UsageReceiptsImportPayload', 'results', {
    done: { ...signedIn('EMPTY'), ...only('VALUE') },
    refused: signedIn('EMPTY'),
  }),
  ...fields('UsageReceiptsImportPayload', 'userErrors', refusals),
  ...fields('UsageReceiptResult', 'outcome problems', receipt),
  ...fields('UsageReceiptProblem', 'code column message value', receipt),
};
