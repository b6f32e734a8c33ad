import { atFirm, cells, nothing, type Outcome, type Row, signedIn } from './cells';

/** What an administrator gets, and everybody else who has signed in. */
const atPayer = (administrator: Outcome, others: Outcome, anonymous: Outcome = 'UNREACHABLE') =>
  cells((caller) =>
    caller === 'administrator' ? administrator : caller === 'anonymous' ? anonymous : others,
  );
const forOneself = (outcome: Outcome, anonymous: Outcome = 'UNREACHABLE') =>
  cells((caller) => (caller === 'anonymous' ? anonymous : outcome));

const rootField: Row = {
  ofFirm: atPayer('VALUE', 'USER_ERROR', 'UNAUTHENTICATED'),
  selfPaid: forOneself('VALUE', 'UNAUTHENTICATED'),
};
const onFirm: Row = { ofFirm: rootField.ofFirm as Row[string] };
const found: Row = { ofFirm: atPayer('VALUE', 'NULL'), selfPaid: forOneself('VALUE') };
const refusals: Row = { ofFirm: atPayer('EMPTY', 'VALUE'), selfPaid: forOneself('EMPTY') };
const always: Row = { ofFirm: atPayer('VALUE', 'VALUE'), selfPaid: forOneself('VALUE') };

const change: Row = { undone: atFirm('VALUE'), standing: atFirm('VALUE') };
const whenUndone: Row = { ...nothing(change), undone: atFirm('VALUE') };
const lists: Row = { ofFirm: atFirm('VALUE'), selfPaid: signedIn('VALUE') };
const counts: Row = { ofFirm: atPayer('VALUE', 'UNREACHABLE') };

const fields = (type: string, names: string, row: Row): Record<string, Row> =>
  Object.fromEntries(names.split(' ').map((name) => [`${type}.${name}`, row]));

/** Who gets what of client codes given afterwards. */
export const codeRows: Readonly<Record<string, Row>> = {
  'Query.usageCodePreview': rootField,
  'Mutation.usageCodeAssign': rootField,
  'Mutation.usageCodeUndo': onFirm,

  'Usage.codeChanges': { ...lists, own: signedIn('NULL') },
  'Usage.allowedActions': {
    ofFirm: { ...atFirm('VALUE'), operator: 'EMPTY' },
    selfPaid: signedIn('VALUE'),
    own: signedIn('EMPTY'),
  },
  ...fields('UsageCodeChange', 'assignedBy at charge clientCode filter id number uses', change),
  ...fields('UsageCodeChange', 'givenBack kept undoneAt undoneBy', whenUndone),
  'UsageCodeChange.allowedActions': {
    undone: atFirm('EMPTY'),
    standing: { ...atFirm('VALUE'), operator: 'EMPTY' },
  },
  ...fields('UsageCodeChangeConnection', 'edges nodes pageInfo totalCount', lists),
  ...fields('UsageCodeChangeEdge', 'cursor node', lists),
  ...fields('UsageCodePreview', 'charge furtherCodes unchanged uses', always),
  'UsageCodePreview.codes': { ofFirm: atPayer('VALUE', 'EMPTY'), selfPaid: forOneself('VALUE') },
  'UsageCodePreview.userErrors': refusals,
  ...fields('UsageCodeCount', 'charge clientCode uses', counts),
  'UsageCodeAssignPayload.change': found,
  'UsageCodeAssignPayload.userErrors': refusals,
  'UsageCodeUndoPayload.change': { ofFirm: found.ofFirm as Row[string] },
  'UsageCodeUndoPayload.userErrors': { ofFirm: refusals.ofFirm as Row[string] },
};
