import { globalId } from '@countersign/server/api/global-id';
import { dayOf } from '@countersign/shared/usage/day';
import type postgres from 'postgres';
import { v7 as uuidv7 } from 'uuid';
import type { TestSite } from '../support/test-site';
import { addUses, recountTotals, type TestUse, usualBatch } from '../support/usage';

interface Parties {
  readonly firm: string;
  readonly otherFirm: string;
  /** Whose uses the firm pays for. */
  readonly colleague: string;
  /** Who gives the firm's uses client codes. */
  readonly administrator: string;
  readonly operator: string;
  /** Each has a use that the other firm paid for in 2025, and one he paid for himself in 2024. */
  readonly everybody: readonly string[];
}

const day = 86_400_000;

/** Client codes that were given to uses of a payer's and taken back again, with nothing left out. */
const undoneChange = '00000000-0000-7000-8000-0000000c0de1';
/** One that stands. */
const standingChange = '00000000-0000-7000-8000-0000000c0de2';

/** Gives everybody usage with nothing left out of it; returns the ids of a use of the firm's and of what belongs to it. */
export async function addUsage(
  site: TestSite,
  sql: postgres.Sql,
  { firm, otherFirm, colleague, everybody, administrator, operator }: Parties,
): Promise<{ use: string; batch: string; codeChange: string; standingChange: string; savedView: string }> {
  const use = (payerId: string, accountId: string, at: Date | string): TestUse => {
    const instant = new Date(at);
    return {
      useId: uuidv7(),
      payerId,
      accountId,
      at: instant.toISOString(),
      day: dayOf(instant, site.serviceCenter.zone),
      chargeCents: 300,
      expectedCents: 270,
      exempt: 'CJA',
      clientCode: 'C-1',
      costCenter: 'LIT',
      caseNumber: '4:26-cv-1',
      description: 'Order',
      search: 'Smith',
    };
  };
  const now = site.clock.now();
  const ofFirm = use(firm, colleague, now);
  await addUses(sql, [
    ofFirm,
    use(firm, colleague, new Date(now.getTime() - 60 * day)),
    ...everybody.flatMap((one) => [
      use(otherFirm, one, '2025-06-02T15:00:00Z'),
      use(one, one, '2024-06-03T15:00:00Z'),
    ]),
  ]);
  await sql`update uses set transaction_id = 'T-1', exempt_note = 'appointed', bytes = 4320`;
  await sql`update usage_batches set at = now()`;
  await sql`
    insert into use_sightings (payer_id, quarter, use_id, batch_id, line)
    select payer_id, quarter, use_id, batch_id, 2 from uses`;
  await recountTotals(sql);
  for (const [payer, by] of [[firm, administrator] as const, ...everybody.map((one) => [one, one] as const)])
    await sql`
      insert into client_code_assignments (payer_id, assignment_id, number, client_code, assigned_by, at, filter, uses,
        charge_cents, undone_at, undone_by, undone_uses)
      values (${payer}, ${undoneChange}, 1, 'C-1', ${by}, now(), '{"quarter": "2026-Q1"}', 2, 60, now(), ${by}, 1),
        (${payer}, ${standingChange}, 2, 'C-1', ${by}, now(), '{"quarter": "2026-Q1"}', 2, 60, null, null, null)`;
  const views = [...everybody.map((one) => [one, one]), [administrator, firm], [operator, firm]];
  for (const [account = '', payer = ''] of views)
    await sql`insert into saved_views (account_id, view_id, payer_id, name, query, columns, created_at)
      values (${account}, ${payer}, ${payer}, 'Mine', 'quarter=2026-Q1', '["at"]', now())`;
  const quarter = `${ofFirm.day?.slice(0, 5)}${['01', '04', '07', '10'][Math.floor((Number(ofFirm.day?.slice(5, 7)) - 1) / 3)]}-01`;
  return {
    use: globalId('use', firm, quarter, ofFirm.useId as string),
    batch: globalId('usageBatch', firm, usualBatch),
    codeChange: globalId('usageCodeChange', firm, undoneChange),
    standingChange: globalId('usageCodeChange', firm, standingChange),
    savedView: globalId('savedView', administrator, firm),
  };
}
