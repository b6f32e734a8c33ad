/**
 * Every table is of one class. The class is the leading part of its primary key, the rule of its row level
 * security (`app_secure` in the migrations) and, on several machines, the column it is distributed by.
 */
export const tableClasses = {
  payer: 'Money of a person or a firm; seen by who may act for that payer.',
  court: 'Business of one court; seen by its clerks.',
  account: 'Belongs to one account; seen by its holder.',
  stream: 'The audit trail: keyed by the stream (firm, court, account or site) an entry was written to.',
  directory: 'Global uniqueness: from a name or number to the account or payer that has it.',
  shared: 'Reference data: everybody reads it, operators and importers write it.',
  published: 'What a court publishes of itself: everybody reads it, its clerks write it.',
  site: 'Seen by operators and by the jobs of the site itself.',
  machine: 'Counters of the machinery with nothing of a person in them; no actor is asked for.',
} as const;

export type TableClass = keyof typeof tableClasses;

/** The class of each table, by its name in Postgres. A table without one fails the tests. */
export const classOfTable: Record<string, TableClass> = {
  accounts: 'account',
  account_terms: 'account',
  credentials: 'account',
  role_grants: 'account',
  sessions: 'account',
  known_devices: 'account',
  idempotency_keys: 'account',
  usernames: 'directory',
  seven_digit_numbers: 'directory',
  firms: 'payer',
  firm_terms: 'payer',
  courts: 'shared',
  court_contacts: 'published',
  court_questions: 'published',
  mail_messages: 'site',
  caught_mails: 'site',
  audit_entries: 'stream',
  audit_subjects: 'stream',
  audit_seals: 'stream',
  linkages: 'account',
  fee_schedules: 'shared',
  service_center: 'shared',
  usage_batches: 'payer',
  usage_batch_quarters: 'payer',
  uses: 'payer',
  use_sightings: 'payer',
  usage_totals: 'payer',
  usage_total_deltas: 'payer',
  usage_imports: 'payer',
  import_mappings: 'payer',
  client_code_assignments: 'payer',
  assigned_uses: 'payer',
  saved_views: 'account',
  ledger_journals: 'payer',
  ledger_entries: 'payer',
  throttles: 'machine',
  api_allowances: 'machine',
};
