import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiClient } from '../support/api-client';
import { ask, done, download, ended, importOf, link, upload, worked } from '../support/imports';
import { withoutLinkages } from '../support/linkages';
import { plainSql } from '../support/sql';
import { startTestJobs } from '../support/test-jobs';
import { openTestSite, type TestSite } from '../support/test-site';

let site: TestSite;
let administrator: ApiClient;
let superuser: ReturnType<typeof plainSql>;
let endJobs: () => Promise<void>;
beforeAll(async () => {
  site = await openTestSite();
  superuser = plainSql(site.db.superuserUrl);
  await withoutLinkages(site.db);
  await link(site, 2000006, 1000001, '2020-01-01', null, 'Litigation');
  endJobs = await startTestJobs(site);
  administrator = await site.signedIn('firmadmin.demo');
});
afterAll(async () => {
  await endJobs();
  await superuser.end();
  await site.close();
});

const firm = '1000001';
/** For what is large enough that something can be done while it runs. */
const minutes = 120_000;
const header = 'Account Number,Date,Time,Court,Case Number,Client Code,Type,Description,Pages,Charge';
const row = (day: string, n: number, charge = '0.30') =>
  `2000006,${day},15:04:05,mowd,4:25-cv-${10000 + n},ACME.1,Document,Document ${n},3,${charge}`;
const fileOf = (rows: readonly string[]) => `${header}\n${rows.join('\n')}\n`;
const manyRows = (day: string, count: number) => Array.from({ length: count }, (_, n) => row(day, n));

async function uploaded(
  file: string | Uint8Array,
  client = administrator,
  payer = firm,
  query = '',
): Promise<string> {
  const { id, message } = await upload(client, payer, file, { query });
  if (id === null) throw new Error(message ?? 'The upload was refused.');
  return id;
}

/** The uses of a day, each with how often it is found in a later batch. */
const usesOf = (day: string) => superuser<Record<string, unknown>[]>`
  select description, charge_cents::int as cents, authority, verdict, cost_center,
    (select count(*)::int from use_sightings s where s.use_id = u.use_id) as seen
  from uses u where day = ${day} order by case_number, description`;

/** The keys of the files that are kept. */
async function keysKept(): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of site.files.list('usage-imports')) keys.push(key);
  return keys.sort();
}

describe('an import', () => {
  test('takes the good rows and offers the bad ones, which are mended and sent again', async () => {
    const day = '2025-03-03';
    const rows = [row(day, 1), row(day, 2, 'free'), row(day, 3)];
    const imported = await worked(administrator, firm, fileOf(rows));
    expect(imported).toMatchObject({
      state: 'DONE',
      findings: { rows: 3, goodRows: 2, badRows: 1, knownRows: 0, charge: { cents: 60 }, differingRows: 0 },
      allowedActions: [],
      batch: { uses: 2, knownUses: 0, charge: { cents: 60 } },
    });
    const kept = { cents: 30, authority: 'UPLOADED', verdict: 'EQUAL', cost_center: 'Litigation', seen: 0 };
    expect(await usesOf(day)).toEqual([
      { description: 'Document 1', ...kept },
      { description: 'Document 3', ...kept },
    ]);
    const { text } = await download(administrator, imported.badRowsUrl);
    const mended = await worked(administrator, firm, text.replace('free', '0.30'));
    expect(mended).toMatchObject({
      state: 'DONE',
      badRowsUrl: null,
      findings: { rows: 1, goodRows: 1, knownRows: 0 },
    });
    expect(await usesOf(day)).toHaveLength(3);
  });

  test('with a bad row takes nothing where it is to be all or nothing', async () => {
    const day = '2025-03-04';
    const file = fileOf([row(day, 1), row(day, 2, 'free')]);
    const failed = await worked(administrator, firm, file, 'Run', { allOrNothing: true });
    expect(failed).toMatchObject({
      state: 'FAILED',
      failure: 'One row is bad, and nothing was imported: it was to be all or nothing.',
      findings: { rows: 2, goodRows: 1, badRows: 1 },
      batch: null,
    });
    expect(failed.badRowsUrl).not.toBeNull();
    expect(await usesOf(day)).toEqual([]);
    const [{ batches } = {}] =
      await superuser`select count(*)::int as batches from usage_batches where digest = decode(${failed.digest}, 'hex')`;
    expect(batches).toBe(0);

    await done(administrator, 'Run', failed.id, { allOrNothing: false });
    expect(await ended(administrator, failed.id)).toMatchObject({ state: 'DONE', failure: null });
    expect(await usesOf(day)).toHaveLength(1);
  });

  test('of the same file again brings no use a second time, and two true purchases in one second both stay', async () => {
    const day = '2025-03-05';
    const file = fileOf([row(day, 1), row(day, 1), row(day, 2)]);
    const findings = async () => (await worked(administrator, firm, file)).findings;
    expect(await findings()).toMatchObject({ goodRows: 3, knownRows: 0 });
    expect(await findings()).toMatchObject({ goodRows: 3, knownRows: 3 });
    expect((await usesOf(day)).map(({ description, seen }) => [description, seen])).toEqual([
      ['Document 1', 1],
      ['Document 1', 1],
      ['Document 2', 1],
    ]);
  });

  test('of overlapping files in two dialects brings each use once', async () => {
    const first = [
      'Account Number,Date,Time,Court,Type,Description,Pages,Charge',
      ...[1, 2, 3].map((n) => `2000006,2025-03-06,15:0${n}:00,mowd,Document,Müller ${n},3,$0.30`),
    ];
    const second = [
      'Liste',
      'Charge;Pages;Description;Type;Court;Transaction Date;Time;Login ID',
      ...[2, 3, 4].map((n) => `0,30;3;"Müller ${n}";Document;MOWDC;06/03/2025;3:0${n} PM;ATTORNEY.demo`),
      '0,30;3;Letzte;Document;MOWDC;31/03/2025;3:00 PM;attorney.demo',
    ];
    const imported = await worked(administrator, firm, first.join('\r\n'));
    expect(imported.findings).toMatchObject({ goodRows: 3, knownRows: 0 });

    const id = await uploaded(Buffer.from(second.join('\n'), 'latin1'));
    expect(await importOf(administrator, id)).toMatchObject({
      encoding: 'windows-1252',
      separator: 'SEMICOLON',
      headerRow: 2,
      dateOrder: 'DMY',
      decimalMark: 'COMMA',
    });
    await done(administrator, 'Run', id);
    const { findings } = await ended(administrator, id);
    expect(findings).toMatchObject({ goodRows: 4, badRows: 0, knownRows: 2 });
    expect((await usesOf('2025-03-06')).map(({ description, seen }) => [description, seen])).toEqual([
      ['Müller 1', 0],
      ['Müller 2', 1],
      ['Müller 3', 1],
      ['Müller 4', 0],
    ]);
  });

  test('is read anew as Windows-1252 where it turns out not to be UTF-8', async () => {
    const last = row('2025-03-08', 1).replace('Document 1', 'M\xfcller \x96 Sohn');
    const late = [Buffer.from(fileOf(manyRows('2025-03-07', 1500))), Buffer.from(`${last}\n`, 'latin1')];
    const imported = await worked(administrator, firm, Buffer.concat(late));
    expect(imported).toMatchObject({ state: 'DONE', encoding: 'windows-1252', findings: { goodRows: 1501 } });
    expect(await usesOf('2025-03-08')).toMatchObject([{ description: 'Müller – Sohn' }]);
  });

  test.each<[string, (text: string) => Uint8Array]>([
    ['UTF-8 with a mark', (text) => Buffer.from(`\ufeff${text}`)],
    ['UTF-16', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 the other way round', (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['tabs', (text) => Buffer.from(text.replaceAll(',', '\t'))],
    ['bars', (text) => Buffer.from(text.replaceAll(',', '|'))],
    ['lines that end by CR', (text) => Buffer.from(text.replaceAll('\n', '\r'))],
  ])('reads %s', async (_, written) => {
    const text = fileOf([row('2025-03-09', 1).replace('Document 1', 'Señor Peña')]);
    const { findings } = await worked(administrator, firm, written(text), 'Check');
    expect(findings).toMatchObject({ goodRows: 1, badRows: 0, firstRows: [{ description: 'Señor Peña' }] });
  });

  test('by two at once brings each use once, and both end', async () => {
    const day = '2025-03-10';
    const file = fileOf(manyRows(day, 300));
    const ids = await Promise.all([uploaded(file), uploaded(file)]);
    await Promise.all(ids.map((id) => done(administrator, 'Run', id)));
    const ends = await Promise.all(ids.map((id) => ended(administrator, id)));
    expect(ends.map(({ state }) => state)).toEqual(['DONE', 'DONE']);
    expect(ends.map(({ findings }) => findings.knownRows).sort()).toEqual([0, 300]);
    expect(await usesOf(day)).toHaveLength(300);
  });

  test('is begun once for a key, and never a second time', async () => {
    const id = await uploaded(fileOf([row('2025-03-11', 1)]));
    const input = { expectedVersion: 1, idempotencyKey: 'once' };
    const refusals = async (changed: Record<string, unknown>) => {
      const { data } = await ask(administrator, 'Run', id, changed);
      return data.usageImportRun.userErrors.map(({ code }: { code: string }) => code);
    };
    expect(await refusals(input)).toEqual([]);
    expect(await refusals(input)).toEqual([]);
    await ended(administrator, id);
    expect(await refusals({})).toEqual(['NOT_NOW']);
    expect(await refusals({ ...input, expectedVersion: 2 })).toEqual(['IDEMPOTENCY_MISMATCH']);
  });

  test('by a person is of what he pays for himself', async () => {
    const person = await site.signedIn('clerk.mowb');
    const day = '2025-03-12';
    const file = fileOf([row(day, 1).replace('2000006', '2000005'), row(day, 2)]);
    const imported = await worked(person, 'me', file);
    expect(imported).toMatchObject({
      state: 'DONE',
      findings: { goodRows: 1, badRows: 1, problemCounts: [{ code: 'UNKNOWN_ACCOUNT' }] },
    });
    expect(await superuser`select account_id = payer_id as own from uses where day = ${day}`).toEqual([
      { own: true },
    ]);
  });

  test('by an operator can record what is billed', async () => {
    const operator = await site.signedIn('operator.demo');
    const id = await uploaded(fileOf([row('2025-03-13', 1)]), operator, firm, '&authority=RECORDED');
    await done(operator, 'Run', id);
    expect(await ended(operator, id)).toMatchObject({ state: 'DONE', authority: 'RECORDED' });
    expect(await usesOf('2025-03-13')).toMatchObject([{ authority: 'RECORDED' }]);
  });

  test('is noted in the audit trail with the digest of its file', async () => {
    const imported = await worked(administrator, firm, fileOf([row('2025-03-14', 1)]));
    const entries = await superuser`
      select action, details from audit_entries
      where stream_kind = 'firm' and (details ->> 'digest' = ${imported.digest}) order by at, entry_id`;
    expect(entries.map(({ action }) => action)).toEqual(['usage.import.uploaded', 'usage.uses.imported']);
    expect(entries[1]?.details).toMatchObject({ uses: 1, known: 0, chargeCents: 30 });
  });
});

describe('an import that is cancelled', () => {
  test(
    'while it runs keeps nothing, and can be run again',
    async () => {
      const day = '2025-04-01';
      const id = await uploaded(fileOf(manyRows(day, 60_000)));
      await done(administrator, 'Run', id);
      const read = async () => (await importOf(administrator, id)).progress.rows;
      await expect.poll(read, { timeout: 30_000 }).toBeGreaterThan(0);
      await done(administrator, 'Cancel', id);
      expect(await ended(administrator, id)).toMatchObject({
        state: 'CANCELLED',
        cancelAsked: false,
        badRowsUrl: null,
        batch: null,
        allowedActions: ['MAP', 'CHECK', 'RUN', 'DISCARD'],
      });
      expect(await usesOf(day)).toEqual([]);
      await done(administrator, 'Run', id);
      expect(await ended(administrator, id)).toMatchObject({ state: 'DONE', findings: { knownRows: 0 } });
    },
    minutes,
  );

  test('before its check begins is as it was', async () => {
    const id = await uploaded(fileOf([row('2025-04-02', 1)]));
    await endJobs();
    await done(administrator, 'Check', id);
    expect(await done(administrator, 'Cancel', id)).toMatchObject({ state: 'CHECKING', cancelAsked: true });
    endJobs = await startTestJobs(site);
    expect(await ended(administrator, id)).toMatchObject({ state: 'UPLOADED', cancelAsked: false });
    const { data } = await ask(administrator, 'Cancel', id);
    expect(data.usageImportCancel.userErrors).toMatchObject([{ code: 'NOT_NOW' }]);
  });
});

describe('an import whose process dies', () => {
  /** As it is left by a process that is gone since some minutes. */
  async function orphaned(day: string, attempts: number, minutes: number): Promise<string> {
    const id = await uploaded(fileOf([row(day, 1)]));
    const [, , importId = ''] = Buffer.from(id, 'base64url').toString().split(':');
    await superuser`update usage_imports set state = 'IMPORTING', attempt_id = gen_random_uuid(), attempts = ${attempts},
      changed_at = now() - ${minutes} * interval '1 minute' where import_id = ${importId}`;
    return id;
  }
  const revive = () => superuser`select graphile_worker.add_job('usage:revive-imports', '{}'::json)`;

  test('is done by another attempt', async () => {
    const id = await orphaned('2025-04-03', 1, 5);
    await revive();
    expect(await ended(administrator, id)).toMatchObject({ state: 'DONE' });
    expect(await usesOf('2025-04-03')).toHaveLength(1);
  });

  test('each time, fails in the end', async () => {
    const id = await orphaned('2025-04-04', 4, 5);
    await revive();
    const failed = await ended(administrator, id);
    expect(failed.state).toBe('FAILED');
    expect(failed.failure).toMatch(/broke off each time/);
    expect(await usesOf('2025-04-04')).toEqual([]);
  });

  test('is not begun anew while its attempt tells that it lives', async () => {
    const id = await orphaned('2025-04-05', 1, 0);
    await superuser`select graphile_worker.add_job('usage:import', json_build_object('payerId', payer_id, 'importId', import_id))
      from usage_imports where state = 'IMPORTING'`;
    const waiting = async () => {
      const [one] =
        await superuser`select count(*)::int as jobs from graphile_worker.jobs where task_identifier = 'usage:import'`;
      return one?.jobs;
    };
    await expect.poll(waiting, { timeout: 10_000 }).toBe(0);
    expect(await importOf(administrator, id)).toMatchObject({ state: 'IMPORTING' });
    await superuser`update usage_imports set state = 'CANCELLED', attempt_id = null where state = 'IMPORTING'`;
  });

  test(
    'because the site ends, goes on when it is started again',
    async () => {
      const day = '2025-04-06';
      const id = await uploaded(fileOf(manyRows(day, 60_000)));
      await done(administrator, 'Run', id);
      const read = async () => (await importOf(administrator, id)).progress.rows;
      await expect.poll(read, { timeout: 30_000 }).toBeGreaterThan(0);
      await endJobs();
      expect(await importOf(administrator, id)).toMatchObject({ state: 'IMPORTING' });
      expect(await usesOf(day)).toEqual([]);
      endJobs = await startTestJobs(site);
      expect(await ended(administrator, id)).toMatchObject({ state: 'DONE', findings: { goodRows: 60_000 } });
    },
    minutes,
  );
});

test('an import that is discarded is gone with its file', async () => {
  const id = await uploaded(fileOf([row('2025-04-07', 1)]));
  const discard = async (expectedVersion: number) => {
    const { usageImportDiscard } = await administrator.data(
      'mutation ($input: UsageImportDiscardInput!) { usageImportDiscard(input: $input) { discardedImport userErrors { code } } }',
      { input: { import: id, expectedVersion } },
    );
    return usageImportDiscard;
  };
  const before = await keysKept();
  expect(await discard(9)).toEqual({ discardedImport: null, userErrors: [{ code: 'STALE' }] });
  expect(await discard(1)).toEqual({ discardedImport: id, userErrors: [] });
  expect(await keysKept()).toHaveLength(before.length - 1);
  expect(await importOf(administrator, id)).toBeNull();
  expect((await discard(1)).userErrors).toEqual([{ code: 'NOT_FOUND' }]);
});

test('by night, files that no import needs are taken away, and no others', async () => {
  const day = 24 * 60 * 60;
  const clean = () => superuser`select graphile_worker.add_job('usage:clean-files', '{}'::json)`;
  await uploaded(fileOf([row('2025-04-08', 1)]));
  await worked(administrator, firm, fileOf([row('2025-04-08', 2), row('2025-04-08', 3, 'free')]));
  await site.files.put('usage-imports/broken-off', Readable.from(['half']));
  const before = await keysKept();
  await clean();
  await wait(1000);
  expect(await keysKept()).toEqual(before);

  site.clock.advance(2 * day);
  await clean();
  const needed = await superuser<{ key: string }[]>`
    select file_key as key from usage_imports where state <> 'DONE'
    union all select bad_rows_key from usage_imports where bad_rows_key is not null`;
  await expect.poll(keysKept, { timeout: 10_000 }).toEqual(needed.map(({ key }) => key).sort());
  site.clock.advance(-2 * day);
});
