import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ApiClient } from '../support/api-client';
import {
  correctedTo,
  linkageCorrect,
  linkageRemove,
  linkageSet,
  linked,
  refusalsOf,
  withoutLinkages,
} from '../support/linkages';
import { firms, people } from '../support/roles';
import { plainSql } from '../support/sql';
import { openTestSite, type TestSite } from '../support/test-site';

let site: TestSite;
let sql: postgres.Sql;
let operator: ApiClient;
beforeAll(async () => {
  site = await openTestSite();
  await withoutLinkages(site.db);
  sql = plainSql(site.db.superuserUrl);
  operator = await site.signedIn('operator.demo');
});
afterAll(async () => {
  await sql.end();
  await site.close();
});
afterEach(() => sql`truncate linkages`);

const from = '2025-01-01T06:00:00.000Z';
const until = '2025-07-01T05:00:00.000Z';
const ada = { account: people.attorney, firm: firms.hawthorne, from, until };
const inDays = (days: number) => new Date(site.clock.at.getTime() + days * 86_400_000).toISOString();

/** Everything a change of an interval writes. */
async function written() {
  const [row] = await sql`
    select (select count(*) from linkages) as intervals, (select sum(version) from linkages) as versions,
      (select count(*) from mail_messages) as mails, (select count(*) from idempotency_keys) as keys,
      (select count(*) from audit_entries where action like 'firms.%') as entries`;
  return row;
}

/** The latest audit entry about an interval, with whom it is about. */
async function latestEntry() {
  const [entry] = await sql`
    select e.stream_kind, f.number as firm, e.action, e.details, o.account_number as actor, a.account_number as subject
    from audit_entries e join firms f on f.payer_id::text = e.stream_id
    join accounts o on o.account_id = e.actor_account_id
    join audit_subjects s using (stream_kind, stream_id, entry_id) join accounts a on a.account_id::text = s.subject_id
    where e.action like 'firms.linkage.%' order by e.entry_id desc limit 1`;
  return entry;
}

const latestMails = (count: number) =>
  sql`select to_address as "to", subject, text from mail_messages order by mail_id desc limit ${count}`.then(
    (rows) => [...rows].reverse(),
  );

describe('setting an interval', () => {
  test('answers with it', async () => {
    const linkage = await linked(operator, { ...ada, costCenter: ' Tax ', remark: ' Joined. ' });
    expect(linkage).toEqual({
      id: expect.any(String),
      from,
      until,
      inForce: false,
      costCenter: 'Tax',
      remark: 'Joined.',
      setAt: site.clock.at.toISOString(),
      version: 1,
      allowedActions: ['CORRECT', 'REMOVE'],
      account: { accountNumber: people.attorney },
      firm: { number: firms.hawthorne },
      setBy: { accountNumber: people.operator },
    });
  });

  test.each([
    ['in force that is open', { until: null }, true],
    ['in force that has an end', { until: inDaysFromNow(1) }, true],
    ['not yet in force', { from: inDaysFromNow(1), until: null }, false],
  ])('%s', async (_, times, inForce) => {
    expect(await linked(operator, { ...ada, ...times })).toMatchObject({ inForce });
  });

  test('is in force from its first instant until the first behind it', async () => {
    const start = site.clock.at;
    const { id } = await linked(operator, { ...ada, from: inDays(1), until: inDays(2) });
    const inForce = async (at: Date) => {
      site.clock.at = at;
      const client = await site.signedIn('operator.demo');
      return (await client.data('query ($id: ID!) { node(id: $id) { ... on Linkage { inForce } } }', { id }))
        .node.inForce;
    };
    const after = (milliseconds: number) => new Date(start.getTime() + milliseconds);
    const day = 86_400_000;
    expect(await inForce(after(day - 1))).toBe(false);
    expect(await inForce(after(day))).toBe(true);
    expect(await inForce(after(2 * day - 1))).toBe(true);
    expect(await inForce(after(2 * day))).toBe(false);
    site.clock.at = start;
    operator = await site.signedIn('operator.demo');
  });

  test('takes global ids as it takes numbers', async () => {
    const { account, firm } = await operator.data(
      `{ account(id: "${people.attorney}") { id } firm(id: "${firms.hawthorne}") { id } }`,
    );
    const linkage = await linked(operator, { ...ada, account: account.id, firm: firm.id });
    expect(linkage).toMatchObject({ account: { accountNumber: people.attorney } });
  });

  test('may begin in the instant another ends, and end in the one another begins', async () => {
    await linked(operator, { ...ada, from: until, until: inDays(1) });
    await linked(operator, ada);
    await linked(operator, { ...ada, firm: firms.lindqvist, from: inDays(1), until: null });
  });

  test('writes interval, mails, entry and key in one transaction', async () => {
    const key = randomUUID();
    site.clock.advance(7);
    await linked(operator, { ...ada, idempotencyKey: key });
    const at = site.clock.at;
    const rows = await sql<{ what: string; xmin: string }[]>`
      select 'interval' as what, xmin::text from linkages where set_at = ${at}
      union all select 'mail', xmin::text from mail_messages where created_at = ${at}
      union all select action, xmin::text from audit_entries where at = ${at}
      union all select 'key', xmin::text from idempotency_keys where key = ${key}`;
    expect(rows.map((row) => row.what).sort()).toEqual([
      'firms.linkage.set',
      'interval',
      'key',
      'mail',
      'mail',
    ]);
    expect(new Set(rows.map((row) => row.xmin)).size).toBe(1);
  });

  test('is in the firm’s audit trail, with the person as subject', async () => {
    await linked(operator, { ...ada, remark: 'Joined.' });
    expect(await latestEntry()).toEqual({
      stream_kind: 'firm',
      firm: 1000001,
      action: 'firms.linkage.set',
      actor: 2000001,
      subject: 2000006,
      details: expect.objectContaining({ startsAt: from, endsAt: until, remark: 'Joined.' }),
    });
  });

  test('tells the holder and each administrator, in the time of the service center', async () => {
    await linked(operator, ada);
    expect(await latestMails(2)).toEqual([
      {
        to: 'ada.quist@hawthornereyes.test',
        subject: 'Hawthorne & Reyes LLP pays for what your account uses',
        text: expect.stringContaining(
          'Hawthorne & Reyes LLP (1000001) answers for your PACER account 2000006 from Jan 1, 2025, 12:00 AM CST until Jul 1, 2025, 12:00 AM CDT.',
        ),
      },
      {
        to: 'farah.hawthorne@hawthornereyes.test',
        subject: 'Ada Quist is linked to Hawthorne & Reyes LLP',
        text: expect.stringContaining(
          'Ada Quist (2000006) is linked to Hawthorne & Reyes LLP (1000001) from Jan 1',
        ),
      },
    ]);
  });

  test('tells an administrator who is linked himself once', async () => {
    const before = await written();
    await linked(operator, { ...ada, account: people.firmAdministrator });
    expect(Number((await written())?.mails)).toBe(Number(before?.mails) + 1);
  });
});

function inDaysFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString();
}

describe('setting is refused, and nothing is written,', () => {
  test.each<[string, Record<string, unknown>, string, string]>([
    ['for an unknown account', { ...ada, account: '9999999' }, 'NOT_FOUND', 'account'],
    ['for a firm’s number as account', { ...ada, account: firms.hawthorne }, 'NOT_FOUND', 'account'],
    ['for an unknown firm', { ...ada, firm: '9999999' }, 'NOT_FOUND', 'firm'],
    ['for an account’s number as firm', { ...ada, firm: people.attorney }, 'NOT_FOUND', 'firm'],
    ['that ends as it begins', { ...ada, until: from }, 'INVALID', 'until'],
    ['from before there were uses', { ...ada, from: '1999-12-31T00:00:00Z' }, 'INVALID', 'from'],
    ['that begins in two years', { ...ada, from: inDaysFromNow(730), until: null }, 'INVALID', 'from'],
    ['that ends in a century', { ...ada, until: '2126-01-01T00:00:00Z' }, 'INVALID', 'until'],
    ['with a long cost center', { ...ada, costCenter: 'x'.repeat(101) }, 'INVALID', 'costCenter'],
    ['with a long remark', { ...ada, remark: 'x'.repeat(501) }, 'INVALID', 'remark'],
    ['with an empty key', { ...ada, idempotencyKey: '' }, 'INVALID', 'idempotencyKey'],
  ])('%s', async (_, input, code, field) => {
    const before = await written();
    expect(refusalsOf(await linkageSet(operator, input))).toEqual([[code, ['input', field]]]);
    expect(await written()).toEqual(before);
  });

  test('where another firm answers already, and says which and when', async () => {
    await linked(operator, { ...ada, firm: firms.lindqvist });
    const before = await written();
    const answer = await linkageSet(operator, { ...ada, from: '2025-06-30T00:00:00Z', until: null });
    expect(refusalsOf(answer)).toEqual([['OVERLAP', ['input', 'from']]]);
    expect(answer.data.linkageSet.userErrors[0].message).toContain(
      'Lindqvist Law Group PC answers for this account from Jan 1, 2025, 12:00 AM CST until Jul 1, 2025, 12:00 AM CDT',
    );
    expect(await written()).toEqual(before);
  });

  test('for a group account, and says what to do', async () => {
    await sql`update accounts set user_type = 'GROUP' where account_number = ${people.legacy}`;
    const answer = await linkageSet(operator, { ...ada, account: people.legacy });
    await sql`update accounts set user_type = 'INDIVIDUAL' where account_number = ${people.legacy}`;
    expect(refusalsOf(answer)).toEqual([['INVALID', ['input', 'account']]]);
    expect(answer.data.linkageSet.userErrors[0].message).toContain('link the account of each person instead');
  });

  test.each(['firmadmin.demo', 'attorney.demo', 'clerk.mowd'])('to %s', async (username) => {
    const { errors } = await linkageSet(await site.signedIn(username), ada);
    expect(errors.map((error) => error.extensions.code)).toEqual(['FORBIDDEN']);
  });
});

describe('correcting an interval', () => {
  test('changes what is given, and leaves what is left out', async () => {
    const linkage = await linked(operator, { ...ada, costCenter: 'Tax', remark: 'Joined.' });
    site.clock.advance(60);
    const later = await correctedTo(operator, linkage, { from: '2025-02-01T06:00:00.000Z' });
    expect(later).toEqual({
      ...linkage,
      from: '2025-02-01T06:00:00.000Z',
      setAt: site.clock.at.toISOString(),
      version: 2,
    });
    const open = await correctedTo(operator, later, { until: null, costCenter: null, remark: 'Never left.' });
    expect(open).toMatchObject({
      from: later.from,
      until: null,
      costCenter: null,
      remark: 'Never left.',
      inForce: true,
      version: 3,
    });
    expect(await correctedTo(operator, open, {})).toMatchObject({
      until: null,
      remark: 'Never left.',
      version: 4,
    });
  });

  test('is in the audit trail with before and after', async () => {
    const linkage = await linked(operator, ada);
    await correctedTo(operator, linkage, { until: null });
    expect(await latestEntry()).toMatchObject({
      action: 'firms.linkage.corrected',
      firm: 1000001,
      subject: 2000006,
      details: {
        before: { startsAt: from, endsAt: until },
        after: { startsAt: from, endsAt: null },
      },
    });
  });

  test('tells both sides the times before and after, and nobody when they stay', async () => {
    const linkage = await linked(operator, ada);
    const later = await correctedTo(operator, linkage, { until: '2025-06-01T05:00:00.000Z' });
    const mails = await latestMails(2);
    expect(mails.map((mail) => mail.subject)).toEqual([
      'Corrected: when Hawthorne & Reyes LLP pays for your account',
      'Corrected: when Ada Quist is linked to Hawthorne & Reyes LLP',
    ]);
    expect(mails[0]?.text).toContain(
      'until Jun 1, 2025, 12:00 AM CDT. Before, it was held to be from Jan 1, 2025, 12:00 AM CST until Jul 1, 2025, 12:00 AM CDT.',
    );
    const before = await written();
    await correctedTo(operator, later, { costCenter: 'Tax' });
    expect((await written())?.mails).toBe(before?.mails);
  });

  test('is refused when somebody corrected it meanwhile, or took it back', async () => {
    const linkage = await linked(operator, ada);
    await correctedTo(operator, linkage, { until: null });
    const before = await written();
    const again = { linkage: linkage.id, expectedVersion: 1, until: null };
    expect(refusalsOf(await linkageCorrect(operator, again))).toEqual([
      ['STALE', ['input', 'expectedVersion']],
    ]);
    expect(refusalsOf(await linkageRemove(operator, { linkage: linkage.id, expectedVersion: 1 }))).toEqual([
      ['STALE', ['input', 'expectedVersion']],
    ]);
    expect(await written()).toEqual(before);
    await linkageRemove(operator, { linkage: linkage.id, expectedVersion: 2 });
    expect(refusalsOf(await linkageCorrect(operator, { ...again, expectedVersion: 2 }))).toEqual([
      ['NOT_FOUND', ['input', 'linkage']],
    ]);
  });

  test.each<[string, Record<string, unknown>, string, string]>([
    ['an end before the beginning', { until: '2024-12-31T00:00:00Z' }, 'INVALID', 'until'],
    ['a beginning behind the end', { from: '2025-08-01T00:00:00Z' }, 'INVALID', 'until'],
    ['times of another interval', { until: null }, 'OVERLAP', 'until'],
    ['a long cost center', { costCenter: 'x'.repeat(101) }, 'INVALID', 'costCenter'],
  ])('is refused for %s', async (_, change, code, field) => {
    const linkage = await linked(operator, ada);
    await linked(operator, { ...ada, firm: firms.lindqvist, from: '2025-09-01T00:00:00Z', until: null });
    const before = await written();
    const answer = await linkageCorrect(operator, { linkage: linkage.id, expectedVersion: 1, ...change });
    expect(refusalsOf(answer)).toEqual([[code, ['input', field]]]);
    expect(await written()).toEqual(before);
  });

  test('is refused for what is no interval', async () => {
    const ids = ['', 'x', Buffer.from(`linkage:${randomUUID()}:${randomUUID()}`).toString('base64url')];
    for (const linkage of ids) {
      const input = { linkage, expectedVersion: 1 };
      expect(refusalsOf(await linkageCorrect(operator, input))).toEqual([
        ['NOT_FOUND', ['input', 'linkage']],
      ]);
      expect(refusalsOf(await linkageRemove(operator, input))).toEqual([['NOT_FOUND', ['input', 'linkage']]]);
    }
  });

  test('is refused to whoever may not set intervals', async () => {
    const linkage = await linked(operator, ada);
    for (const username of ['firmadmin.demo', 'attorney.demo']) {
      const client = await site.signedIn(username);
      const input = { linkage: linkage.id, expectedVersion: 1 };
      for (const answer of [await linkageCorrect(client, input), await linkageRemove(client, input)])
        expect(answer.errors.map((error) => error.extensions.code)).toEqual(['FORBIDDEN']);
    }
  });
});

describe('taking an interval back', () => {
  test('leaves nothing of it but the audit trail and the mail', async () => {
    const linkage = await linked(operator, { ...ada, until: null });
    const answer = await linkageRemove(operator, {
      linkage: linkage.id,
      expectedVersion: 1,
      remark: 'Wrong person.',
    });
    expect(answer.data.linkageRemove).toEqual({
      removedLinkage: linkage.id,
      movedUses: 0,
      movedCharge: { cents: 0 },
      userErrors: [],
    });
    expect(await sql`select from linkages`).toHaveLength(0);
    expect(await latestEntry()).toMatchObject({
      action: 'firms.linkage.removed',
      details: { before: { startsAt: from, endsAt: null }, remark: 'Wrong person.' },
    });
    expect((await latestMails(2)).map((mail) => mail.subject)).toEqual([
      'Taken back: Hawthorne & Reyes LLP pays for your account',
      'Taken back: Ada Quist is linked to Hawthorne & Reyes LLP',
    ]);
    const { node } = await operator.data('query ($id: ID!) { node(id: $id) { id } }', { id: linkage.id });
    expect(node).toBeNull();
  });

  test('lets another be set in its time', async () => {
    const linkage = await linked(operator, ada);
    await linkageRemove(operator, { linkage: linkage.id, expectedVersion: 1 });
    await linked(operator, { ...ada, firm: firms.lindqvist });
  });
});

describe('a key makes a second call harmless', () => {
  test('of setting, even after it was corrected', async () => {
    const input = { ...ada, idempotencyKey: randomUUID() };
    const first = await linked(operator, input);
    await correctedTo(operator, first, { until: null });
    const before = await written();
    expect(await linked(operator, input)).toMatchObject({ id: first.id, until: null, version: 2 });
    expect(await written()).toEqual(before);
  });

  test('of correcting and of taking back', async () => {
    const { id } = await linked(operator, ada);
    const correction = { linkage: id, expectedVersion: 1, until: null, idempotencyKey: randomUUID() };
    const removal = { linkage: id, expectedVersion: 2, idempotencyKey: randomUUID() };
    const corrected = await linkageCorrect(operator, correction);
    expect((await linkageCorrect(operator, correction)).data).toEqual(corrected.data);
    const removed = await linkageRemove(operator, removal);
    expect(removed.data.linkageRemove.removedLinkage).toBe(id);
    const before = await written();
    expect((await linkageRemove(operator, removal)).data).toEqual(removed.data);
    expect(await written()).toEqual(before);
  });

  test('and twenty at once set one interval', async () => {
    const input = { ...ada, idempotencyKey: randomUUID() };
    const answers = await Promise.all(Array.from({ length: 20 }, () => linkageSet(operator, input)));
    expect(new Set(answers.map(({ data, errors }) => JSON.stringify([data, errors]))).size).toBe(1);
    expect(await sql`select from linkages`).toHaveLength(1);
  });

  test('but not with another input', async () => {
    const input = { ...ada, idempotencyKey: randomUUID() };
    const { id } = await linked(operator, input);
    expect(refusalsOf(await linkageSet(operator, { ...input, costCenter: 'Tax' }))).toEqual([
      ['IDEMPOTENCY_MISMATCH', ['input', 'idempotencyKey']],
    ]);
    const key = randomUUID();
    await linkageCorrect(operator, { linkage: id, expectedVersion: 1, until: null, idempotencyKey: key });
    const other = { linkage: id, expectedVersion: 1, idempotencyKey: key };
    expect(refusalsOf(await linkageCorrect(operator, other))).toEqual([
      ['IDEMPOTENCY_MISMATCH', ['input', 'idempotencyKey']],
    ]);
  });
});
