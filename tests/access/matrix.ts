import { callers } from './callers';
import {
  atCourt,
  atFirm,
  atOtherFirm,
  everyone,
  found,
  foundBy,
  nothing,
  operatorOnly,
  operators,
  type Row,
  signedIn,
  signedInCallers,
} from './cells';
import { codeRows } from './code-rows';
import { importRows } from './import-rows';
import { usageRows } from './usage-rows';
import { viewRows } from './view-rows';

// Objects that look alike to several fields. Their order of ways is that of ways.ts.

const anything: Row = {
  own: found(...signedInCallers),
  colleague: found('operator'),
  stranger: found('operator'),
  firm: found('administrator', 'operator'),
  court: found(...callers),
  grantAtFirm: found('administrator', 'operator'),
  grantAtCourt: found('clerk', 'operator'),
  grantOnSite: found('operator'),
  linkageAtFirm: found('administrator', 'operator'),
  linkageElsewhere: found('otherAdministrator', 'operator'),
  mail: found('operator'),
  use: found('administrator', 'operator'),
  batch: found('administrator', 'operator'),
  codeChange: found('administrator', 'operator'),
  standingChange: found('administrator', 'operator'),
  usageImport: found('administrator', 'operator'),
  savedView: found('administrator'),
  unknown: found(),
};

const person: Row = {
  own: signedIn('VALUE'),
  colleague: atFirm('VALUE'),
  deskmate: atCourt('VALUE'),
  stranger: operators('VALUE'),
  linkedHere: atFirm('VALUE'),
};
/** What colleagues do not see of one another. */
const privately: Row = {
  ...person,
  colleague: { ...atFirm('NULL'), operator: 'VALUE' },
  deskmate: { ...atCourt('NULL'), operator: 'VALUE' },
  linkedHere: { ...atFirm('NULL'), operator: 'VALUE' },
};

const grant: Row = {
  ownPast: signedIn('VALUE'),
  atFirm: atFirm('VALUE'),
  atCourt: atCourt('VALUE'),
  onSite: operators('VALUE'),
};

const grants: Row = {
  all: operators('VALUE'),
  own: signedIn('VALUE'),
  ofColleague: operators('VALUE'),
  ofStranger: operators('VALUE'),
  atFirm: atFirm('VALUE'),
  atCourt: atCourt('VALUE'),
};

const firm: Row = {
  theFirm: atFirm('VALUE'),
  ofOwnPastRole: atOtherFirm('VALUE'),
  whoPays: signedIn('VALUE'),
};
/** What a person is not told of the firm that pays for him. */
const firmsOwn: Row = {
  ...firm,
  whoPays: { ...signedIn('NULL'), otherAdministrator: 'VALUE', operator: 'VALUE' },
};

const linkage: Row = {
  own: signedIn('VALUE'),
  atFirm: atFirm('VALUE'),
  elsewhere: atOtherFirm('VALUE'),
};

const linkages: Row = {
  own: signedIn('VALUE'),
  ofLinked: operators('VALUE'),
  atFirm: atFirm('VALUE'),
};

const onlyOperators: Row = { done: operatorOnly, refused: { ...operatorOnly, operator: 'USER_ERROR' } };
/** The object in a payload, its list of refusals, and what else it always tells. */
const payload = {
  object: { done: operators('VALUE'), refused: operators('NULL') },
  refusals: { done: operators('EMPTY'), refused: operators('VALUE') },
  fact: { done: operators('VALUE'), refused: operators('VALUE') },
} satisfies Record<string, Row>;
const handOver: Row = { done: operators('VALUE') };

const open = { any: everyone('VALUE') };
const openList = { all: everyone('VALUE') };
const operatorsList = { all: operators('VALUE') };
const mail = { any: operators('VALUE') };
const own = { own: everyone('VALUE') };
const session = { own: signedIn('VALUE') };

/** Every root field, mutation and object field: who gets what. A field without a row fails the suite. */
export const matrix: Readonly<Record<string, Row>> = {
  'Query.account': {
    own: foundBy(...signedInCallers),
    colleague: foundBy('operator'),
    stranger: foundBy('operator'),
    unknown: foundBy(),
  },
  'Query.accounts': { all: operatorOnly },
  'Query.caughtMails': { all: operatorOnly },
  'Query.court': { mowd: everyone('VALUE') },
  'Query.courts': openList,
  'Query.firm': {
    byNumber: foundBy('administrator', 'operator'),
    byId: foundBy('administrator', 'operator'),
    unknown: foundBy(),
  },
  'Query.firms': { all: operatorOnly },
  'Query.linkagePreview': onlyOperators,
  'Query.node': anything,
  'Query.nodes': anything,
  'Query.rateLimit': own,
  'Query.roleGrants': { all: operatorOnly },
  'Query.serviceCenter': own,
  'Query.viewer': own,

  'Mutation.firmCreate': onlyOperators,
  'Mutation.linkageCorrect': onlyOperators,
  'Mutation.linkageRemove': onlyOperators,
  'Mutation.linkageSet': onlyOperators,
  'Mutation.roleEnd': onlyOperators,
  'Mutation.roleGive': onlyOperators,
  'Mutation.signIn': { right: everyone('VALUE'), wrong: everyone('VALUE'), throttled: everyone('VALUE') },
  'Mutation.signOut': { here: { ...everyone('VALUE'), anonymous: 'UNAUTHENTICATED' } },

  'Account.accountNumber': person,
  'Account.allowedActions': {
    own: signedIn('EMPTY'),
    colleague: { ...atFirm('EMPTY'), operator: 'VALUE' },
    deskmate: { ...atCourt('EMPTY'), operator: 'VALUE' },
    stranger: operators('VALUE'),
    linkedHere: { ...atFirm('EMPTY'), operator: 'VALUE' },
  },
  'Account.createdAt': person,
  'Account.email': privately,
  'Account.id': person,
  'Account.legacy': person,
  'Account.linkages': privately,
  'Account.name': person,
  'Account.payer': privately,
  'Account.roles': privately,
  'Account.userType': person,
  'Account.username': privately,

  'AccountConnection.edges': operatorsList,
  'AccountConnection.nodes': operatorsList,
  'AccountConnection.pageInfo': operatorsList,
  'AccountConnection.totalCount': operatorsList,
  'AccountEdge.cursor': operatorsList,
  'AccountEdge.node': operatorsList,

  'CaughtMail.from': mail,
  'CaughtMail.id': mail,
  'CaughtMail.receivedAt': mail,
  'CaughtMail.subject': mail,
  'CaughtMail.text': mail,
  'CaughtMail.to': mail,
  'CaughtMailConnection.edges': operatorsList,
  'CaughtMailConnection.nodes': operatorsList,
  'CaughtMailConnection.pageInfo': operatorsList,
  'CaughtMailConnection.totalCount': operatorsList,
  'CaughtMailEdge.cursor': operatorsList,
  'CaughtMailEdge.node': operatorsList,

  'Court.circuit': open,
  'Court.citation': open,
  'Court.clerks': { any: found('clerk', 'operator') },
  'Court.code': open,
  'Court.contacts': open,
  'Court.helpDeskPhones': open,
  'Court.id': open,
  'Court.loginUrl': open,
  'Court.lookupCode': open,
  'Court.name': open,
  'Court.nextGen': open,
  'Court.nextGenSince': open,
  'Court.offices': open,
  'Court.questions': open,
  'Court.retiredOn': open,
  'Court.signIn': open,
  'Court.states': open,
  'Court.title': open,
  'Court.type': open,
  'Court.webUrl': open,
  'CourtConnection.edges': openList,
  'CourtConnection.nodes': openList,
  'CourtConnection.pageInfo': openList,
  'CourtConnection.totalCount': openList,
  'CourtContact.email': open,
  'CourtContact.name': open,
  'CourtContact.note': open,
  'CourtContact.phone': open,
  'CourtContact.purpose': open,
  'CourtEdge.cursor': openList,
  'CourtEdge.node': openList,
  'CourtOffice.address': open,
  'CourtOffice.email': open,
  'CourtOffice.hours': open,
  'CourtOffice.name': open,
  'CourtOffice.phone': open,
  'CourtQuestion.answer': open,
  'CourtQuestion.question': open,

  'Firm.administrators': firmsOwn,
  'Firm.allowedActions': {
    theFirm: { ...atFirm('EMPTY'), operator: 'VALUE' },
    ofOwnPastRole: { ...atOtherFirm('EMPTY'), operator: 'VALUE' },
    whoPays: { ...signedIn('EMPTY'), operator: 'VALUE' },
  },
  'Firm.createdAt': firm,
  'Firm.id': firm,
  'Firm.linkages': firmsOwn,
  'Firm.name': firm,
  'Firm.number': firm,
  'Firm.usage': firmsOwn,
  'Firm.usageImports': firmsOwn,
  'FirmConnection.edges': operatorsList,
  'FirmConnection.nodes': operatorsList,
  'FirmConnection.pageInfo': operatorsList,
  'FirmConnection.totalCount': operatorsList,
  'FirmEdge.cursor': operatorsList,
  'FirmEdge.node': operatorsList,

  'FirmCreatePayload.firm': payload.object,
  'FirmCreatePayload.userErrors': payload.refusals,

  'HandOver.charge': handOver,
  'HandOver.from': handOver,
  'HandOver.fromCostCenter': { done: operators('NULL') },
  'HandOver.fromPayer': handOver,
  'HandOver.toCostCenter': handOver,
  'HandOver.toPayer': handOver,
  'HandOver.until': handOver,
  'HandOver.uses': handOver,

  'Linkage.account': linkage,
  'Linkage.allowedActions': {
    own: { ...signedIn('EMPTY'), operator: 'VALUE' },
    atFirm: { ...atFirm('EMPTY'), operator: 'VALUE' },
    elsewhere: { ...atOtherFirm('EMPTY'), operator: 'VALUE' },
  },
  'Linkage.costCenter': linkage,
  'Linkage.firm': linkage,
  'Linkage.from': linkage,
  'Linkage.id': linkage,
  'Linkage.inForce': linkage,
  'Linkage.remark': linkage,
  'Linkage.setAt': linkage,
  'Linkage.setBy': {
    own: { ...signedIn('NULL'), operator: 'VALUE' },
    atFirm: { ...atFirm('NULL'), operator: 'VALUE' },
    elsewhere: { ...atOtherFirm('NULL'), operator: 'VALUE' },
  },
  'Linkage.until': linkage,
  'Linkage.version': linkage,
  'LinkageConnection.edges': linkages,
  'LinkageConnection.nodes': linkages,
  'LinkageConnection.pageInfo': linkages,
  'LinkageConnection.totalCount': linkages,
  'LinkageCorrectPayload.linkage': payload.object,
  'LinkageCorrectPayload.movedCharge': payload.object,
  'LinkageCorrectPayload.movedUses': payload.object,
  'LinkageCorrectPayload.userErrors': payload.refusals,
  'LinkageEdge.cursor': linkages,
  'LinkageEdge.node': linkages,
  'LinkagePreview.handOvers': { done: operators('VALUE'), refused: operators('EMPTY') },
  'LinkagePreview.movedCharge': payload.fact,
  'LinkagePreview.movedUses': payload.fact,
  'LinkagePreview.userErrors': payload.refusals,
  'LinkageRemovePayload.movedCharge': payload.object,
  'LinkageRemovePayload.movedUses': payload.object,
  'LinkageRemovePayload.removedLinkage': payload.object,
  'LinkageRemovePayload.userErrors': payload.refusals,
  'LinkageSetPayload.linkage': payload.object,
  'LinkageSetPayload.movedCharge': payload.object,
  'LinkageSetPayload.movedUses': payload.object,
  'LinkageSetPayload.userErrors': payload.refusals,

  'PageInfo.endCursor': grants,
  'PageInfo.hasNextPage': grants,
  'PageInfo.hasPreviousPage': grants,
  'PageInfo.startCursor': grants,

  'Permission.courts': { own: { ...everyone('EMPTY'), clerk: 'VALUE', otherClerk: 'VALUE' } },
  'Permission.description': own,
  'Permission.everywhere': own,
  'Permission.firms': { own: { ...everyone('EMPTY'), administrator: 'VALUE', otherAdministrator: 'VALUE' } },
  'Permission.name': own,

  'PersonName.first': person,
  'PersonName.full': person,
  'PersonName.last': person,
  'PersonName.middle': person,
  'PersonName.prefix': person,
  'PersonName.suffix': person,

  'RateLimit.limit': own,
  'RateLimit.operationLimit': own,
  'RateLimit.remaining': own,
  'RateLimit.restoreRate': own,

  'RoleEndPayload.grant': payload.object,
  'RoleEndPayload.userErrors': payload.refusals,
  'RoleGivePayload.grant': payload.object,
  'RoleGivePayload.userErrors': payload.refusals,

  'RoleGrant.account': grant,
  'RoleGrant.allowedActions': {
    ownPast: signedIn('EMPTY'),
    atFirm: atFirm('EMPTY'),
    atCourt: atCourt('EMPTY'),
    onSite: operators('VALUE'),
  },
  'RoleGrant.court': { ...nothing(grant), atCourt: atCourt('VALUE') },
  'RoleGrant.endedAt': { ...grant, onSite: operators('NULL') },
  'RoleGrant.firm': {
    ...nothing(grant),
    // Whoever has left a firm sees his role there, and no longer the firm.
    ownPast: { ...signedIn('NULL'), otherAdministrator: 'VALUE', operator: 'VALUE' },
    atFirm: atFirm('VALUE'),
  },
  'RoleGrant.from': grant,
  'RoleGrant.givenBy': {
    ownPast: { ...signedIn('NULL'), operator: 'VALUE' },
    atFirm: { ...atFirm('NULL'), operator: 'VALUE' },
    atCourt: { ...atCourt('NULL'), operator: 'VALUE' },
    onSite: operators('VALUE'),
  },
  'RoleGrant.id': grant,
  'RoleGrant.inForce': grant,
  'RoleGrant.remark': grant,
  'RoleGrant.role': grant,
  'RoleGrant.until': grant,
  'RoleGrantConnection.edges': grants,
  'RoleGrantConnection.nodes': grants,
  'RoleGrantConnection.pageInfo': grants,
  'RoleGrantConnection.totalCount': grants,
  'RoleGrantEdge.cursor': grants,
  'RoleGrantEdge.node': grants,

  'ServiceCenter.today': own,
  'ServiceCenter.zone': own,
  'Session.endsAt': session,
  'Session.idleEndsAt': session,
  'Session.signedInAt': session,
  'SignInRefused.message': { wrong: everyone('VALUE') },
  'SignInThrottled.message': { throttled: everyone('VALUE') },
  'SignInThrottled.retryAfterSeconds': { throttled: everyone('VALUE') },
  'SignOutPayload.endedSessions': { here: signedIn('VALUE') },
  'SignOutPayload.userErrors': { here: signedIn('EMPTY') },
  'SignOutPayload.viewer': { here: signedIn('VALUE') },
  'SignedIn.viewer': { right: everyone('VALUE') },

  'UserError.code': { refused: operators('VALUE') },
  'UserError.field': { refused: operators('VALUE') },
  'UserError.message': { refused: operators('VALUE') },

  'Viewer.account': { own: found(...signedInCallers) },
  'Viewer.areas': own,
  'Viewer.clerkCourts': { own: { ...everyone('EMPTY'), clerk: 'VALUE', otherClerk: 'VALUE' } },
  'Viewer.firms': { own: { ...everyone('EMPTY'), administrator: 'VALUE', otherAdministrator: 'VALUE' } },
  'Viewer.permissions': own,
  'Viewer.roles': { own: { ...everyone('VALUE'), anonymous: 'EMPTY', holder: 'EMPTY' } },
  'Viewer.session': { own: found(...signedInCallers) },

  ...usageRows,
  ...codeRows,
  ...importRows,
  ...viewRows,
};
