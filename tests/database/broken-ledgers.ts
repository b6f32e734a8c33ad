import { accountsByQuarter, type LedgerAccount } from '@countersign/shared/billing/ledger-accounts';

type Breakage = readonly [breaks: string, mends: string, example: string | RegExp];

const journalId = '00000000-0000-7000-8000-0000000000a1';
const otherId = '00000000-0000-7000-8000-0000000000a2';
const paymentId = '00000000-0000-7000-8000-0000000000b1';
const nobody = '00000000-0000-7000-8000-0000000000c1';
const firm = '(select payer_id from firms where number = 1000001)';

interface Given {
  id?: string;
  payer?: string;
  kind?: string;
  quarter?: string;
  common?: string;
  cents?: number;
  /** Leaves the audit trail without it. */
  unnoted?: boolean;
  lines: readonly (readonly [account: LedgerAccount, cents: number])[];
}

const text = (value: string | undefined, type: string) => (value ? `'${value}'` : `null::${type}`);

/** Writes a journal past every guard, with its entry in the audit trail. */
function journal({ id = journalId, payer = firm, kind = 'CREDIT', cents = 100, ...given }: Given): string {
  const quarter = text(given.quarter, 'date');
  const lines = given.lines.map(
    ([account, change], i) => `insert into ledger_entries values
      (${payer}, '${id}', ${i + 1}, '${account}', ${accountsByQuarter.includes(account) ? quarter : 'null'}, ${change})`,
  );
  const note = `insert into audit_entries values
    ('site', 'site', '${id}', now(), 'system', null, 'billing.test.done', '{"journalId": "${id}"}')`;
  return [
    `insert into ledger_journals values (${payer}, '${id}', '${kind}', '${id}', ${quarter},
      ${text(given.common, 'uuid')}, ${/PAYMENT|REFUND/.test(kind) ? `'${paymentId}'` : 'null'}, ${cents}, now())`,
    ...lines,
    ...(given.unnoted ? [] : [note]),
  ].join('; ');
}

const mends = [
  'ledger_entries where journal_id',
  'ledger_journals where journal_id',
  'audit_entries where entry_id',
]
  .map((where) => `delete from ${where} in ('${journalId}', '${otherId}')`)
  .join('; ');

const granted = [
  ['CREDITS_GRANTED', 100],
  ['CREDIT', -100],
] as const;
const quarter = '2024-07-01';

/** For each check of the ledger: what breaks it, how to mend that, and the example it then shows. */
export const brokenLedgers: Record<string, Breakage> = {
  'every journal of the ledger balances': [
    `${journal({
      lines: [
        ['CREDITS_GRANTED', 100],
        ['CREDIT', -99],
      ],
    })}; ${journal({ id: otherId, lines: [] })}`,
    mends,
    journalId,
  ],
  'every journal is of a payer there is': [
    journal({ payer: `'${nobody}'`, lines: granted }),
    mends,
    journalId,
  ],
  'accruals are the recorded uses, by payer and quarter': [
    `${journal({
      kind: 'ACCRUAL',
      quarter,
      lines: [
        ['ACCRUED', 30],
        ['USAGE_REVENUE', -30],
      ],
    })}`,
    mends,
    /^payer [0-9a-f-]{36} in 2024-07-01$/,
  ],
  'every accrual has its batch': [
    `${journal({
      kind: 'ACCRUAL',
      quarter,
      lines: [
        ['CREDITS_GRANTED', 100],
        ['CREDIT', -100],
      ],
    })}`,
    mends,
    journalId,
  ],
  'what moved between payers cancels out': [
    journal({
      kind: 'TRANSFER',
      common: otherId,
      lines: [
        ['TRANSFERS', 100],
        ['CREDIT', -100],
      ],
    }),
    mends,
    otherId,
  ],
  'nobody has paid more than was due, or owes beside a credit': [
    journal({
      lines: [
        ['CREDITS_GRANTED', 100],
        ['RECEIVABLE', -100],
      ],
    }),
    mends,
    /^[0-9a-f-]{36}$/,
  ],
  'no more of a payment came back than was paid': [
    journal({
      kind: 'REFUND',
      lines: [
        ['REFUNDS', -100],
        ['RECEIVABLE', 100],
      ],
    }),
    mends,
    paymentId,
  ],
  'all that was booked by itself is in the audit trail': [
    journal({ unnoted: true, lines: granted }),
    mends,
    journalId,
  ],
};
