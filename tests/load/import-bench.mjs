import { randomUUID } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import postgres from 'postgres';
import { median, ratio } from './measure.mjs';
import { ask, signIn, withSite } from './running-site.mjs';

const rows = 1_000_000;
const firm = '1000001';

const state = `query State($id: ID!) { node(id: $id) { ... on UsageImport { version state failure progress { rows badRows }
  batch { uses knownUses } } } }`;

const change = (name) => `mutation Change($input: ${name[0].toUpperCase()}${name.slice(1)}Input!) {
  ${name}(input: $input) { userErrors { message } } }`;

/** Uploads a file as a page does; the import's global id. */
async function upload({ url, cookie }, path) {
  const answer = await fetch(`${url}/import/usage/${firm}?name=bench.tsv`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', cookie },
    body: await openAsBlob(path),
  });
  const said = await answer.json();
  if (answer.status !== 201) throw new Error(JSON.stringify(said));
  return said.import.id;
}

/** Asks for the next step of an import and waits for its end; seconds. */
async function step(caller, id, name, until) {
  const began = performance.now();
  const { version } = (await ask(caller, state, { id })).node;
  const key = name === 'usageImportRun' ? { idempotencyKey: randomUUID() } : {};
  const input = { import: id, expectedVersion: version, ...key };
  const { [name]: answer } = await ask(caller, change(name), { input });
  if (answer.userErrors.length > 0) throw new Error(JSON.stringify(answer.userErrors));
  for (;;) {
    const { node } = await ask(caller, state, { id });
    if (node.state === until) return { seconds: (performance.now() - began) / 1000, node };
    if (['FAILED', 'CANCELLED'].includes(node.state)) throw new Error(JSON.stringify(node));
    await wait(50);
  }
}

/** The most memory a process ever had, in MB. */
async function peakOf({ pid }) {
  const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

/** A table with the partitions, keys and indexes of uses, and one with none; both empty. */
async function makeTables(sql) {
  await sql.unsafe(`
    drop table if exists alike, bare;
    create table bare (like uses);
    create table alike (like uses including all) partition by range (quarter);
    do $$ declare part record; begin
      for part in select c.relname, pg_get_expr(c.relpartbound, c.oid) as bound
        from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'uses'::regclass
      loop execute format('create table %I partition of alike %s', 'alike_' || part.relname, part.bound); end loop;
    end $$;`);
}

/** Seconds of a COPY of the rows in the file into a table that is empty. */
async function copyInto(sql, table, file) {
  await makeTables(sql);
  await sql.unsafe('checkpoint');
  const began = performance.now();
  await sql.unsafe(`copy ${table} from '${file}'`);
  return (performance.now() - began) / 1000;
}

const perSecond = (seconds) =>
  `${seconds.toFixed(1)} s (${Math.round(rows / seconds).toLocaleString('en')} rows/s)`;

/** A million rows of a file, parsed, judged, priced and written with all that hangs on them, against COPY alone. */
export const importBench = () =>
  withSite(
    async (site) => {
      const path = join(site.dataDir, 'bench.tsv');
      await site.command('demo:file', '--dialect', 'tsv', '--rows', String(rows), '--out', path);
      const { size } = await stat(path);
      console.log(`\nImport of ${rows.toLocaleString('en')} rows, ${Math.round(size / 1_000_000)} MB`);
      const caller = { url: site.url, cookie: await signIn(site.url, 'firmadmin.demo') };
      const id = await upload(caller, path);
      const check = await step(caller, id, 'usageImportCheck', 'CHECKED');
      const run = await step(caller, id, 'usageImportRun', 'DONE');
      const { uses, knownUses } = run.node.batch;
      if (uses + knownUses !== rows) throw new Error(JSON.stringify(run.node));
      console.log(`check ${perSecond(check.seconds)}  import ${perSecond(run.seconds)}`);
      console.log(`peak memory of the server ${Math.round(await peakOf(site.server))} MB (goal 400)`);

      const sql = postgres(site.ownerUrl, { max: 1, onnotice: () => {} });
      const file = join(tmpdir(), `countersign-bench-${process.pid}.copy`);
      try {
        // Keys of uses are made in the order in which the rows were read.
        await sql.unsafe(`copy (select * from uses where batch_id = (select batch_id from usage_batches
          where origin = 'FILE' order by at desc limit 1) order by use_id) to '${file}'`);
        const into = { alike: [], bare: [] };
        for (let round = 0; round < 3; round += 1)
          for (const table of Object.keys(into)) into[table].push(await copyInto(sql, table, file));
        const [alike, bare] = [median(into.alike), median(into.bare)];
        console.log(
          `COPY into the same partitions, keys and indexes ${perSecond(alike)}  ratio ${ratio(alike / run.seconds)} (goal 0.40)\n` +
            `COPY into a bare table ${perSecond(bare)}  ratio ${ratio(bare / run.seconds)}`,
        );
      } finally {
        await sql.end();
        await rm(file, { force: true });
      }
    },
    { UPLOAD_LIMIT_MB: '2000' },
  );
