import { usageBatches, usageBatchQuarters } from '@countersign/drizzle/tables/usage';
import { and, asc, eq, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { recordAudit } from '../audit/record';
import { postAccruals } from '../billing/post-accruals';
import type { Actor } from '../platform/actor';
import type { BulkTransaction } from '../platform/bulk';
import type { Transaction } from '../platform/database';
import type { Site } from '../platform/site';
import { lockUsage } from './lock-usage';
import {
  type Matching,
  matchUses,
  matchWithinChunk,
  noteSightings,
  numberKnown,
  replaceUploaded,
} from './match-uses';
import { type NewUse, stagedColumns, stagedNames } from './new-use';
import type { Payer } from './payer';
import { recountBatches } from './recount-batches';
import { ChunkMaker, type StagedChunk } from './stage-uses';
import { recordTotalDeltas, totalledColumns } from './total-deltas';
import { tellUsageChanged } from './usage-changed';

/** What an import or a recording is known by. */
export interface NewBatch {
  readonly payer: Payer;
  readonly authority: 'RECORDED' | 'UPLOADED';
  readonly origin: 'FILE' | 'RECEIPTS' | 'DEMONSTRATION';
  readonly fileName: string | null;
  /** SHA-256 of the file or of the receipts. */
  readonly digest: Buffer | null;
  readonly importedBy: string | null;
  /** Made here where the caller needs none beforehand. */
  readonly batchId?: string;
}

export interface UsesWritten {
  readonly batchId: string;
  /** Uses that are this batch's. */
  readonly uses: number;
  /** Rows that were uses of an earlier batch, or of this one by the number of their transaction. */
  readonly known: number;
  readonly chargeCents: number;
  readonly quarters: readonly {
    readonly quarter: string;
    readonly uses: number;
    readonly chargeCents: number;
  }[];
}

export interface WriteOptions {
  /** Ends the writing and rolls everything back. */
  readonly signal?: AbortSignal;
  /** Told after each chunk how many rows were written or known so far. */
  readonly onProgress?: (sofar: { readonly uses: number; readonly known: number }) => void;
  /** Rows written at a time. */
  readonly rowsAtOnce?: number;
}

/** An account was linked or unlinked between the reading of the rows and their writing; the next attempt sees it. */
export class LinkagesChanged extends Error {
  constructor() {
    super('Who answers for the accounts changed while the uses were read. Start the import again.');
  }
}

const usualRowsAtOnce = 20_000;

async function prepare({ tx }: BulkTransaction): Promise<void> {
  // For as long as the transaction: sorting and grouping a million rows in memory, staging without the disk.
  await tx.execute(sql`
    select set_config('work_mem', '128MB', true), set_config('temp_buffers', '32MB', true), set_config('jit', 'off', true)`);
  await tx.execute(sql`
    create temp table staged_uses (${sql.raw(stagedColumns)}, assigned_code text, replaces boolean not null default false)
      on commit drop`);
  await tx.execute(sql`
    create temp table known_uses (n integer, quarter date, use_id uuid, batch_id uuid, authority text, source text)
      on commit drop`);
  await tx.execute(sql`
    create temp table changed_uses on commit drop as
    select 1 as sign, batch_id, ${totalledColumns} from uses where false`);
}

/** Each row must be of the payer at its instant; what the rows were read by may be older than the lock. */
async function checkResponsible(tx: Transaction, payer: Payer): Promise<void> {
  const linked = sql`select from linkages l where l.account_id = s.account_id
    and s.at >= l.starts_at and (l.ends_at is null or s.at < l.ends_at)`;
  const wrong =
    payer.kind === 'firm'
      ? sql`not exists (${linked} and l.payer_id = ${payer.id})`
      : sql`s.account_id <> ${payer.id} or exists (${linked})`;
  const [row] = await tx.execute(sql`select 1 as wrong from staged_uses s where ${wrong} limit 1`);
  if (row) throw new LinkagesChanged();
}

/** Writes the staged rows that are not known, in the order of their instants: so the indexes grow where they just did. */
async function insertNew(tx: Transaction, batch: NewBatch, batchId: string, known: number): Promise<number> {
  const fresh = known > 0 ? sql`where not exists (select from known_uses k where k.n = s.n)` : sql``;
  const { count } = await tx.execute(sql`
    insert into uses (payer_id, quarter, use_id, account_id, court_id, at, time_known, day, kind, given_client_code,
      client_code, cost_center, case_number, case_key, description, search, format, pages, bytes, billable_pages,
      charge_cents, expected_cents, schedule_id, verdict, cause, exempt, exempt_note, authority, batch_id, source,
      source_key, transaction_id, content_key)
    select ${batch.payer.id}::uuid, quarter, use_id, account_id, court_id, at, time_known, day, kind, client_code,
      coalesce(assigned_code, client_code), cost_center, case_number, case_key, description, search, format, pages, bytes,
      billable_pages, charge_cents, expected_cents, schedule_id, verdict, cause, exempt, exempt_note,
      ${batch.authority}, ${batchId}::uuid, case when transaction_key is null then 'CONTENT' else 'TRANSACTION' end,
      coalesce(transaction_key, content_key), transaction_id, content_key
    from staged_uses s ${fresh} order by at, n`);
  await tx.execute(sql`
    insert into changed_uses
    select 1, ${batchId}::uuid, ${batch.payer.id}::uuid, quarter, day, account_id, court_id,
      coalesce(assigned_code, client_code), kind, cost_center, charge_cents, expected_cents, ${batch.authority}, exempt, verdict
    from staged_uses s ${fresh}`);
  return count;
}

/** Writes one import after another's rows, chunk by chunk. */
class UseWriter {
  private readonly history = new Map<string, boolean>();
  uses = 0;
  known = 0;

  constructor(
    private readonly site: Site,
    private readonly bulk: BulkTransaction,
    private readonly batch: NewBatch,
    private readonly batchId: string,
  ) {}

  /**
   * Makes the partitions of quarters that come for the first time, and finds out whether the payer has uses there, which
   * the rows are then looked for among. Over another connection: this transaction is long, and others would wait for it.
   */
  private async openQuarters(quarters: Iterable<string>): Promise<void> {
    const { database } = this.site;
    for (const quarter of quarters) {
      if (this.history.has(quarter)) continue;
      await database.machine('select usage_partition_ensure($1::text::date)', [quarter]);
      const [row] = await this.bulk.tx.execute<{ some: boolean }>(sql`
        select exists (select from uses where payer_id = ${this.batch.payer.id} and quarter = ${quarter}) as some`);
      const some = row?.some ?? false;
      if (some) await database.machine('select usage_partition_analyze($1::text::date)', [quarter]);
      this.history.set(quarter, some);
    }
  }

  private async findKnown(chunk: StagedChunk): Promise<number> {
    const { tx } = this.bulk;
    const quarters = [...chunk.quarters].filter((quarter) => this.history.get(quarter));
    if (quarters.length === 0 && !chunk.numberSeen) return 0;
    const matching: Matching = { payerId: this.batch.payer.id, batchId: this.batchId, quarters };
    let known = await matchUses(tx, matching);
    if (chunk.numberSeen) known += await matchWithinChunk(tx, matching);
    if (known > 0 && this.batch.authority === 'RECORDED') known -= await replaceUploaded(tx, matching);
    if (known > 0) {
      await numberKnown(tx, matching);
      await noteSightings(tx, matching);
    }
    return known;
  }

  async write(chunk: StagedChunk): Promise<void> {
    const { tx, copy } = this.bulk;
    await this.openQuarters(chunk.quarters);
    await tx.execute(sql`truncate staged_uses, known_uses`);
    await copy(`copy staged_uses (${stagedNames}) from stdin`, chunk.rows);
    await checkResponsible(tx, this.batch.payer);
    const known = await this.findKnown(chunk);
    this.uses += await insertNew(tx, this.batch, this.batchId, known);
    this.known += known;
  }
}

/** Writes all chunks while the next ones are still being read. */
async function writeChunks(
  writer: UseWriter,
  chunks: AsyncIterable<readonly NewUse[]>,
  { signal, onProgress, rowsAtOnce = usualRowsAtOnce }: WriteOptions,
): Promise<void> {
  const maker = new ChunkMaker(rowsAtOnce);
  let writing: Promise<void> = Promise.resolve();
  const next = async () => {
    await writing;
    signal?.throwIfAborted();
    writing = writer.write(maker.take()).then(() => onProgress?.({ uses: writer.uses, known: writer.known }));
    // It is waited for before the next one, and at the end.
    writing.catch(() => {});
  };
  try {
    for await (const uses of chunks) {
      signal?.throwIfAborted();
      for (const use of uses) if (maker.add(use)) await next();
    }
    await next();
    await writing;
  } finally {
    await Promise.allSettled([writing]);
  }
}

async function readWritten(tx: Transaction, payerId: string, batchId: string): Promise<UsesWritten> {
  const [batch] = await tx
    .select()
    .from(usageBatches)
    .where(and(eq(usageBatches.payerId, payerId), eq(usageBatches.batchId, batchId)));
  if (!batch) throw new Error('The batch that was written is not there.');
  const quarters = await tx
    .select({
      quarter: usageBatchQuarters.quarter,
      uses: usageBatchQuarters.uses,
      chargeCents: usageBatchQuarters.chargeCents,
    })
    .from(usageBatchQuarters)
    .where(and(eq(usageBatchQuarters.payerId, payerId), eq(usageBatchQuarters.batchId, batchId)))
    .orderBy(asc(usageBatchQuarters.quarter));
  return { batchId, uses: batch.uses, known: batch.known, chargeCents: batch.chargeCents, quarters };
}

/** As `writeUses`, in a bulk transaction that does other things besides. */
export async function writeUsesIn(
  site: Site,
  bulk: BulkTransaction,
  actor: Actor,
  batch: NewBatch,
  chunks: AsyncIterable<readonly NewUse[]>,
  options: WriteOptions = {},
): Promise<UsesWritten> {
  const { tx } = bulk;
  const { payer, authority, origin, fileName, digest, importedBy, batchId = uuidv7() } = batch;
  const at = site.clock.now();
  await lockUsage(tx, [payer.id]);
  await prepare(bulk);
  const writer = new UseWriter(site, bulk, batch, batchId);
  await writeChunks(writer, chunks, options);

  const { known } = writer;
  const described = { authority, origin, fileName, digest, importedBy, at, known };
  await tx.insert(usageBatches).values({ payerId: payer.id, batchId, ...described, uses: 0, chargeCents: 0 });
  await recountBatches(tx, [payer.id], sql`changed_uses`);
  await recordTotalDeltas(tx, sql`changed_uses`);
  const written = await readWritten(tx, payer.id, batchId);
  const { uses, chargeCents, quarters } = written;
  if (authority === 'RECORDED') {
    const charged = quarters.map((one) => ({ quarter: one.quarter, cents: one.chargeCents }));
    await postAccruals(tx, { payerId: payer.id, batchId, at, quarters: charged });
  }
  await recordAudit(tx, actor, {
    stream: payer,
    action: 'usage.uses.imported',
    details: {
      batchId,
      authority,
      origin,
      fileName,
      digest: digest?.toString('hex') ?? null,
      uses,
      known,
      chargeCents,
      quarters: quarters.map(({ quarter }) => quarter),
    },
    at,
  });
  await tellUsageChanged(tx, [payer.id]);
  return written;
}

/**
 * Writes an import or a recording in one transaction, all of it or nothing: new uses, sightings of those that were
 * known, totals, the batch, the ledger where they are billed, and the entry in the payer's audit trail. The uses come
 * chunk by chunk and are never all in memory.
 */
export function writeUses(
  site: Site,
  actor: Actor,
  batch: NewBatch,
  chunks: AsyncIterable<readonly NewUse[]>,
  options: WriteOptions = {},
): Promise<UsesWritten> {
  return site.database.writeBulk(
    actor,
    (bulk) => writeUsesIn(site, bulk, actor, batch, chunks, options),
    options.signal,
  );
}
