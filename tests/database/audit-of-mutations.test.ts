import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { codeAssigned, codeUndo } from '../support/client-codes';
import { done, upload } from '../support/imports';
import { withoutLinkages } from '../support/linkages';
import { keptView, viewDelete, viewUpdate } from '../support/saved-views';
import { plainSql } from '../support/sql';
import { openTestSite, type TestSite } from '../support/test-site';
import { addUses, keysByNumber } from '../support/usage';

let site: TestSite;
let superuser: postgres.Sql;
beforeAll(async () => {
  site = await openTestSite();
  await withoutLinkages(site.db);
  superuser = plainSql(site.db.superuserUrl);
  const keyOf = await keysByNumber(superuser);
  await addUses(superuser, [
    { payerId: keyOf(1000001), accountId: keyOf(2000006), at: '2026-05-04T15:00:00Z' },
  ]);
});
afterAll(async () => {
  await superuser.end();
  await site.close();
});

const give = (idempotencyKey: string) => ({
  input: { account: '2000006', role: 'CLERK', court: 'mowd', remark: 'for the test', idempotencyKey },
});
const giveRole =
  'mutation ($input: RoleGiveInput!) { roleGive(input: $input) { grant { id } userErrors { code } } }';
const endRole =
  'mutation ($input: RoleEndInput!) { roleEnd(input: $input) { grant { id } userErrors { code } } }';

const callAsOperator = async (name: string, input: Record<string, unknown>) => {
  const operator = await site.signedIn('operator.demo');
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const inside = name === 'linkageSet' ? 'linkage { id }' : '';
  const data = await operator.data(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${inside} userErrors { code message } } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
  );
  expect(data[name].userErrors).toEqual([]);
  return data[name];
};

let days = 0;
/** Links somebody for a day that nothing else is in. */
const link = async (): Promise<string> => {
  days += 2;
  const day = (number: number) => new Date(Date.UTC(2020, 0, number)).toISOString();
  const interval = { from: day(days), until: day(days + 1) };
  const { linkage } = await callAsOperator('linkageSet', {
    account: '2000006',
    firm: '1000001',
    ...interval,
  });
  return linkage.id;
};

/** Gives a code that the use has not had yet. */
const assignCode = async () => {
  codes += 1;
  const wish = { payer: '1000001', filter: {}, clientCode: `C-${codes}` };
  return (await codeAssigned(await site.signedIn('firmadmin.demo'), wish)).id;
};
let codes = 0;

/** Keeps a view under a name of its own. */
const keepView = async () => {
  views += 1;
  return (await keptView(await site.signedIn('attorney.demo'), { name: `View ${views}` })).id;
};
let views = 0;

const bySomebody = {
  stream_kind: 'account',
  actor_kind: 'account',
  number: 2000006,
  address: '203.0.113.7',
};

const byAdministrator = {
  stream_kind: 'firm',
  actor_kind: 'account',
  number: 2000002,
  address: '203.0.113.7',
};

const byOperatorAtFirm = {
  stream_kind: 'firm',
  actor_kind: 'operator',
  number: 2000001,
  address: '203.0.113.7',
};

/** A file of the firm's, uploaded by its administrator, and what is done with it. */
const withUpload = async (...verbs: Parameters<typeof done>[1][]): Promise<unknown> => {
  const administrator = await site.signedIn('firmadmin.demo');
  const list = 'Account Number,Date,Court,Type,Charge\n2000006,2025-01-31,mowd,Document,0.30\n';
  const { id } = await upload(administrator, '1000001', list);
  for (const verb of verbs) await done(administrator, verb, id ?? '');
  return { administrator, id };
};
const discardNew = async () => {
  const administrator = await site.signedIn('firmadmin.demo');
  const { id } = await upload(administrator, '1000001', 'Date,Charge\n2025-01-31,0.30\n');
  await administrator.data(
    'mutation ($input: UsageImportDiscardInput!) { usageImportDiscard(input: $input) { discardedImport } }',
    { input: { import: id, expectedVersion: 1 } },
  );
};
const sendReceipt = async () => {
  await link();
  const transactionDate = new Date(Date.UTC(2020, 0, days, 12)).toISOString();
  const receipt = {
    transactionDate,
    accountNumber: 2000006,
    billablePages: 1,
    searchFee: '0.10',
    search: 'Smith',
  };
  const administrator = await site.signedIn('firmadmin.demo');
  const { usageReceiptsImport } = await administrator.data(
    'mutation ($input: UsageReceiptsImportInput!) { usageReceiptsImport(input: $input) { results { outcome } } }',
    { input: { payer: '1000001', receipts: [receipt], idempotencyKey: randomUUID() } },
  );
  expect(usageReceiptsImport.results).toEqual([{ outcome: 'WRITTEN' }]);
};

/** Each mutation of the schema as somebody calls it, with the entry it must leave. */
const mutations: Record<string, { call: () => Promise<unknown>; entry: Record<string, unknown> }> = {
  signIn: {
    call: () => site.visitor().signIn('attorney.demo'),
    entry: {
      stream_kind: 'account',
      action: 'signin.session.started',
      actor_kind: 'signin',
      number: 2000006,
      address: '203.0.113.7',
    },
  },
  signOut: {
    call: async () =>
      (await site.signedIn('attorney.demo')).data(
        'mutation { signOut(input: { everywhere: true }) { endedSessions } }',
      ),
    entry: {
      stream_kind: 'account',
      action: 'signin.session.ended',
      actor_kind: 'account',
      number: 2000006,
      address: '203.0.113.7',
    },
  },
  roleGive: {
    call: async () => (await site.signedIn('operator.demo')).data(giveRole, give('audited')),
    entry: {
      stream_kind: 'court',
      action: 'accounts.role.given',
      actor_kind: 'operator',
      number: 2000001,
      address: '203.0.113.7',
    },
  },
  firmCreate: {
    call: () => callAsOperator('firmCreate', { name: 'Audited LLP', administrator: '2000006' }),
    entry: { ...byOperatorAtFirm, action: 'firms.firm.created' },
  },
  linkageSet: { call: link, entry: { ...byOperatorAtFirm, action: 'firms.linkage.set' } },
  linkageCorrect: {
    call: async () =>
      callAsOperator('linkageCorrect', { linkage: await link(), expectedVersion: 1, costCenter: 'Tax' }),
    entry: { ...byOperatorAtFirm, action: 'firms.linkage.corrected' },
  },
  linkageRemove: {
    call: async () => callAsOperator('linkageRemove', { linkage: await link(), expectedVersion: 1 }),
    entry: { ...byOperatorAtFirm, action: 'firms.linkage.removed' },
  },
  savedViewCreate: {
    call: () => keepView(),
    entry: { ...bySomebody, action: 'usage.view.created' },
  },
  savedViewUpdate: {
    call: async () =>
      viewUpdate(await site.signedIn('attorney.demo'), { view: await keepView(), query: 'a' }),
    entry: { ...bySomebody, action: 'usage.view.updated' },
  },
  savedViewDelete: {
    call: async () => viewDelete(await site.signedIn('attorney.demo'), await keepView()),
    entry: { ...bySomebody, action: 'usage.view.deleted' },
  },
  usageCodeAssign: { call: assignCode, entry: { ...byAdministrator, action: 'usage.code.assigned' } },
  usageCodeUndo: {
    call: async () => codeUndo(await site.signedIn('firmadmin.demo'), { change: await assignCode() }),
    entry: { ...byAdministrator, action: 'usage.code.undone' },
  },
  usageImportMap: {
    call: () => withUpload('Map'),
    entry: { ...byAdministrator, action: 'usage.import.mapped' },
  },
  usageImportCheck: {
    call: () => withUpload('Check'),
    entry: { ...byAdministrator, action: 'usage.import.checked' },
  },
  usageImportRun: {
    call: () => withUpload('Run'),
    entry: { ...byAdministrator, action: 'usage.import.begun' },
  },
  usageImportCancel: {
    call: () => withUpload('Check', 'Cancel'),
    entry: { ...byAdministrator, action: 'usage.import.cancelled' },
  },
  usageImportDiscard: {
    call: discardNew,
    entry: { ...byAdministrator, action: 'usage.import.discarded' },
  },
  usageReceiptsImport: {
    call: sendReceipt,
    entry: { ...byAdministrator, action: 'usage.uses.imported' },
  },
  roleEnd: {
    call: async () => {
      const operator = await site.signedIn('operator.demo');
      const { roleGive } = await operator.data(giveRole, give('audited'));
      await operator.data(endRole, { input: { grant: roleGive.grant.id, idempotencyKey: 'ended' } });
    },
    entry: {
      stream_kind: 'court',
      action: 'accounts.role.ended',
      actor_kind: 'operator',
      number: 2000001,
      address: '203.0.113.7',
    },
  },
};

let latest: string;
beforeEach(async () => {
  const [last] = await superuser`select max(entry_id::text) as id from audit_entries`;
  latest = last?.id;
});
const entriesSince = () => superuser`
  select e.stream_kind, e.action, e.actor_kind, a.account_number as number, e.address, e.request_id, e.details, e.entry_id
  from audit_entries e left join accounts a on a.account_id = e.actor_account_id
  where e.entry_id::text > ${latest} order by e.entry_id`;

test('every mutation of the schema is among those driven here', () => {
  expect(Object.keys(mutations).sort()).toEqual(
    Object.keys(site.schema.getMutationType()?.getFields() ?? {}).sort(),
  );
});

test.each(Object.keys(mutations))(
  '%s leaves one entry that says who did what and from where',
  async (name) => {
    const { call, entry } = mutations[name] as (typeof mutations)[string];
    await call();
    const found = (await entriesSince()).filter((row) => row.action === entry.action);
    expect(found).toEqual([expect.objectContaining(entry)]);
    expect(found[0]?.request_id).toMatch(/^[0-9a-f-]{36}$/);
  },
);

test('a refused sign-in leaves an entry in the account’s stream, one of an unknown name in the site’s', async () => {
  await site.visitor().signIn('attorney.demo', 'wrong password');
  await site.visitor().signIn('no such person', 'wrong password');
  const found = await entriesSince();
  expect(found.map((row) => [row.stream_kind, row.action])).toEqual([
    ['account', 'signin.session.refused'],
    ['site', 'signin.session.refused'],
  ]);
  expect(JSON.stringify(found)).not.toContain('wrong password');
});

test('the person a role is given to is a subject of the entry', async () => {
  const operator = await site.signedIn('operator.demo');
  await operator.data(giveRole, {
    input: { account: '2000007', role: 'CLERK', court: 'mowb', idempotencyKey: 'subject' },
  });
  const given = (await entriesSince()).find((row) => row.action === 'accounts.role.given');
  const subjects = await superuser`
    select a.account_number as number from audit_subjects s join accounts a on a.account_id::text = s.subject_id
    where s.entry_id = ${given?.entry_id} and s.subject_kind = 'account'`;
  expect(subjects).toEqual([{ number: 2000007 }]);
});

test('what was refused leaves no entry of having been done', async () => {
  const operator = await site.signedIn('operator.demo');
  const { roleGive } = await operator.data(giveRole, {
    input: { account: '2000001', role: 'CLERK', court: 'mowb', idempotencyKey: 'refused' },
  });
  expect(roleGive.userErrors).toEqual([{ code: 'ONESELF' }]);
  expect((await entriesSince()).map((row) => row.action)).toEqual(['signin.session.started']);
});
