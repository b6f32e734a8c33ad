import type { Caller } from './callers';
import { atFirm, cells, type Outcome, type Row, signedIn } from './cells';

/** Who reads the firm's transactions, and may keep views of them. */
const readers: readonly Caller[] = ['administrator', 'operator'];
const atPayer = (theirs: Outcome, others: Outcome, anonymous: Outcome = 'UNREACHABLE') =>
  cells((caller) => (readers.includes(caller) ? theirs : caller === 'anonymous' ? anonymous : others));
const forOneself = (outcome: Outcome, anonymous: Outcome = 'UNREACHABLE') =>
  cells((caller) => (caller === 'anonymous' ? anonymous : outcome));

const own: Row = { own: forOneself('VALUE', 'UNAUTHENTICATED') };
const payload = {
  object: { own: forOneself('VALUE') },
  refusals: { own: forOneself('EMPTY') },
} satisfies Record<string, Row>;

/** Who gets what of views that were kept. */
export const viewRows: Readonly<Record<string, Row>> = {
  'Mutation.savedViewCreate': { ofFirm: atPayer('VALUE', 'USER_ERROR', 'UNAUTHENTICATED') },
  'Mutation.savedViewDelete': own,
  'Mutation.savedViewUpdate': own,
  'Usage.savedViews': {
    ofFirm: atFirm('VALUE'),
    selfPaid: signedIn('VALUE'),
    own: signedIn('VALUE'),
  },
  ...Object.fromEntries(
    ['columns', 'createdAt', 'id', 'name', 'query', 'version'].map((name) => [
      `SavedView.${name}`,
      {
        ofFirm: atFirm('VALUE'),
        selfPaid: signedIn('VALUE'),
        byId: { ...cells(() => 'UNREACHABLE'), administrator: 'VALUE' },
      },
    ]),
  ),
  'SavedViewCreatePayload.view': { ofFirm: atPayer('VALUE', 'NULL') },
  'SavedViewCreatePayload.userErrors': { ofFirm: atPayer('EMPTY', 'VALUE') },
  'SavedViewDeletePayload.deletedView': payload.object,
  'SavedViewDeletePayload.userErrors': payload.refusals,
  'SavedViewUpdatePayload.view': payload.object,
  'SavedViewUpdatePayload.userErrors': payload.refusals,
};
