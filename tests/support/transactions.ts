import { addDays } from '@countersign/shared/usage/day';
import { quarterAfter, quarterLabel, quarterOf, quarterWord } from '@countersign/shared/usage/quarter';
import { serviceCenter } from './cluster';
import { plainSql } from './sql';
import { openTestSite, type TestSite } from './test-site';
import { addUses, keysByNumber, type TestUse } from './usage';

const last = quarterAfter(quarterOf(new Date(), serviceCenter.zone), -1);

/** The quarter in which everything was used: the last that is over, so that none is empty for being young. */
export const lastQuarter = { word: quarterWord(last), label: quarterLabel(last), ...last };

/** How many uses the firm has, and what they come to in dollars. */
export const told = { uses: 60, charged: '$12.50' };

/** A site with pages on which a firm's people, and one who pays for himself, have used PACER. */
export async function openSiteWithUses(): Promise<TestSite> {
  const site = await openTestSite({}, true);
  const sql = plainSql(site.db.superuserUrl);
  const keyOf = await keysByNumber(sql);
  const firm = { payerId: keyOf(1000001), accountId: keyOf(2000006) };
  const dayAt = (n: number) => addDays(last.startsOn, n);
  const uses: TestUse[] = Array.from({ length: told.uses - 3 }, (_, i) => ({
    ...firm,
    accountId: keyOf(i % 3 === 0 ? 2000046 : 2000006),
    at: `${dayAt(i)}T17:00:00Z`,
    courtId: i % 2 === 0 ? 'mowd' : 'mowb',
    clientCode: i % 5 === 0 ? '' : `C-${i % 4}`,
    kind: i % 4 === 0 ? 'DOCKET_REPORT' : 'DOCUMENT',
    chargeCents: 10 + (i % 3) * 10,
    caseNumber: `4:24-cv-${String(i % 10).padStart(5, '0')}`,
  }));
  const special: TestUse[] = [
    {
      ...firm,
      at: `${dayAt(80)}T17:30:00Z`,
      chargeCents: 60,
      expectedCents: 30,
      caseNumber: '4:24-cv-77777',
      description: 'Motion of the Zebra Company',
      clientCode: 'Zoo',
      costCenter: 'Litigation',
    },
    { ...firm, at: `${dayAt(81)}T17:30:00Z`, chargeCents: 0, exempt: 'CJA', courtId: null, kind: 'SEARCH' },
  ];
  const mover = keyOf(2000010);
  const moved: TestUse[] = [
    { payerId: firm.payerId, accountId: mover, at: `${dayAt(3)}T15:00:00Z`, chargeCents: 50 },
    { payerId: keyOf(1000002), accountId: mover, at: `${dayAt(5)}T15:00:00Z`, chargeCents: 40 },
    { payerId: mover, accountId: mover, at: `${dayAt(4)}T15:00:00Z`, chargeCents: 30 },
  ];
  await addUses(sql, [...uses, ...special, ...moved]);
  await sql.end();
  return site;
}
