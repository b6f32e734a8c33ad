import { Readable } from 'node:stream';
import { systemActor } from '@countersign/server/platform/actor';
import { askRun } from '@countersign/server/usage/import/ask-work';
import { importByKey } from '@countersign/server/usage/import/queries';
import { runImport } from '@countersign/server/usage/import/run';
import { startImport } from '@countersign/server/usage/import/start-import';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openUsageSite, type TestPayer, type UsageSite } from './usage-site';
import { wrongBatches, wrongTotals } from './usage-sums';

let db: UsageSite;
beforeAll(async () => {
  db = await openUsageSite();
});
afterAll(() => db.close());

/** Purchases that are alike to the second: one, or several true ones. They come together in whatever list they are in. */
interface Purchase {
  readonly n: number;
  readonly account: number;
  readonly quarter: number;
  readonly pages: number;
  readonly copies: number;
  readonly credit: boolean;
  readonly client: string;
}

/** A list somebody has: of some purchases, in an order and a writing of its own. */
interface List {
  /** Of each purchase, whether it is in the list. */
  readonly holds: readonly boolean[];
  readonly shuffle: readonly number[];
  readonly numbered: boolean;
  readonly recorded: boolean;
  readonly dialect: number;
}

const most = 14;
const purchases = fc.array(
  fc.record({
    account: fc.integer({ min: 0, max: 2 }),
    quarter: fc.integer({ min: 0, max: 2 }),
    pages: fc.integer({ min: 1, max: 45 }),
    copies: fc.constantFrom(1, 1, 1, 2, 3),
    credit: fc.constantFrom(false, false, false, true),
    client: fc.constantFrom('', 'A-1', 'B; "2"', 'Müller, Söhne'),
  }),
  { minLength: 1, maxLength: most },
);
const lists = fc.array(
  fc.record({
    holds: fc.array(fc.constantFrom(true, true, false), { minLength: most, maxLength: most }),
    shuffle: fc.array(fc.nat(), { minLength: 3 * most, maxLength: 3 * most }),
    numbered: fc.boolean(),
    recorded: fc.constantFrom(false, false, true),
    dialect: fc.nat({ max: 3 }),
  }),
  { minLength: 1, maxLength: 5 },
);

const daysOf = ['2024-02-14', '2024-05-15', '2024-08-16'];
const two = (n: number) => String(n).padStart(2, '0');

/** Dialects: how a list writes its cells, its days and its money. */
const dialects = [
  {
    separator: ',',
    end: '\n',
    day: (iso: string) => iso,
    money: (cents: number) => (cents / 100).toFixed(2),
  },
  {
    separator: ';',
    end: '\r\n',
    day: (iso: string) => iso.split('-').reverse().join('.'),
    money: (cents: number) => (cents / 100).toFixed(2).replace('.', ','),
  },
  {
    separator: '\t',
    end: '\n',
    day: ([...iso]: string) =>
      `${iso.slice(5, 7).join('')}/${iso.slice(8).join('')}/${iso.slice(0, 4).join('')}`,
    money: (cents: number) => `${cents < 0 ? '-' : ''}$${(Math.abs(cents) / 100).toFixed(2)}`,
  },
  {
    separator: '|',
    end: '\r',
    day: (iso: string) => iso,
    money: (cents: number) => (cents < 0 ? `(${(-cents / 100).toFixed(2)})` : (cents / 100).toFixed(2)),
  },
] as const;

const centsOf = ({ pages, credit }: Purchase) => (credit ? -1 : 1) * Math.min(pages, 30) * 10;
const dayOf = ({ quarter }: Purchase) => daysOf[quarter] ?? '';
const header = 'Account Number,Date,Time,Court,Case Number,Client Code,Type,Description,Pages,Charge'.split(
  ',',
);

function fileOf(all: readonly Purchase[], list: List): Buffer {
  const { separator, end, day, money } = dialects[list.dialect] ?? dialects[0];
  const cell = (text: string) =>
    text.includes(separator) || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text;
  const rows = all
    .filter(({ n }) => list.holds[n])
    .flatMap((purchase) =>
      Array.from({ length: purchase.copies }, (_, copy) => [
        ...(list.numbered ? [`${9_000_000 + purchase.n * 10 + copy}`] : []),
        String(2_900_001 + purchase.account),
        day(dayOf(purchase)),
        `12:${two(purchase.n)}:07`,
        'mowd',
        '4:24-cv-00123',
        purchase.client,
        'Document',
        purchase.credit ? 'Credit' : 'Image4-0',
        String(purchase.credit ? -purchase.pages : purchase.pages),
        money(centsOf(purchase)),
      ]),
    )
    .map((cells, i) => ({ cells, by: list.shuffle[i] ?? 0 }))
    .sort((a, b) => a.by - b.by)
    .map(({ cells }) => cells);
  const names = list.numbered ? ['Transaction ID', ...header] : header;
  const text = [names, ...rows].map((cells) => cells.map(cell).join(separator)).join(end);
  return list.dialect === 1 ? Buffer.from(text, 'latin1') : Buffer.from(text);
}

const never = new AbortController().signal;

/** Imports a list as the command does; what was found in it. */
async function imported({ payer }: TestPayer, file: Buffer, recorded: boolean) {
  const { site } = db;
  const upload = { payer, fileName: 'list.csv', recorded, body: Readable.from([file]), bytes: file.length };
  const key = await startImport(site, systemActor, upload);
  const wish = { key, expectedVersion: null, allOrNothing: true, idempotencyKey: null, byCaller: true };
  await askRun(site, systemActor, wish);
  await runImport(site, key, never);
  const [[row]] = await site.database.read(systemActor, [importByKey({ ...key })]);
  expect(row).toMatchObject({ state: 'DONE', failure: null });
  return row?.findings;
}

/** The uses there must be, told in a line each. */
function expectedUses(all: readonly Purchase[], files: readonly List[]): string[] {
  return all
    .flatMap((purchase) => {
      const holding = files.filter(({ holds }) => holds[purchase.n]);
      if (holding.length === 0) return [];
      const authority = holding.some(({ recorded }) => recorded) ? 'RECORDED' : 'UPLOADED';
      const told = [2_900_001 + purchase.account, dayOf(purchase), purchase.n, purchase.client];
      return Array<string>(purchase.copies).fill([...told, centsOf(purchase), authority].join(' '));
    })
    .sort();
}

async function usesOf({ payer }: TestPayer): Promise<string[]> {
  const rows = await db.superuser`
    select account_number as account, day::text, extract(minute from at)::int as n, client_code as client,
      charge_cents::int as cents, authority
    from uses join accounts using (account_id) where payer_id = ${payer.id}`;
  return rows
    .map(({ account, day, n, client, cents, authority }) =>
      [account, day, n, client, cents, authority].join(' '),
    )
    .sort();
}

test('lists that overlap, come again, in any order and writing, with numbers or without, lead to the same uses and totals', async () => {
  await fc.assert(
    fc.asyncProperty(purchases, lists, fc.nat(), async (drawn, files, which) => {
      await db.superuser`truncate uses, use_sightings, usage_batches, usage_batch_quarters, usage_totals, usage_total_deltas,
        linkages, usage_imports`;
      const firm = await db.firm(db.accounts);
      const all = drawn.map((purchase, n) => ({ ...purchase, n }));
      const filled = files.filter(({ holds }) => all.some(({ n }) => holds[n]));
      for (const list of filled) await imported(firm, fileOf(all, list), list.recorded);
      const expected = expectedUses(all, filled);
      expect(await usesOf(firm)).toEqual(expected);

      const again = filled[which % (filled.length || 1)];
      if (again) {
        const findings = await imported(firm, fileOf(all, again), again.recorded);
        expect(findings?.known).toBe(findings?.good);
        expect(await usesOf(firm)).toEqual(expected);
      }
      expect(await wrongTotals(db.superuser)).toEqual([]);
      expect(await wrongBatches(db.superuser)).toEqual([]);
    }),
    { numRuns: 15, endOnFailure: true },
  );
}, 240_000);
