import { randomUUID } from 'node:crypto';
import { further, node, to, type Way, type Ways } from './way';

let codes = 0;
/** A code that no use has yet. */
const newCode = () => {
  codes += 1;
  return `clientCode: "N-${codes}"`;
};
const key = () => `idempotencyKey: "${randomUUID()}"`;

const previewing: Ways = {
  ofFirm: ({ ids }) => [`usageCodePreview(input: { payer: "${ids.firm}", filter: {}, ${newCode()} })`],
  selfPaid: () => [`usageCodePreview(input: { filter: {}, ${newCode()} })`],
};
const assigning: Ways = {
  ofFirm: ({ ids }) => [
    `usageCodeAssign(input: { payer: "${ids.firm}", filter: {}, ${newCode()}, ${key()} })`,
  ],
  selfPaid: () => [`usageCodeAssign(input: { filter: {}, ${newCode()}, ${key()} })`],
};
const undoing: Ways = {
  ofFirm: async (world) => [`usageCodeUndo(input: { change: "${await world.newCodeChange()}", ${key()} })`],
};

const lists: Ways = {
  ofFirm: ({ ids }) => [...node(ids.firm, 'Firm'), 'usage', 'codeChanges(first: 5)'],
  selfPaid: to('viewer', 'usage', 'codeChanges(first: 5)'),
};

/** The ways to client codes given afterwards. */
export const codeWays: Readonly<Record<string, Ways>> = {
  'Query.usageCodePreview': previewing,
  'Mutation.usageCodeAssign': assigning,
  'Mutation.usageCodeUndo': undoing,
  UsageCodeChange: {
    undone: ({ ids }) => node(ids.codeChange, 'UsageCodeChange'),
    standing: ({ ids }) => node(ids.standingChange, 'UsageCodeChange'),
  },
  UsageCodeChangeConnection: lists,
  UsageCodeChangeEdge: further(lists, 'edges'),
  UsageCodePreview: previewing,
  UsageCodeCount: further({ ofFirm: previewing.ofFirm as Way }, 'codes'),
  UsageCodeAssignPayload: assigning,
  UsageCodeUndoPayload: undoing,
};
