import { sql } from 'drizzle-orm';
import { verifyAudit } from '../audit/verify';
import { ledgerChecks } from '../billing/ledger-checks';
import { usageChecks } from '../usage/usage-checks';
import { systemActor } from './actor';
import type { Site } from './site';

/** What a check found: how many rows are wrong, and one of them. */
export interface Finding {
  readonly name: string;
  readonly wrong: number;
  readonly example: string | null;
}

/** References between classes of tables, where no foreign key may stand; each query gives what is wrong. */
const checks: Record<string, string> = {
  'every account has its number in the directory': `
    select a.account_number::text from accounts a
    left join seven_digit_numbers n on n.number = a.account_number and n.account_id = a.account_id where n.number is null`,
  'every firm has its number in the directory': `
    select f.number::text from firms f
    left join seven_digit_numbers n on n.number = f.number and n.payer_id = f.payer_id where n.number is null`,
  'every number in the directory has its holder': `
    select n.number::text from seven_digit_numbers n
    left join accounts a on a.account_id = n.account_id left join firms f on f.payer_id = n.payer_id
    where a.account_id is null and f.payer_id is null`,
  'every username in the directory has its credentials': `
    select u.username_key from usernames u left join credentials c on c.account_id = u.account_id where c.account_id is null`,
  'all credentials have their username in the directory': `
    select c.username from credentials c left join usernames u on u.account_id = c.account_id where u.account_id is null`,
  'all credentials have their account': `
    select c.username from credentials c left join accounts a on a.account_id = c.account_id where a.account_id is null`,
  'every role is of an account there is': `
    select g.grant_id::text from role_grants g left join accounts a on a.account_id = g.account_id where a.account_id is null`,
  'every role at a firm is of a firm there is': `
    select g.grant_id::text from role_grants g left join firms f on f.payer_id = g.firm_id
    where g.firm_id is not null and f.payer_id is null`,
  'every role at a court is of a court there is': `
    select g.grant_id::text from role_grants g left join courts c on c.court_id = g.court_id
    where g.court_id is not null and c.court_id is null`,
  'every session is of an account there is': `
    select s.account_id::text from sessions s left join accounts a on a.account_id = s.account_id where a.account_id is null`,
  'every interval of linkage is of an account there is': `
    select l.linkage_id::text from linkages l left join accounts a on a.account_id = l.account_id where a.account_id is null`,
  'every interval of linkage is of a firm there is': `
    select l.linkage_id::text from linkages l left join firms f on f.payer_id = l.payer_id where f.payer_id is null`,
  'every audit subject has its entry': `
    select s.entry_id::text from audit_subjects s
    left join audit_entries e on e.stream_kind = s.stream_kind and e.stream_id = s.stream_id and e.entry_id = s.entry_id
    where e.entry_id is null`,
};

/** Runs every check as the site; nothing is changed. */
export async function checkDatabase(site: Site): Promise<Finding[]> {
  const findings = await site.database.write(systemActor, async (tx) => {
    const found: Finding[] = [];
    for (const [name, query] of Object.entries({ ...checks, ...ledgerChecks, ...usageChecks })) {
      const [row] = await tx.execute<{ wrong: string; example: string | null }>(
        sql`select count(*) as wrong, min(example) as example
          from (${typeof query === 'string' ? sql.raw(query) : query}) as wrong_rows(example)`,
      );
      found.push({ name, wrong: Number(row?.wrong), example: row?.example ?? null });
    }
    return found;
  });
  const broken = await verifyAudit(site);
  const first = broken[0];
  const example = first ? `${first.stream} at ${first.position}: ${first.reason}` : null;
  return [...findings, { name: 'the sealed audit trail is whole', wrong: broken.length, example }];
}
