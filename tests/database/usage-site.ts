import { randomUUID } from 'node:crypto';
import { type Actor, jobActor } from '@countersign/server/platform/actor';
import { findFeeSchedules } from '@countersign/server/usage/fee-schedules';
import type { NewUse } from '@countersign/server/usage/new-use';
import { useMaker } from '@countersign/server/usage/use-maker';
import {
  type NewBatch,
  type UsesWritten,
  type WriteOptions,
  writeUses,
} from '@countersign/server/usage/write-uses';
import type { FeeSchedule } from '@countersign/shared/usage/fee-schedule';
import type { UploadedUse } from '@countersign/shared/usage/import/uploaded-use';
import { zoneClock } from '@countersign/shared/usage/import/zone-clock';
import { serviceCenter } from '../support/cluster';
import { openWorkingSite, type WorkingSite } from './working-site';

/** A firm or a person of the demonstration who pays. */
export interface TestPayer {
  readonly payer: NewBatch['payer'];
  readonly actor: Actor;
}

/** What a test tells of a use; the rest is usual. */
export type Told = Partial<Omit<UploadedUse, 'instant'>> & { readonly at?: string };

export interface UsageSite extends WorkingSite {
  readonly schedules: readonly FeeSchedule[];
  /** A firm that answers for the accounts from 2020 on, and nobody else does for any time. */
  firm(accounts: readonly string[]): Promise<TestPayer>;
  /** A person who pays for himself. */
  person(accountId: string): TestPayer;
  /** Accounts that nobody answers for; numbers from 2900001 on. */
  accounts: readonly string[];
  /** Makes uses of one file. */
  made(rows: readonly (Told & { readonly account: string })[]): NewUse[];
  write(
    by: TestPayer,
    uses: readonly NewUse[],
    batch?: Partial<NewBatch>,
    options?: WriteOptions,
  ): Promise<UsesWritten>;
}

const clock = zoneClock(serviceCenter.zone);

/** A document of three pages that was charged right, with what a test tells. */
export function uploaded({ at = '2024-05-15T18:00:00Z', ...told }: Told): UploadedUse {
  const instant = Date.parse(at);
  return {
    transactionId: null,
    instant,
    timeKnown: true,
    day: clock.dayAt(instant),
    accountNumber: null,
    loginId: null,
    userName: null,
    costCenter: null,
    courtId: 'mowd',
    caseNumber: '4:24-cv-00123',
    clientCode: 'A-1',
    kind: 'DOCUMENT',
    search: null,
    description: 'Image4-0',
    format: 'PDF',
    bytes: null,
    pages: 3,
    billablePages: null,
    chargeCents: 30,
    exempt: null,
    exemptReason: null,
    correction: (told.chargeCents ?? 0) < 0,
    ...told,
  };
}

/** Hands uses on as an import does, some at a time. */
export async function* inPieces(uses: readonly NewUse[], size = 7): AsyncGenerator<readonly NewUse[]> {
  for (let i = 0; i < uses.length; i += size) yield uses.slice(i, i + size);
}

const firstNumber = 2_900_001;

async function makeAccounts({ superuser }: WorkingSite, count: number): Promise<string[]> {
  const rows = await superuser<{ id: string }[]>`
    insert into accounts (account_id, account_number, user_type, first_name, last_name, email, sort_name, created_at)
    select gen_random_uuid(), ${firstNumber} + n, 'INDIVIDUAL', 'Test', 'Person ' || n, 'test@countersign.test', 'person', now()
    from generate_series(0, ${count - 1}) n returning account_id as id`;
  await superuser`insert into seven_digit_numbers (number, account_id)
    select account_number, account_id from accounts where account_number >= ${firstNumber}`;
  return rows.map(({ id }) => id);
}

/** A database of its own in which payers use PACER. */
export async function openUsageSite(): Promise<UsageSite> {
  const working = await openWorkingSite();
  const { site, superuser } = working;
  const accounts = await makeAccounts(working, 6);
  const schedules = await findFeeSchedules(site, jobActor(randomUUID()));
  return {
    ...working,
    accounts,
    schedules,
    async firm(linked) {
      const id = randomUUID();
      await superuser`insert into firms (payer_id, number, name, created_at)
        select ${id}, max(number) + 1, 'A firm', now() from seven_digit_numbers`;
      await superuser`insert into seven_digit_numbers (number, payer_id) select number, payer_id from firms where payer_id = ${id}`;
      for (const accountId of linked)
        await superuser`insert into linkages (account_id, linkage_id, payer_id, starts_at, set_at)
          values (${accountId}, ${randomUUID()}, ${id}, '2020-01-01Z', now())`;
      return { payer: { kind: 'firm', id }, actor: jobActor(id) };
    },
    person: (accountId) => ({
      payer: { kind: 'account', id: accountId },
      actor: jobActor(accountId, accountId),
    }),
    made(rows) {
      const make = useMaker(schedules);
      return rows.map(({ account, ...told }, i) => {
        const accountNumber = firstNumber + accounts.indexOf(account);
        const made = make(
          uploaded(told),
          { accountId: account, accountNumber, costCenter: told.costCenter ?? '' },
          i + 2,
        );
        if (!made.ok) throw new Error(made.message);
        return made.use;
      });
    },
    write: ({ payer, actor }, uses, batch = {}, options = {}) =>
      writeUses(
        site,
        actor,
        {
          payer,
          authority: 'UPLOADED',
          origin: 'FILE',
          fileName: 'list.csv',
          digest: Buffer.alloc(32, 7),
          importedBy: actor.accountId,
          ...batch,
        },
        inPieces(uses),
        options,
      ),
  };
}
