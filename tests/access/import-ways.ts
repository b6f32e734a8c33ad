import { randomUUID } from 'node:crypto';
import { further, node, to, type Way, type Ways } from './way';

const imports: Ways = {
  ofFirm: ({ ids }) => node(ids.usageImport, 'UsageImport'),
  own: to('viewer', 'usageImports(first: 5)', 'nodes'),
};

const lists: Ways = {
  ofFirm: ({ ids }) => [...node(ids.firm, 'Firm'), 'usageImports(first: 5)'],
  own: to('viewer', 'usageImports(first: 5)'),
};

const key = () => `idempotencyKey: "${randomUUID()}"`;

/** A mutation of an import that stands so, and of one that cannot be changed so. */
const changing = (mutation: string, state: string, more: () => string = () => ''): Ways => ({
  done: async (world) => [
    `${mutation}(input: { import: "${await world.newImport(state)}", expectedVersion: 1 ${more()} })`,
  ],
  refused: ({ ids }) => [
    `${mutation}(input: { import: "${ids.usageImport}", expectedVersion: 9 ${more()} })`,
  ],
});

const mapping = changing('usageImportMap', 'UPLOADED', () => ', dateOrder: MDY');
const checking = changing('usageImportCheck', 'UPLOADED');
const running = changing('usageImportRun', 'UPLOADED', () => `, ${key()}`);
const discarding = changing('usageImportDiscard', 'UPLOADED');
const cancelling: Ways = {
  done: async (world) => [`usageImportCancel(input: { import: "${await world.newImport('CHECKING')}" })`],
  refused: ({ ids }) => [`usageImportCancel(input: { import: "${ids.usageImport}" })`],
};

const receipts: Ways = {
  done: ({ ids, site }) => [
    `usageReceiptsImport(input: { payer: "${ids.firm}", ${key()}, receipts: [
      { transactionId: "R-1", transactionDate: "${site.clock.now().toISOString()}", accountNumber: "2000101",
        billablePages: 1, searchFee: "0.10", search: "Smith", description: "All Court Types Party Search" },
      { transactionId: "R-2", transactionDate: "nonsense", accountNumber: "2000101", searchFee: "0.10" }] })`,
  ],
  refused: ({ ids }) => [`usageReceiptsImport(input: { payer: "${ids.firm}", ${key()}, receipts: [] })`],
};
const receiptsDone: Ways = { done: receipts.done as Way };

/** The ways to imports and what is in them. */
export const importWays: Readonly<Record<string, Ways>> = {
  'Mutation.usageImportMap': mapping,
  'Mutation.usageImportCheck': checking,
  'Mutation.usageImportRun': running,
  'Mutation.usageImportCancel': cancelling,
  'Mutation.usageImportDiscard': discarding,
  'Mutation.usageReceiptsImport': receipts,
  UsageImport: imports,
  UsageImportConnection: lists,
  UsageImportEdge: further(lists, 'edges'),
  UsageImportColumnPlace: further(imports, 'columns'),
  UsageImportFindings: further(imports, 'findings'),
  UsageImportKindWord: further(imports, 'kindWords'),
  UsageImportMappingProblem: further(imports, 'mappingProblems'),
  UsageImportName: further(imports, 'findings', 'unknownCourts', 'named'),
  UsageImportNames: further(imports, 'findings', 'unknownCourts'),
  UsageImportProblem: further(imports, 'findings', 'firstProblems'),
  UsageImportProblemCount: further(imports, 'findings', 'problemCounts'),
  UsageImportProgress: further(imports, 'progress'),
  UsageImportRow: further(imports, 'findings', 'firstRows'),
  UsageImportMapPayload: mapping,
  UsageImportCheckPayload: checking,
  UsageImportRunPayload: running,
  UsageImportCancelPayload: cancelling,
  UsageImportDiscardPayload: discarding,
  UsageReceiptsImportPayload: receipts,
  UsageReceiptResult: further(receiptsDone, 'results'),
  UsageReceiptProblem: further(receiptsDone, 'results', 'problems'),
};
