import type { Beginning } from '@countersign/shared/usage/import/beginning';
import type { ImportFindings, ImportProgress } from '@countersign/shared/usage/import/import-findings';
import type { ImportSettings } from '@countersign/shared/usage/import/import-settings';
import type { UseFilterWords } from '@countersign/shared/usage/use-filter';
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  pgView,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { bytes, instant } from './columns';

const quarter = () => date('quarter', { mode: 'string' }).notNull();
const cents = (name: string) => bigint(name, { mode: 'number' });

/** The fee schedules in force from a day on; `terms` holds fees in cents and what else a schedule sets. */
export const feeSchedules = pgTable('fee_schedules', {
  scheduleId: text('schedule_id').primaryKey(),
  from: date('from_day', { mode: 'string' }).notNull(),
  to: date('to_day', { mode: 'string' }),
  terms: jsonb('terms').$type<Record<string, unknown>>().notNull(),
});

/** The service center's time zone, by which days and quarters are counted; fixed at the first start. */
export const serviceCenter = pgTable(
  'service_center',
  {
    id: integer('id').primaryKey().default(1),
    zone: text('zone').notNull(),
    fixedAt: instant('fixed_at').notNull(),
  },
  (t) => [check('service_center_one_row', sql`${t.id} = 1`)],
);

/**
 * What one import or recording wrote for one payer. RECORDED uses are billed (by the service, a court or an
 * operator), UPLOADED ones are only reconciled.
 */
export const usageBatches = pgTable(
  'usage_batches',
  {
    payerId: uuid('payer_id').notNull(),
    batchId: uuid('batch_id').notNull(),
    authority: text('authority').notNull(),
    /** FILE, RECEIPTS or DEMONSTRATION. */
    origin: text('origin').notNull(),
    fileName: text('file_name'),
    /** SHA-256 of the file or of the receipts. */
    digest: bytes('digest'),
    importedBy: uuid('imported_by'),
    at: instant('at').notNull(),
    uses: integer('uses').notNull(),
    /** Rows that were uses of an earlier batch. */
    known: integer('known').notNull().default(0),
    chargeCents: cents('charge_cents').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.payerId, t.batchId] }),
    index('usage_batches_by_at').on(t.payerId, t.at, t.batchId),
    check('usage_batches_authority', sql`${t.authority} in ('RECORDED', 'UPLOADED')`),
  ],
);

/** What of a batch is in each quarter: the ledger takes one journal from each row. */
export const usageBatchQuarters = pgTable(
  'usage_batch_quarters',
  {
    payerId: uuid('payer_id').notNull(),
    batchId: uuid('batch_id').notNull(),
    quarter: quarter(),
    uses: integer('uses').notNull(),
    chargeCents: cents('charge_cents').notNull(),
  },
  (t) => [primaryKey({ columns: [t.payerId, t.batchId, t.quarter] })],
);

/**
 * One use of PACER, partitioned by quarter (its first day, in the service center's zone). Money in cents. The client
 * code as it was given is kept; the effective one stands beside it and is '' where there is none.
 */
export const uses = pgTable(
  'uses',
  {
    payerId: uuid('payer_id').notNull(),
    quarter: quarter(),
    useId: uuid('use_id').notNull(),
    accountId: uuid('account_id').notNull(),
    /** Null for the case locator and the service center. */
    courtId: text('court_id'),
    at: instant('at').notNull(),
    /** False where the source gives the day alone; `at` is then its midnight. */
    timeKnown: boolean('time_known').notNull(),
    /** In the service center's zone. */
    day: date('day', { mode: 'string' }).notNull(),
    kind: text('kind').notNull(),
    givenClientCode: text('given_client_code').notNull(),
    clientCode: text('client_code').notNull(),
    costCenter: text('cost_center').notNull(),
    caseNumber: text('case_number'),
    /** The case number as it is searched for: lower case, without spaces. */
    caseKey: text('case_key'),
    description: text('description'),
    search: text('search'),
    format: text('format'),
    pages: integer('pages'),
    bytes: bigint('bytes', { mode: 'number' }),
    billablePages: integer('billable_pages'),
    chargeCents: integer('charge_cents').notNull(),
    /** By the schedule; null where it cannot be told. */
    expectedCents: integer('expected_cents'),
    scheduleId: text('schedule_id'),
    /** EQUAL, OVER, UNDER or UNCHECKABLE. */
    verdict: text('verdict').notNull(),
    /** Why the charge differs or cannot be checked. */
    cause: text('cause'),
    /** An ExemptReason, or OTHER; null where the use is not exempt. */
    exempt: text('exempt'),
    /** The reason in the source's words. */
    exemptNote: text('exempt_note'),
    authority: text('authority').notNull(),
    batchId: uuid('batch_id').notNull(),
    /** TRANSACTION or CONTENT: what `source_key` is the SHA-256 (first 16 bytes) of. */
    source: text('source').notNull(),
    sourceKey: bytes('source_key').notNull(),
    transactionId: text('transaction_id'),
    /** What the use was, with its ordinal among identical ones: the same use from a source without numbers is found by it. */
    contentKey: bytes('content_key').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.payerId, t.quarter, t.useId] }),
    uniqueIndex('uses_once').on(t.payerId, t.quarter, t.source, t.sourceKey),
    // Not by the payer first: of a new partition Postgres knows nothing, and would take any index that begins so.
    index('uses_by_content').on(t.contentKey, t.payerId, t.quarter),
    index('uses_by_at').on(t.payerId, t.at, t.useId),
    index('uses_by_charge').on(t.payerId, t.chargeCents, t.useId),
    index('uses_by_account').on(t.accountId, t.at, t.useId),
    index('uses_by_court').on(t.payerId, t.courtId, t.at, t.useId),
    index('uses_by_client').on(t.payerId, t.clientCode, t.at, t.useId),
    index('uses_by_case').on(t.payerId, t.caseKey, t.at, t.useId),
    index('uses_differing').on(t.payerId, t.at, t.useId).where(sql`${t.verdict} in ('OVER', 'UNDER')`),
    check('uses_authority', sql`${t.authority} in ('RECORDED', 'UPLOADED')`),
    check('uses_verdict', sql`${t.verdict} in ('EQUAL', 'OVER', 'UNDER', 'UNCHECKABLE')`),
    check('uses_source', sql`${t.source} in ('TRANSACTION', 'CONTENT')`),
    check('uses_quarter', sql`${t.day} >= ${t.quarter} and ${t.day} < ${t.quarter} + interval '3 months'`),
  ],
);

/** That a use was found in a later batch as well: 'also in'. */
export const useSightings = pgTable(
  'use_sightings',
  {
    payerId: uuid('payer_id').notNull(),
    quarter: quarter(),
    useId: uuid('use_id').notNull(),
    batchId: uuid('batch_id').notNull(),
    /** Line of the file, from 1; null for receipts. */
    line: integer('line'),
  },
  (t) => [primaryKey({ columns: [t.payerId, t.quarter, t.useId, t.batchId] })],
);

/** The measures of totals. Money in cents. */
const measures = {
  uses: bigint('uses', { mode: 'number' }).notNull(),
  chargeCents: cents('charge_cents').notNull(),
  /** Of access to court records: what the waiver is tested on. */
  accessCents: cents('access_cents').notNull(),
  recordedUses: bigint('recorded_uses', { mode: 'number' }).notNull(),
  recordedCents: cents('recorded_cents').notNull(),
  exemptUses: bigint('exempt_uses', { mode: 'number' }).notNull(),
  differingUses: bigint('differing_uses', { mode: 'number' }).notNull(),
  /** Charged less expected of the differing ones. */
  differenceCents: cents('difference_cents').notNull(),
  uncodedUses: bigint('uncoded_uses', { mode: 'number' }).notNull(),
  uncodedCents: cents('uncoded_cents').notNull(),
};

/** What totals are of; what a grouping does not name is the nil uuid or ''. */
const totalKeys = () => ({
  payerId: uuid('payer_id').notNull(),
  quarter: quarter(),
  /** NONE, ACCOUNT, COURT, CLIENT, KIND, COST_CENTER, or a pair of the first four. */
  grouping: text('grouping').notNull(),
  /** DAY, WEEK (seven days of the quarter, counted from its first) or QUARTER; pairs have QUARTER alone. */
  period: text('period').notNull(),
  /** First day of the period. */
  startsOn: date('starts_on', { mode: 'string' }).notNull(),
  accountId: uuid('account_id').notNull(),
  courtId: text('court_id').notNull(),
  clientCode: text('client_code').notNull(),
  kind: text('kind').notNull(),
  costCenter: text('cost_center').notNull(),
});

/** Totals of uses, folded from the deltas by a job. */
export const usageTotals = pgTable('usage_totals', { ...totalKeys(), ...measures }, (t) => [
  primaryKey({
    columns: [
      t.payerId,
      t.quarter,
      t.grouping,
      t.period,
      t.startsOn,
      t.accountId,
      t.courtId,
      t.clientCode,
      t.kind,
      t.costCenter,
    ],
  }),
]);

/** Signed changes of totals, one row for each key a transaction touched; readers sum them with the totals. */
export const usageTotalDeltas = pgTable(
  'usage_total_deltas',
  {
    ...totalKeys(),
    /** The transaction, and the row among its rows: narrower than the key of totals, since a large import has a million. */
    changeId: uuid('change_id').notNull(),
    line: integer('line').notNull(),
    ...measures,
  },
  (t) => [primaryKey({ columns: [t.payerId, t.quarter, t.grouping, t.period, t.changeId, t.line] })],
);

/** Totals as they are now: the folded ones and the deltas since, to be summed; made in the migrations. */
export const usageTotalsNow = pgView('usage_totals_now', { ...totalKeys(), ...measures }).existing();

/** An upload on its way to a batch: checked first, then imported, and cancelled at any time before its end. */
export const usageImports = pgTable(
  'usage_imports',
  {
    payerId: uuid('payer_id').notNull(),
    importId: uuid('import_id').notNull(),
    state: text('state').notNull(),
    authority: text('authority').notNull(),
    fileName: text('file_name').notNull(),
    /** Key of the uploaded file in the store of files. */
    fileKey: text('file_key').notNull(),
    bytes: bigint('bytes', { mode: 'number' }).notNull(),
    digest: bytes('digest').notNull(),
    /** Who uploaded it; null for a command. */
    createdBy: uuid('created_by'),
    createdAt: instant('created_at').notNull(),
    /** Separator, encoding, header line, first rows: what a glimpse at the file found. */
    dialect: jsonb('dialect').$type<Beginning>().notNull(),
    /** Places of the columns, date order, decimal mark and words for kinds, as set by the person or recognized. */
    mapping: jsonb('mapping').$type<ImportSettings>().notNull(),
    /** Bytes and rows read, rows good and bad. */
    progress: jsonb('progress').$type<ImportProgress>().notNull(),
    /** What the check or the import found: problems by code, unknown accounts and courts with counts, first rows. */
    findings: jsonb('findings').$type<ImportFindings>().notNull(),
    /** Key of the file of bad rows; null where there are none. */
    badRowsKey: text('bad_rows_key'),
    /** Whether one bad row is to stop the import; otherwise the good ones are taken. */
    allOrNothing: boolean('all_or_nothing').notNull().default(false),
    /** Which attempt of a job is at it; null where none is. */
    attemptId: uuid('attempt_id'),
    attempts: integer('attempts').notNull().default(0),
    cancelAskedAt: instant('cancel_asked_at'),
    batchId: uuid('batch_id'),
    /** Why it failed, in a sentence. */
    failure: text('failure'),
    changedAt: instant('changed_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.payerId, t.importId] }),
    index('usage_imports_by_created').on(t.payerId, t.createdAt, t.importId),
    check(
      'usage_imports_state',
      sql`${t.state} in ('UPLOADED', 'CHECKING', 'CHECKED', 'IMPORTING', 'DONE', 'CANCELLED', 'FAILED')`,
    ),
  ],
);

/** The mapping a payer used for a file with the same header, to be offered again. */
export const importMappings = pgTable(
  'import_mappings',
  {
    payerId: uuid('payer_id').notNull(),
    /** SHA-256 of the header's cells. */
    headerHash: bytes('header_hash').notNull(),
    mapping: jsonb('mapping').$type<ImportSettings>().notNull(),
    usedAt: instant('used_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.payerId, t.headerHash] })],
);

/** A client code given to uses afterwards. */
export const clientCodeAssignments = pgTable(
  'client_code_assignments',
  {
    payerId: uuid('payer_id').notNull(),
    assignmentId: uuid('assignment_id').notNull(),
    /** Counted by payer from 1, in the order in which they happened. */
    number: integer('number').notNull(),
    /** '' takes the code away. */
    clientCode: text('client_code').notNull(),
    assignedBy: uuid('assigned_by').notNull(),
    at: instant('at').notNull(),
    /** How the uses were chosen: the words of the filter, or null where they were named one by one. */
    filter: jsonb('filter').$type<UseFilterWords>(),
    uses: integer('uses').notNull(),
    chargeCents: cents('charge_cents').notNull(),
    undoneAt: instant('undone_at'),
    undoneBy: uuid('undone_by'),
    /** How many of the uses got back what they had. */
    undoneUses: integer('undone_uses'),
  },
  (t) => [
    primaryKey({ columns: [t.payerId, t.assignmentId] }),
    uniqueIndex('client_code_assignments_in_order').on(t.payerId, t.number),
  ],
);

/** A use whose effective code an assignment changed, and from what. */
export const assignedUses = pgTable(
  'assigned_uses',
  {
    payerId: uuid('payer_id').notNull(),
    quarter: quarter(),
    useId: uuid('use_id').notNull(),
    assignmentId: uuid('assignment_id').notNull(),
    /** Null where the use had the code it came with, whatever a later source says that was. */
    before: text('before'),
  },
  (t) => [
    primaryKey({ columns: [t.payerId, t.assignmentId, t.quarter, t.useId] }),
    index('assigned_uses_by_use').on(t.payerId, t.quarter, t.useId),
  ],
);

/** A view of a payer's transactions that a person kept under a name. */
export const savedViews = pgTable(
  'saved_views',
  {
    accountId: uuid('account_id').notNull(),
    viewId: uuid('view_id').notNull(),
    payerId: uuid('payer_id').notNull(),
    name: text('name').notNull(),
    /** The address's query: filter and order. */
    query: text('query').notNull(),
    /** The columns that are shown, in their order. */
    columns: jsonb('columns').$type<readonly string[]>().notNull(),
    createdAt: instant('created_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.viewId] }),
    uniqueIndex('saved_views_one_name').on(t.accountId, t.payerId, t.name),
  ],
);
