import { randomUUID } from 'node:crypto';
import { type Actor, systemActor } from '@countersign/server/platform/actor';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { plainSql, stateOf, undone } from '../support/sql';
import { anonymous, demonstrationActors, idOf } from './actors';
import { openWorkingSite, type WorkingSite } from './working-site';

const [refused, unfit, taken, malformed] = ['42501', '23514', '23505', '22P02'];

let working: WorkingSite;
let actor: (username: string) => Actor;
beforeAll(async () => {
  working = await openWorkingSite();
  actor = await demonstrationActors(working.superuser);
});
afterAll(() => working.close());

type Line = [account: string, cents: number | string, quarter?: string];
interface Given {
  payer: string;
  kind?: string;
  source?: string;
  quarter?: string;
  common?: string;
  cents?: number;
  lines: Line[];
}

let payer: string;
beforeEach(() => {
  payer = randomUUID();
});

const journal = (given: Given) => ({
  payer_id: given.payer,
  journal_id: randomUUID(),
  kind: given.kind ?? 'PAYMENT',
  source_id: given.source ?? randomUUID(),
  quarter: given.quarter ?? null,
  common_id: given.common ?? null,
  cents: given.cents ?? 100,
  at: '2026-07-01T12:00:00Z',
  entries: given.lines.map(([account, cents, quarter = null]) => ({ account, cents, quarter })),
});

interface Posted extends Record<string, unknown> {
  given_id: string;
  journal_id: string;
  posted: boolean;
}

const post = (who: Actor, ...journals: object[]) =>
  working.site.database.write(who, (tx) =>
    tx.execute<Posted>(sql`select * from ledger_post(${JSON.stringify(journals)}::jsonb)`),
  );
const paid = (cents: number): Line[] => [
  ['CASH_CLEARING', cents],
  ['CREDIT', -cents],
];
const billed = (cents: number): Line[] => [
  ['ACCRUED', -cents, '2026-04-01'],
  ['RECEIVABLE', cents],
];
const sums = async () => {
  const rows = await working.superuser<{ account: string; cents: string }[]>`
    select account, sum(cents) as cents from ledger_entries where payer_id = ${payer} group by 1`;
  return Object.fromEntries(rows.map((row) => [row.account, Number(row.cents)]));
};

describe('ledger_post', () => {
  test('posts journals that balance, all with one call', async () => {
    const [one, two] = [
      journal({ payer, lines: paid(100) }),
      journal({ payer: randomUUID(), lines: paid(50) }),
    ];
    const posted = await post(systemActor, one, two);
    expect(posted.map((row) => [row.given_id, row.journal_id, row.posted])).toEqual(
      expect.arrayContaining([one, two].map((given) => [given.journal_id, given.journal_id, true])),
    );
    expect(await sums()).toEqual({ CASH_CLEARING: 100, CREDIT: -100 });
  });

  test.each<[string, Partial<Given>, string | undefined]>([
    [
      'one that does not balance',
      {
        lines: [
          ['CASH_CLEARING', 100],
          ['CREDIT', -99],
        ],
      },
      unfit,
    ],
    ['one of a single entry', { lines: [['CREDIT', -100]] }, unfit],
    ['one without entries', { lines: [] }, unfit],
    [
      'an unknown account',
      {
        lines: [
          ['PETTY_CASH', 100],
          ['CREDIT', -100],
        ],
      },
      unfit,
    ],
    ['an unknown kind', { kind: 'GIFT', lines: paid(100) }, unfit],
    [
      'entries of nothing',
      {
        lines: [
          ['CASH_CLEARING', 0],
          ['CREDIT', 0],
        ],
      },
      unfit,
    ],
    [
      'parts of a cent',
      {
        lines: [
          ['CASH_CLEARING', '0.5'],
          ['CREDIT', '-0.5'],
        ],
      },
      malformed,
    ],
    [
      'a charge without its quarter',
      {
        kind: 'ACCRUAL',
        quarter: '2026-04-01',
        lines: [
          ['ACCRUED', 5],
          ['USAGE_REVENUE', -5],
        ],
      },
      unfit,
    ],
    [
      'a charge of a quarter that begins within one',
      {
        kind: 'ACCRUAL',
        quarter: '2026-04-01',
        lines: [
          ['ACCRUED', 5, '2026-05-01'],
          ['USAGE_REVENUE', -5, '2026-05-01'],
        ],
      },
      unfit,
    ],
    [
      'cash of a quarter',
      {
        lines: [
          ['CASH_CLEARING', 100, '2026-04-01'],
          ['CREDIT', -100],
        ],
      },
      unfit,
    ],
    ['a payment of a quarter', { quarter: '2026-04-01', lines: paid(100) }, unfit],
    [
      'a transfer with no other side',
      {
        kind: 'TRANSFER',
        lines: [
          ['TRANSFERS', 100],
          ['CREDIT', -100],
        ],
      },
      unfit,
    ],
    [
      'more than was due as paid',
      {
        lines: [
          ['CASH_CLEARING', 100],
          ['RECEIVABLE', -100],
        ],
      },
      unfit,
    ],
    [
      'more credit used than there is',
      {
        kind: 'REFUND',
        lines: [
          ['REFUNDS', -100],
          ['CREDIT', 100],
        ],
      },
      unfit,
    ],
  ])('refuses %s, and with it all of the call', async (_, given, state) => {
    const wrong = journal({ payer, ...given } as Given);
    expect(await stateOf(post(systemActor, journal({ payer, lines: paid(5) }), wrong))).toBe(state);
    expect(await sums()).toEqual({});
  });

  test('refuses a debt beside a credit', async () => {
    await post(systemActor, journal({ payer, lines: paid(100) }));
    const statement = journal({ payer, kind: 'STATEMENT', quarter: '2026-04-01', lines: billed(70) });
    expect(await stateOf(post(systemActor, statement))).toBe(unfit);
    expect(await sums()).toEqual({ CASH_CLEARING: 100, CREDIT: -100 });
  });

  test('posts a source once, names the journal that stands, and refuses it with another amount', async () => {
    const given = { payer, source: randomUUID(), lines: paid(100) };
    const [first, again] = [journal(given), journal(given)];
    await post(systemActor, first);
    expect(await post(systemActor, again)).toEqual([
      { given_id: again.journal_id, journal_id: first.journal_id, posted: false },
    ]);
    const other = journal({ ...given, cents: 101, lines: paid(101) });
    expect(await stateOf(post(systemActor, other))).toBe(taken);
    expect(await sums()).toEqual({ CASH_CLEARING: 100, CREDIT: -100 });
  });

  test('posts a source once however often it stands in one call', async () => {
    const given = { payer, source: randomUUID(), lines: paid(100) };
    const posted = await post(systemActor, journal(given), journal(given), journal(given));
    expect(posted.filter((row) => row.posted)).toHaveLength(1);
    expect(new Set(posted.map((row) => row.journal_id)).size).toBe(1);
    expect(await sums()).toEqual({ CASH_CLEARING: 100, CREDIT: -100 });
  });

  test('takes the two sides of a transfer when they cancel out', async () => {
    const [common, other] = [randomUUID(), randomUUID()];
    const side = (who: string, cents: number, taken: number) =>
      journal({
        payer: who,
        kind: 'TRANSFER',
        source: common,
        common,
        cents: taken,
        lines:
          cents > 0
            ? [
                ['TRANSFERS', -cents],
                ['RECEIVABLE', cents],
              ]
            : [
                ['TRANSFERS', -cents],
                ['CREDIT', cents],
              ],
      });
    expect(await stateOf(post(systemActor, side(payer, 100, 100), side(other, -99, -99)))).toBe(unfit);
    expect(await stateOf(post(systemActor, side(payer, 100, 100), side(other, -100, -100)))).toBeNull();
    expect(await sums()).toEqual({ TRANSFERS: -100, RECEIVABLE: 100 });
  });

  test('takes uses that left one payer and were another’s already', async () => {
    const left = journal({
      payer,
      kind: 'REATTRIBUTION',
      common: randomUUID(),
      cents: -100,
      lines: [
        ['ACCRUED', -100, '2026-04-01'],
        ['USAGE_REVENUE', 100, '2026-04-01'],
      ],
    });
    expect(await stateOf(post(systemActor, left, { ...left, payer_id: randomUUID() }))).toBeNull();
  });
});

describe('who posts', () => {
  test('an operator and the site do; a person does not, not even for himself', async () => {
    const ada = actor('attorney.demo');
    const own = () => journal({ payer: idOf(ada), lines: paid(100) });
    for (const who of [
      ada,
      actor('firmadmin.demo'),
      anonymous,
      { ...ada, kind: 'Operator' } as unknown as Actor,
    ])
      expect(await stateOf(post(who, own())), who.kind).toBe(refused);
    expect(await stateOf(post(actor('operator.demo'), own()))).toBeNull();
    expect(await stateOf(post(systemActor, own()))).toBeNull();
  });

  test('a job does for its own payer, and for no other', async () => {
    const ada = idOf(actor('attorney.demo'));
    const job: Actor = { ...systemActor, kind: 'job', payers: [ada] };
    expect(await stateOf(post(job, journal({ payer: ada, lines: paid(100) })))).toBeNull();
    const others = journal({ payer: idOf(actor('legacy.demo')), lines: paid(100) });
    expect(await stateOf(post(job, others))).toBe(refused);
    expect(await stateOf(post(job, journal({ payer: ada, lines: paid(100) }), others))).toBe(refused);
  });

  test.each(['ledger_journals', 'ledger_entries'])('nobody writes %s past the function', async (table) => {
    await post(systemActor, journal({ payer, lines: paid(100) }));
    const changes = [
      `insert into ${table} select * from ${table}`,
      `update ${table} set cents = 0`,
      `delete from ${table}`,
      `truncate ${table} cascade`,
    ];
    for (const change of changes) {
      const bySite = working.site.database.write(systemActor, (tx) => tx.execute(sql.raw(change)));
      expect(await stateOf(bySite), change).toBe(refused);
    }
    const owner = plainSql(working.db.ownerUrl);
    for (const change of changes.slice(1)) {
      for (const client of [owner, working.superuser])
        await expect(
          undone(client, (tx) => tx.unsafe(change)),
          change,
        ).rejects.toThrow('the ledger is never changed');
    }
    await owner.end();
  });
});
