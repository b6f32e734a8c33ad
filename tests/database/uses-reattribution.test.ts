import { randomUUID } from 'node:crypto';
import { ledgerChecks } from '@countersign/server/billing/ledger-checks';
import { systemActor } from '@countersign/server/platform/actor';
import { foldTotals } from '@countersign/server/usage/fold-totals';
import { type ReattributedUses, reattributeUses } from '@countersign/server/usage/reattribute-uses';
import type { NewBatch } from '@countersign/server/usage/write-uses';
import type { HandOver } from '@countersign/shared/firms/hand-overs';
import type { Responsibility } from '@countersign/shared/firms/payer';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { writeUnbooked } from './recorded-uses';
import { openUsageSite, type TestPayer, type Told, type UsageSite } from './usage-site';
import { wrongBatches, wrongTotals } from './usage-sums';

let db: UsageSite;
let ada: string;
let ben: string;
let firm: TestPayer;
let other: TestPayer;
let person: TestPayer;
beforeAll(async () => {
  db = await openUsageSite();
});
afterAll(() => db.close());
beforeEach(async () => {
  await db.superuser.unsafe(`
    set session_replication_role = replica;
    truncate uses, use_sightings, usage_batches, usage_batch_quarters, usage_totals, usage_total_deltas, linkages,
      client_code_assignments, assigned_uses, ledger_journals, ledger_entries;
    set session_replication_role = origin`);
  [ada = '', ben = ''] = db.accounts;
  firm = await db.firm([]);
  other = await db.firm([]);
  person = db.person(ada);
});

const recorded = { authority: 'RECORDED', origin: 'RECEIPTS' } as const;
const spring = '2024-04-01T05:00:00Z';
const may = '2024-05-15T00:00:00Z';

const answering = (to: TestPayer, costCenter = ''): Responsibility => ({ payerId: to.payer.id, costCenter });

/** The account’s time from an instant on changes hands. */
const handOver = (
  from: Responsibility,
  to: Responsibility,
  startsAt = spring,
  endsAt: string | null = null,
): HandOver => ({ from, to, startsAt: new Date(startsAt), endsAt: endsAt ? new Date(endsAt) : null });

/** As a change of intervals does it. */
async function move(...handOvers: HandOver[]): Promise<ReattributedUses> {
  const moved = await db.site.database.write(systemActor, (tx) =>
    reattributeUses(tx, ada, handOvers, db.site.clock.now()),
  );
  await expectSums();
  return moved;
}

/** Writes uses as if the payer had answered for the account all the time. */
async function write(
  by: TestPayer,
  rows: readonly (Told & { account?: string })[],
  batch: Partial<NewBatch> = {},
) {
  await db.superuser`delete from linkages`;
  const accounts = [...new Set(rows.map(({ account = ada }) => account))];
  if (by.payer.kind === 'firm')
    for (const account of accounts)
      await db.superuser`insert into linkages (account_id, linkage_id, payer_id, starts_at, set_at)
        values (${account}, ${randomUUID()}, ${by.payer.id}, '2015-01-01Z', now())`;
  const written = await db.write(by, db.made(rows.map((row) => ({ account: ada, ...row }))), batch);
  await db.superuser`delete from linkages`;
  return written;
}

async function expectSums() {
  expect(await wrongTotals(db.superuser)).toEqual([]);
  expect(await wrongBatches(db.superuser)).toEqual([]);
  for (const [name, query] of Object.entries(ledgerChecks))
    expect(await db.superuser.unsafe(query), name).toEqual([]);
}

const nameOf = (payerId: string) =>
  ({ [firm.payer.id]: 'firm', [other.payer.id]: 'other', [person.payer.id]: 'person' })[payerId] ?? payerId;

/** Whose the uses are now, by time. */
async function owners(): Promise<string[]> {
  const rows = await db.superuser<
    { payer: string }[]
  >`select payer_id as payer from uses order by at, transaction_id`;
  return rows.map(({ payer }) => nameOf(payer));
}

const accrued = (by: TestPayer) =>
  db.superuser`select quarter::text, sum(cents)::int as cents from ledger_entries
    where payer_id = ${by.payer.id} and account = 'ACCRUED' group by 1 having sum(cents) <> 0 order by 1`;

const inMonths = (count: number, row: Told = {}) =>
  Array.from({ length: count }, (_, i) => ({ ...row, at: `2024-0${i + 3}-15T18:00:00Z` }));

describe('uses of an account that changes hands', () => {
  test('go from the person to the firm with everything they are, and back', async () => {
    await write(person, inMonths(3, { costCenter: null, transactionId: null }));
    const told = () =>
      db.superuser`select use_id, at, description, content_key, source_key, batch_id from uses order by at`;
    const before = await told();
    expect(await move(handOver(answering(person), answering(firm)))).toEqual({
      moved: 2,
      collapsed: 0,
      recentered: 0,
      chargeCents: 60,
    });
    expect(await owners()).toEqual(['person', 'firm', 'firm']);
    expect(await move(handOver(answering(firm), answering(person)))).toMatchObject({ moved: 2 });
    expect(await owners()).toEqual(['person', 'person', 'person']);
    expect(await told()).toEqual(before);
  });

  test('go from one firm to another', async () => {
    await write(firm, inMonths(2));
    expect(await move(handOver(answering(firm), answering(other)))).toMatchObject({ moved: 1 });
    expect(await owners()).toEqual(['firm', 'other']);
  });

  test('from the first instant of a stretch until the first behind it', async () => {
    const instants = ['17:59:59.999Z', '18:00:00Z', '18:59:59.999Z', '19:00:00Z'];
    await write(
      person,
      instants.map((time) => ({ at: `2024-05-15T${time}` })),
    );
    await move(handOver(answering(person), answering(firm), '2024-05-15T18:00:00Z', '2024-05-15T19:00:00Z'));
    expect(await owners()).toEqual(['person', 'firm', 'firm', 'person']);
  });

  test('in several stretches and both ways at once', async () => {
    await write(firm, inMonths(2));
    await write(person, [{ at: '2024-07-15T18:00:00Z' }]);
    const [a, b] = [answering(firm), answering(person)];
    expect(
      await move(handOver(a, b, '2024-01-01Z', '2024-04-01Z'), handOver(b, a, '2024-07-01Z', null)),
    ).toMatchObject({ moved: 2 });
    expect(await owners()).toEqual(['person', 'firm', 'firm']);
  });

  test('and nothing of another account, nor what another payer has', async () => {
    await write(firm, [{ account: ben }, { account: ben, at: '2024-06-01T18:00:00Z' }]);
    await write(other, [{ transactionId: '9' }]);
    expect(await move(handOver(answering(firm), answering(person)))).toMatchObject({ moved: 0 });
    expect(await owners()).toEqual(['other', 'firm', 'firm']);
  });

  test('in several quarters', async () => {
    await write(
      person,
      ['2023-11-01', '2024-02-01', '2024-05-01', '2024-08-01'].map((day) => ({ at: `${day}T18:00:00Z` })),
    );
    await move(handOver(answering(person), answering(firm), '2024-01-01Z', '2024-07-01Z'));
    expect(await owners()).toEqual(['person', 'firm', 'firm', 'person']);
  });

  test('not for one who is not the site', async () => {
    await write(firm, [{}]);
    const moving = db.site.database.write(firm.actor, (tx) =>
      reattributeUses(tx, ada, [handOver(answering(firm), answering(other))], new Date()),
    );
    await expect(moving).rejects.toThrow();
    expect(await owners()).toEqual(['firm']);
    await expectSums();
  });
});

describe('cost centers', () => {
  const centers = async () =>
    (await db.superuser`select cost_center as center from uses order by at`).map(({ center }) => center);

  test('of the interval come with it, and go with it', async () => {
    await write(person, inMonths(2));
    await move(handOver(answering(person), answering(firm, 'Tax')));
    expect(await centers()).toEqual(['', 'Tax']);
    await move(handOver(answering(firm, 'Tax'), answering(other, 'Appeals')));
    expect(await centers()).toEqual(['', 'Appeals']);
    await move(handOver(answering(other, 'Appeals'), answering(person)));
    expect(await centers()).toEqual(['', '']);
  });

  test('that change within the firm change for the uses that had it from the interval', async () => {
    await write(firm, [
      { at: '2024-05-01T18:00:00Z', costCenter: 'Tax' },
      { at: '2024-05-02T18:00:00Z', costCenter: 'named in the file' },
    ]);
    expect(await move(handOver(answering(firm, 'Tax'), answering(firm, 'Appeals')))).toEqual({
      moved: 0,
      collapsed: 0,
      recentered: 1,
      chargeCents: 0,
    });
    expect(await centers()).toEqual(['Appeals', 'named in the file']);
    expect(await owners()).toEqual(['firm', 'firm']);
    expect(await accrued(firm)).toEqual([]);
  });
});

describe('what belongs to a use', () => {
  test('its sightings go with it, with batches that tell nothing of the other’s file', async () => {
    const row = { transactionId: '5', at: may };
    await write(person, [row]);
    await write(person, [row], { fileName: 'again.csv' });
    await move(handOver(answering(person), answering(firm)));
    const sightings = await db.superuser`select payer_id as payer, line from use_sightings`;
    expect(sightings.map(({ payer, line }) => [nameOf(payer), line])).toEqual([['firm', 2]]);
    const batches = await db.superuser`
      select payer_id as payer, file_name as name, imported_by as by, uses, charge_cents::int as cents
      from usage_batches order by file_name nulls last, uses`;
    expect(batches.map(({ payer, ...batch }) => ({ ...batch, payer: nameOf(payer) }))).toEqual([
      { payer: 'person', name: 'again.csv', by: ada, uses: 0, cents: 0 },
      { payer: 'person', name: 'list.csv', by: ada, uses: 0, cents: 0 },
      { payer: 'firm', name: null, by: null, uses: 0, cents: 0 },
      { payer: 'firm', name: null, by: null, uses: 1, cents: 30 },
    ]);
    await move(handOver(answering(firm), answering(person)));
    expect(await db.superuser`select line from use_sightings where payer_id = ${ada}`).toEqual([{ line: 2 }]);
  });

  test('a client code given afterwards was the former payer’s: it goes with the one it came with', async () => {
    await write(firm, [{ clientCode: 'A-1', at: may }]);
    await db.superuser`truncate usage_total_deltas`;
    await db.superuser`update uses set client_code = 'Z-9'`;
    await db.superuser`insert into assigned_uses select payer_id, quarter, use_id, gen_random_uuid(), 'A-1' from uses`;
    await db.superuser`
      insert into usage_totals select payer_id, quarter, 'NONE', 'QUARTER', quarter, '00000000-0000-0000-0000-000000000000',
        '', '', '', '', 1, 30, 30, 0, 0, 0, 0, 0, 0, 0 from uses`;
    await db.site.database.write(systemActor, (tx) =>
      reattributeUses(tx, ada, [handOver(answering(firm), answering(person))], new Date()),
    );
    expect(await db.superuser`select client_code, given_client_code from uses`).toEqual([
      { client_code: 'A-1', given_client_code: 'A-1' },
    ]);
    expect(await db.superuser`select from assigned_uses`).toHaveLength(0);
    const codes = await db.superuser`
      select payer_id as payer, client_code as code, uses::int from usage_total_deltas
      where grouping = 'CLIENT' and period = 'QUARTER' order by uses`;
    expect(codes.map(({ payer, code, uses }) => [nameOf(payer), code, uses])).toEqual([
      ['firm', 'Z-9', -1],
      ['person', 'A-1', 1],
    ]);
  });
});

describe('the ledger', () => {
  test('takes from the one what it gives to the other, by quarter', async () => {
    await write(
      firm,
      [{ at: '2024-02-01T18:00:00Z' }, { at: may, chargeCents: 50 }, { at: '2024-06-01T18:00:00Z' }],
      recorded,
    );
    await move(handOver(answering(firm), answering(person), '2024-01-01Z', '2024-06-01Z'));
    expect(await accrued(firm)).toEqual([{ quarter: '2024-04-01', cents: 30 }]);
    expect(await accrued(person)).toEqual([
      { quarter: '2024-01-01', cents: 30 },
      { quarter: '2024-04-01', cents: 50 },
    ]);
    const journals = await db.superuser`
      select count(distinct common_id)::int as moves, sum(cents)::int as cents from ledger_journals
      where kind = 'REATTRIBUTION' and payer_id in (${firm.payer.id}, ${ada})`;
    expect(journals).toEqual([{ moves: 1, cents: 0 }]);
    await move(handOver(answering(person), answering(firm), '2024-01-01Z', '2024-06-01Z'));
    expect(await accrued(person)).toEqual([]);
    expect(await accrued(firm)).toEqual([
      { quarter: '2024-01-01', cents: 30 },
      { quarter: '2024-04-01', cents: 80 },
    ]);
  });

  test('has nothing of what is only uploaded', async () => {
    const before = await db.superuser`select count(*) from ledger_journals`;
    await write(firm, [{}]);
    await move(handOver(answering(firm), answering(person)));
    expect(await db.superuser`select count(*) from ledger_journals`).toEqual(before);
  });

  test('gets first what was recorded before there was one', async () => {
    await writeUnbooked(db.superuser, { payerId: firm.payer.id, charges: [['2024-04-01', 70]] });
    await db.superuser`update uses set account_id = ${ada}, day = '2024-05-15', at = ${may}`;
    await db.site.database.write(systemActor, (tx) =>
      reattributeUses(tx, ada, [handOver(answering(firm), answering(person))], new Date()),
    );
    expect(await accrued(firm)).toEqual([]);
    expect(await accrued(person)).toEqual([{ quarter: '2024-04-01', cents: 70 }]);
  });
});

describe('a use that the new payer has already', () => {
  /** The same transaction, told with its day alone by the person and with its time by the firm. */
  const day = {
    transactionId: '5',
    at: '2024-05-15T05:00:00Z',
    timeKnown: false,
    description: 'of the person',
  };
  const exact = { transactionId: '5', at: '2024-05-15T18:00:00Z', description: 'of the firm' };
  const survivors = () =>
    db.superuser`select description, authority, charge_cents as cents from uses order by at`;
  const toFirm = () => move(handOver(answering(person), answering(firm)));

  test('is one use with it, which stays as it was, and both batches know it', async () => {
    const second = await write(person, [day]);
    await write(person, [day], { fileName: 'again.csv' });
    const first = await write(firm, [exact]);
    expect(await toFirm()).toMatchObject({ moved: 1, collapsed: 1, chargeCents: 30 });
    expect(await survivors()).toMatchObject([{ description: 'of the firm' }]);
    const [use] = await db.superuser`select batch_id as batch from uses`;
    expect(use).toEqual({ batch: first.batchId });
    const found =
      await db.superuser`select batch_id as batch from use_sightings where payer_id = ${firm.payer.id}`;
    expect(found.map(({ batch }) => batch)).toContain(second.batchId);
    expect(found).toHaveLength(2);
    expect(await db.superuser`select from use_sightings where payer_id <> ${firm.payer.id}`).toHaveLength(0);
  });

  test.each([
    ['the one that moves', { person: recorded, firm: {} }, 'of the person'],
    ['the one that was there', { person: {}, firm: recorded }, 'of the firm'],
    ['both: the one that was there', { person: recorded, firm: recorded }, 'of the firm'],
  ])('is the recorded one: %s', async (_, batches, description) => {
    await write(person, [{ ...day, chargeCents: 40 }], batches.person);
    await write(firm, [exact], batches.firm);
    expect(await toFirm()).toMatchObject({ moved: 1, collapsed: 1 });
    expect(await survivors()).toMatchObject([{ description, authority: 'RECORDED' }]);
    expect(await owners()).toEqual(['firm']);
    expect(await db.superuser`select from use_sightings where payer_id = ${firm.payer.id}`).toHaveLength(1);
    expect(await accrued(person)).toEqual([]);
  });

  test('keeps the code that its payer gave it, also where the recorded one comes in its place', async () => {
    await write(person, [day], recorded);
    await write(firm, [exact]);
    await db.superuser`update uses set client_code = 'Z-9' where payer_id = ${firm.payer.id}`;
    await db.superuser`insert into assigned_uses
      select payer_id, quarter, use_id, gen_random_uuid(), 'A-1' from uses where payer_id = ${firm.payer.id}`;
    await db.site.database.write(systemActor, (tx) =>
      reattributeUses(tx, ada, [handOver(answering(person), answering(firm))], new Date()),
    );
    expect(
      await db.superuser`select u.client_code, u.given_client_code, a.before, u.authority
      from uses u left join assigned_uses a using (payer_id, quarter, use_id)`,
    ).toEqual([{ client_code: 'Z-9', given_client_code: 'A-1', before: 'A-1', authority: 'RECORDED' }]);
  });

  test('is not one that goes away in the same change: they change places', async () => {
    await write(person, [day]);
    await write(firm, [exact]);
    const noon = '2024-05-15T12:00:00Z';
    const [a, b] = [answering(person), answering(firm)];
    expect(await move(handOver(a, b, spring, noon), handOver(b, a, noon, null))).toMatchObject({
      moved: 2,
      collapsed: 0,
    });
    expect(await owners()).toEqual(['firm', 'person']);
  });

  test('is found by what it was where one of them has no number, each with one other', async () => {
    await write(person, [{ transactionId: '7', at: may }]);
    await write(person, [{ transactionId: '8', at: may }]);
    await write(firm, [{ at: may }]);
    expect(await toFirm()).toMatchObject({ moved: 2, collapsed: 1 });
    expect(await owners()).toEqual(['firm', 'firm']);
  });
});

describe('totals', () => {
  test('are right when they were folded before, and when they are folded afterwards', async () => {
    await write(person, inMonths(4));
    await foldTotals(db.site, ada);
    await move(handOver(answering(person), answering(firm)));
    await foldTotals(db.site, ada);
    await foldTotals(db.site, firm.payer.id);
    await expectSums();
    await move(handOver(answering(firm), answering(person)));
    await foldTotals(db.site, firm.payer.id);
    await expectSums();
    expect(await db.superuser`select from usage_totals where payer_id = ${firm.payer.id}`).toHaveLength(0);
  });

  test('while others import and fold', async () => {
    const many = Array.from({ length: 60 }, (_, i) => ({
      at: new Date(Date.UTC(2024, 3, 1 + i, 18)).toISOString(),
      transactionId: String(i),
    }));
    await write(firm, many.slice(0, 30));
    await db.superuser`insert into linkages (account_id, linkage_id, payer_id, starts_at, set_at)
      values (${ada}, ${randomUUID()}, ${firm.payer.id}, '2015-01-01Z', now())`;
    const made = many.map((row) => ({ account: ada, ...row }));
    const moves = async () => {
      for (let i = 0; i < 4; i += 1) {
        const [a, b] = i % 2 ? [other, firm] : [firm, other];
        await db.site.database.write(systemActor, (tx) =>
          reattributeUses(tx, ada, [handOver(answering(a), answering(b), may)], new Date()),
        );
      }
    };
    const folds = async () => {
      for (let i = 0; i < 6; i += 1)
        await Promise.all([firm, other].map(({ payer }) => foldTotals(db.site, payer.id)));
    };
    await Promise.all([moves(), folds(), db.write(firm, db.made(made), {}, { rowsAtOnce: 9 }), moves()]);
    await expectSums();
  });
});
