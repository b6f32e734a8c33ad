import { randomUUID } from 'node:crypto';
import { demonstrationPassword } from '@countersign/server/demonstration/people';
import { codeWays } from './code-ways';
import { importWays } from './import-ways';
import { usageWays } from './usage-ways';
import { viewWays } from './view-ways';
import { further, node, to, type Way, type Ways } from './way';
import { throttledUsername } from './world';

const unknown = Buffer.from(`firm:${randomUUID()}`).toString('base64url');

const accounts: Ways = {
  own: to('viewer', 'account'),
  colleague: ({ ids }) => [...node(ids.grantAtFirm, 'RoleGrant'), 'account'],
  deskmate: ({ ids }) => [...node(ids.grantAtCourt, 'RoleGrant'), 'account'],
  stranger: ({ ids }) => node(ids.stranger, 'Account'),
  linkedHere: ({ ids }) => [...node(ids.linkageAtFirm, 'Linkage'), 'account'],
};

const linkages: Ways = {
  own: to('viewer', 'account', 'linkages(first: 5)', 'nodes'),
  atFirm: ({ ids }) => node(ids.linkageAtFirm, 'Linkage'),
  elsewhere: ({ ids }) => node(ids.linkageElsewhere, 'Linkage'),
};

const linkageLists: Ways = {
  own: to('viewer', 'account', 'linkages(first: 5)'),
  ofLinked: ({ ids }) => [...node(ids.linkageAtFirm, 'Linkage'), 'account', 'linkages(first: 5)'],
  atFirm: ({ ids }) => [...node(ids.firm, 'Firm'), 'linkages(first: 5)'],
};

const grantLists: Ways = {
  all: to('roleGrants(first: 5)'),
  own: to('viewer', 'account', 'roles(first: 5)'),
  ofColleague: ({ ids }) => [...node(ids.grantAtFirm, 'RoleGrant'), 'account', 'roles(first: 5)'],
  ofStranger: ({ ids }) => [...node(ids.stranger, 'Account'), 'roles(first: 5)'],
  atFirm: ({ ids }) => [...node(ids.firm, 'Firm'), 'administrators(first: 5)'],
  atCourt: to('court(id: "mowd")', 'clerks(first: 5)'),
};

const things: Ways = {
  own: (world, caller) => [world.accountIdOf(caller)],
  ...Object.fromEntries(
    (
      [
        'colleague',
        'stranger',
        'firm',
        'court',
        'grantAtFirm',
        'grantAtCourt',
        'grantOnSite',
        'linkageAtFirm',
        'linkageElsewhere',
        'mail',
        'use',
        'batch',
        'codeChange',
        'standingChange',
        'usageImport',
        'savedView',
      ] as const
    ).map((thing): [string, Way] => [thing, ({ ids }) => [ids[thing]]]),
  ),
  unknown: to(unknown),
};

/** The same things through one root field or another. */
const through = (ways: Ways, field: (id: string) => string): Ways =>
  Object.fromEntries(
    Object.entries(ways).map(([name, way]): [string, Way] => [
      name,
      async (world, caller) => [field((await way(world, caller))[0] ?? '')],
    ]),
  );

const key = () => `idempotencyKey: "${randomUUID()}"`;

const giving: Ways = {
  done: (world) => [
    `roleGive(input: { account: "${world.ids.stranger}", role: CLERK, court: "${world.freeCourt()}", ${key()} })`,
  ],
  refused: (world, caller) => [
    `roleGive(input: { account: "${world.numberOf(caller)}", role: CLERK, court: "nowhere", ${key()} })`,
  ],
};

const ending: Ways = {
  done: async (world) => [`roleEnd(input: { grant: "${await world.newGrant()}", ${key()} })`],
  refused: ({ ids }) => [`roleEnd(input: { grant: "${ids.grantAtFirm}", ${key()} })`],
};

const firmCreating: Ways = {
  done: ({ ids }) => [`firmCreate(input: { name: "New LLP", administrator: "${ids.stranger}", ${key()} })`],
  refused: ({ ids }) => [`firmCreate(input: { name: "", administrator: "${ids.stranger}", ${key()} })`],
};

const linking: Ways = {
  done: ({ ids, freeHour }) => [
    `linkageSet(input: { account: "${ids.stranger}", firm: "${ids.firm}", ${freeHour()}, ${key()} })`,
  ],
  refused: ({ ids, freeHour }) => [
    `linkageSet(input: { account: "${ids.firm}", firm: "${ids.firm}", ${freeHour()}, ${key()} })`,
  ],
};

const changing = (mutation: string): Ways => ({
  done: async (world) => [
    `${mutation}(input: { linkage: "${await world.newLinkage()}", expectedVersion: 1, ${key()} })`,
  ],
  refused: ({ ids }) => [
    `${mutation}(input: { linkage: "${ids.linkageAtFirm}", expectedVersion: 9, ${key()} })`,
  ],
});

const previewing: Ways = {
  done: ({ ids, freeHour }) => [
    `linkagePreview(input: { account: "${ids.stranger}", firm: "${ids.firm}", ${freeHour()}, costCenter: "Tax" })`,
  ],
  refused: ({ ids }) => [`linkagePreview(input: { account: "${ids.firm}", firm: "${ids.firm}" })`],
};

const signIn = (username: string, password: string) =>
  `signIn(input: { username: "${username}", password: "${password}" })`;

const signingIn: Ways = {
  right: to(signIn('legacy.demo', demonstrationPassword)),
  wrong: () => [signIn(randomUUID(), 'wrong')],
  throttled: to(signIn(throttledUsername, 'wrong')),
};

const signingOut: Ways = { here: to('signOut(input: { everywhere: false })') };

/** The ways to each object type and through each root field. */
export const waysTo: Readonly<Record<string, Ways>> = {
  'Query.account': {
    own: (world, caller) => [`account(id: "${world.numberOf(caller)}")`],
    colleague: ({ ids }) => [`account(id: "${ids.colleague}")`],
    stranger: to('account(id: "2000007")'),
    unknown: to('account(id: "9999999")'),
  },
  'Query.accounts': { all: to('accounts(first: 5)') },
  'Query.caughtMails': { all: to('caughtMails(first: 5)') },
  'Query.court': { mowd: to('court(id: "mowd")') },
  'Query.courts': { all: to('courts(first: 5)') },
  'Query.firm': {
    byNumber: to('firm(id: "1000001")'),
    byId: ({ ids }) => [`firm(id: "${ids.firm}")`],
    unknown: to('firm(id: "9999999")'),
  },
  'Query.firms': { all: to('firms(first: 5)') },
  'Query.linkagePreview': previewing,
  'Query.node': through(things, (id) => `node(id: "${id}")`),
  'Query.nodes': through(things, (id) => `nodes(ids: ["${id}"])`),
  'Query.rateLimit': { own: to('rateLimit') },
  'Query.roleGrants': { all: to('roleGrants(first: 5)') },
  'Query.serviceCenter': { own: to('serviceCenter') },
  'Query.viewer': { own: to('viewer') },
  'Mutation.firmCreate': firmCreating,
  'Mutation.linkageCorrect': changing('linkageCorrect'),
  'Mutation.linkageRemove': changing('linkageRemove'),
  'Mutation.linkageSet': linking,
  'Mutation.roleEnd': ending,
  'Mutation.roleGive': giving,
  'Mutation.signIn': signingIn,
  'Mutation.signOut': signingOut,

  Account: accounts,
  AccountConnection: { all: to('accounts(first: 5)') },
  AccountEdge: { all: to('accounts(first: 5)', 'edges') },
  CaughtMail: { any: ({ ids }) => node(ids.mail, 'CaughtMail') },
  CaughtMailConnection: { all: to('caughtMails(first: 5)') },
  CaughtMailEdge: { all: to('caughtMails(first: 5)', 'edges') },
  Court: { any: to('court(id: "mowd")') },
  CourtConnection: { all: to('courts(first: 5)') },
  CourtContact: { any: to('court(id: "mowd")', 'contacts') },
  CourtEdge: { all: to('courts(first: 5)', 'edges') },
  CourtOffice: { any: to('court(id: "mowd")', 'offices') },
  CourtQuestion: { any: to('court(id: "mowd")', 'questions') },
  Firm: {
    theFirm: ({ ids }) => node(ids.firm, 'Firm'),
    ofOwnPastRole: to('viewer', 'account', 'roles(first: 1, inForce: false)', 'nodes', 'firm'),
    whoPays: to('viewer', 'account', 'linkages(first: 5)', 'nodes', 'firm'),
  },
  FirmConnection: { all: to('firms(first: 5)') },
  FirmEdge: { all: to('firms(first: 5)', 'edges') },
  FirmCreatePayload: firmCreating,
  HandOver: further({ done: previewing.done as Way }, 'handOvers'),
  Linkage: linkages,
  LinkageConnection: linkageLists,
  LinkageCorrectPayload: changing('linkageCorrect'),
  LinkageEdge: further(linkageLists, 'edges'),
  LinkagePreview: previewing,
  LinkageRemovePayload: changing('linkageRemove'),
  LinkageSetPayload: linking,
  PageInfo: further(grantLists, 'pageInfo'),
  Permission: { own: to('viewer', 'permissions') },
  PersonName: further(accounts, 'name'),
  RateLimit: { own: to('rateLimit') },
  RoleEndPayload: ending,
  RoleGivePayload: giving,
  RoleGrant: {
    ownPast: to('viewer', 'account', 'roles(first: 1, inForce: false)', 'nodes'),
    atFirm: ({ ids }) => node(ids.grantAtFirm, 'RoleGrant'),
    atCourt: ({ ids }) => node(ids.grantAtCourt, 'RoleGrant'),
    onSite: ({ ids }) => node(ids.grantOnSite, 'RoleGrant'),
  },
  RoleGrantConnection: grantLists,
  RoleGrantEdge: further(grantLists, 'edges'),
  ServiceCenter: { own: to('serviceCenter') },
  Session: { own: to('viewer', 'session') },
  SignInRefused: further({ wrong: signingIn.wrong as Way }, '... on SignInRefused'),
  SignInThrottled: further({ throttled: signingIn.throttled as Way }, '... on SignInThrottled'),
  SignOutPayload: signingOut,
  SignedIn: further({ right: signingIn.right as Way }, '... on SignedIn'),
  UserError: further({ refused: giving.refused as Way }, 'userErrors'),
  Viewer: { own: to('viewer') },
  ...usageWays,
  ...codeWays,
  ...importWays,
  ...viewWays,
};

/** The ways that lead to a field, by its Type.field. */
export function waysOf(field: string): Ways {
  const [type = ''] = field.split('.');
  return waysTo[field] ?? waysTo[type] ?? {};
}
