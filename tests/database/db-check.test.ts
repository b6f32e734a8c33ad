import { sealAudit } from '@countersign/server/audit/seal';
import { checkDatabase } from '@countersign/server/platform/check-database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AuditedDatabase, openAuditedDatabase } from './audit-trail';
import { brokenLedgers } from './broken-ledgers';
import { brokenUsage, soundUse } from './broken-usage';

let audited: AuditedDatabase;
beforeAll(async () => {
  audited = await openAuditedDatabase();
  audited.site.clock.advance(60);
  await sealAudit(audited.site);
});
afterAll(() => audited.close());

const nobody = '00000000-0000-0000-0000-000000000000';
const ada = "(select account_id from usernames where username_key = 'attorney.demo')";

/** For each check: what breaks the thing it looks at, how to mend that, and the example it then shows. */
const breakages: Record<string, readonly [breaks: string, mends: string, example: string | RegExp]> = {
  'every account has its number in the directory': [
    'update accounts set account_number = 9999999 where account_number = 2000006',
    'update accounts set account_number = 2000006 where account_number = 9999999',
    '9999999',
  ],
  'every firm has its number in the directory': [
    'update firms set number = 9999998 where number = 1000001',
    'update firms set number = 1000001 where number = 9999998',
    '9999998',
  ],
  'every number in the directory has its holder': [
    `insert into seven_digit_numbers values (9999997, '${nobody}', null)`,
    'delete from seven_digit_numbers where number = 9999997',
    '9999997',
  ],
  'every username in the directory has its credentials': [
    `insert into usernames values ('stray', '${nobody}')`,
    "delete from usernames where username_key = 'stray'",
    'stray',
  ],
  'all credentials have their username in the directory': [
    `update usernames set account_id = '${nobody}' where username_key = 'attorney.demo'`,
    "update usernames set account_id = (select account_id from credentials where username = 'attorney.demo') where username_key = 'attorney.demo'",
    'attorney.demo',
  ],
  'all credentials have their account': [
    `insert into credentials values ('${nobody}', 'ghost', '', now())`,
    `delete from credentials where account_id = '${nobody}'`,
    'ghost',
  ],
  'every role is of an account there is': [
    `insert into role_grants (account_id, grant_id, role, starts_at) values ('${nobody}', '${nobody}', 'OPERATOR', now())`,
    `delete from role_grants where grant_id = '${nobody}'`,
    nobody,
  ],
  'every role at a firm is of a firm there is': [
    `insert into role_grants (account_id, grant_id, role, firm_id, starts_at) values (${ada}, '${nobody}', 'FIRM_ADMINISTRATOR', '${nobody}', now())`,
    `delete from role_grants where grant_id = '${nobody}'`,
    nobody,
  ],
  'every interval of linkage is of an account there is': [
    `insert into linkages (account_id, linkage_id, payer_id, starts_at, set_at)
      select '${nobody}', '${nobody}', payer_id, now(), now() from firms where number = 1000001`,
    `delete from linkages where linkage_id = '${nobody}'`,
    nobody,
  ],
  'every interval of linkage is of a firm there is': [
    `insert into linkages (account_id, linkage_id, payer_id, starts_at, ends_at, set_at)
      values (${ada}, '${nobody}', '${nobody}', '1999-01-01', '1999-01-02', now())`,
    `delete from linkages where linkage_id = '${nobody}'`,
    nobody,
  ],
  'every role at a court is of a court there is': [
    `insert into role_grants (account_id, grant_id, role, court_id, starts_at) values (${ada}, '${nobody}', 'CLERK', 'nowhere', now())`,
    `delete from role_grants where grant_id = '${nobody}'`,
    nobody,
  ],
  'every session is of an account there is': [
    `insert into sessions values ('${nobody}', '\\x01', now(), now(), now(), '', '')`,
    `delete from sessions where account_id = '${nobody}'`,
    nobody,
  ],
  'every audit subject has its entry': [
    `insert into audit_subjects values ('site', 'site', '${nobody}', 'account', '${nobody}')`,
    `delete from audit_subjects where entry_id = '${nobody}'`,
    nobody,
  ],
  ...brokenLedgers,
  ...brokenUsage,
  'the sealed audit trail is whole': [
    "update audit_entries set action = action || '!' where stream_kind = 'site'",
    "update audit_entries set action = rtrim(action, '!')",
    /^site site at 1: the entry was changed after it was sealed$/,
  ],
};

const wrong = async () => (await checkDatabase(audited.site)).filter((finding) => finding.wrong > 0);

describe('checkDatabase', () => {
  test('finds nothing wrong in the demonstration', async () => {
    const findings = await checkDatabase(audited.site);
    expect(findings.map((finding) => finding.wrong)).toEqual(findings.map(() => 0));
  });

  test('has a way to fail for each of its checks', async () => {
    const findings = await checkDatabase(audited.site);
    expect(findings.map((finding) => finding.name).sort()).toEqual(Object.keys(breakages).sort());
  });

  test.each(Object.keys(breakages))('%s: fails when it is not so', async (name) => {
    const [breaks, mends, example] = breakages[name] as (typeof breakages)[string];
    await audited.tamper(breaks);
    const found = (await wrong()).find((finding) => finding.name === name);
    await audited.tamper(mends);
    expect(found?.wrong).toBeGreaterThan(0);
    expect(found?.example).toMatch(example);
    expect(await wrong()).toEqual([]);
  });

  test('looks at each measure of a total, and at each side of a batch', async () => {
    await audited.tamper(soundUse.makes);
    expect(await wrong()).toEqual([]);
    const breaks: Record<string, string[]> = {
      'totals are those of the uses': [
        "update usage_total_deltas set uncoded_cents = 31 where grouping = 'CLIENT' and period = 'WEEK'",
        "delete from usage_total_deltas where grouping = 'COURT_CLIENT'",
        "update usage_total_deltas set exempt_uses = 1 where grouping = 'NONE' and period = 'DAY'",
      ],
      'batches hold what they say': [
        'update usage_batch_quarters set charge_cents = charge_cents + 1',
        'delete from usage_batch_quarters',
        'update usage_batches set uses = uses + 1',
      ],
    };
    const [id, without] = [soundUse.useId, soundUse.mends];
    for (const [name, statements] of Object.entries(breaks)) {
      for (const statement of statements) {
        const mine = name.startsWith('totals') ? `change_id = '${id}'` : `batch_id = '${id}'`;
        await audited.tamper(`${statement} ${statement.includes('where') ? 'and' : 'where'} ${mine}`);
        expect((await wrong()).map((finding) => finding.name)).toEqual([name]);
        await audited.tamper(`${without}; ${soundUse.makes}`);
      }
    }
    await audited.tamper(without);
    expect(await wrong()).toEqual([]);
  });
});
