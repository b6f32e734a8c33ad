import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { linkages } from '@countersign/drizzle/tables/firms';
import { systemActor } from '@countersign/server/platform/actor';
import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { expect } from 'vitest';
import type { ApiAnswer, ApiClient } from './api-client';
import type { TestSite } from './test-site';

/** Has a firm answer for an account, by their numbers; from a day until another, both in UTC. */
export async function link(
  site: TestSite,
  account: number,
  firm: number,
  from = '2015-01-01',
  until: string | null = null,
  costCenter = '',
): Promise<void> {
  const startsAt = new Date(`${from}T00:00:00Z`);
  const endsAt = until === null ? null : new Date(`${until}T00:00:00Z`);
  await site.database.write(systemActor, async (tx) => {
    const [keys] = await tx.execute<{ account_id: string; payer_id: string }>(sql`
      select a.account_id, f.payer_id from accounts a, firms f where a.account_number = ${account} and f.number = ${firm}`);
    if (!keys) throw new Error(`There is no account ${account} or no firm ${firm}.`);
    await tx.insert(linkages).values({
      accountId: keys.account_id,
      linkageId: uuidv7(),
      payerId: keys.payer_id,
      startsAt,
      endsAt,
      costCenter,
      setAt: new Date(),
    });
  });
}

export interface UploadAnswer {
  readonly status: number;
  /** Global id of the import; null when the upload was refused. */
  readonly id: string | null;
  readonly code: string | null;
  readonly message: string | null;
}

/** Uploads a file as a page does. */
export async function upload(
  client: ApiClient,
  payer: string,
  file: string | Uint8Array,
  { name = 'list.csv', query = '', headers = {} as Record<string, string> } = {},
): Promise<UploadAnswer> {
  const response = await fetch(
    `${client.url}/import/usage/${payer}?name=${encodeURIComponent(name)}${query}`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', cookie: client.cookieHeader(), ...headers },
      body: file,
    },
  );
  const answer = (await response.json()) as {
    import?: { id: string };
    errors?: { message: string; extensions: { code: string } }[];
  };
  const [error] = answer.errors ?? [];
  return {
    status: response.status,
    id: answer.import?.id ?? null,
    code: error?.extensions.code ?? null,
    message: error?.message ?? null,
  };
}

const names = 'named { name rows } otherRows';

export const importFields = `id version state authority fileName bytes digest encoding separator firstLines headerRow headers
  columns { column header } dateOrder decimalMark kindWords { text kind } mappingProblems { code columns message }
  progress { bytes rows goodRows badRows } allOrNothing cancelAsked failure badRowsUrl allowedActions
  batch { uses knownUses charge { cents } }
  findings { rows goodRows badRows knownRows charge { cents } differingRows difference { cents } problemCounts { code column rows }
    firstProblems { line code column value message }
    firstRows { line at timeKnown kind caseNumber clientCode costCenter description search format pages bytes
      billablePages charge { cents } exempt transactionNumber expectedCharge { cents } verdict cause account { accountNumber } court { code } }
    unknownAccounts { ${names} } unknownCourts { ${names} } unknownKinds { ${names} } }`;

// biome-ignore lint/suspicious/noExplicitAny: what an API answers has the shape the test asked for.
export type Import = any;

/** An import as it is now; null for whom it is not there. */
export async function importOf(client: ApiClient, id: string): Promise<Import> {
  const { node } = await client.data(
    `query ($id: ID!) { node(id: $id) { ... on UsageImport { ${importFields} } } }`,
    { id },
  );
  return node;
}

type Verb = 'Map' | 'Check' | 'Run' | 'Cancel';

/** Asks for something to be done with an import, based on its present version unless the input says otherwise. */
export async function ask(
  client: ApiClient,
  verb: Verb,
  id: string,
  input: Record<string, unknown> = {},
): Promise<ApiAnswer> {
  const version = verb === 'Cancel' ? {} : { expectedVersion: (await importOf(client, id))?.version ?? 1 };
  const key = verb === 'Run' ? { idempotencyKey: randomUUID() } : {};
  return client.query(
    `mutation ($input: UsageImport${verb}Input!) {
      usageImport${verb}(input: $input) { import { ${importFields} } userErrors { code field message } } }`,
    { input: { import: id, ...version, ...key, ...input } },
  );
}

/** The same for what must be done; the import after it. */
export async function done(
  client: ApiClient,
  verb: Verb,
  id: string,
  input: Record<string, unknown> = {},
): Promise<Import> {
  const { data, errors } = await ask(client, verb, id, input);
  const payload = data?.[`usageImport${verb}`];
  expect({ errors, userErrors: payload?.userErrors }).toEqual({ errors: [], userErrors: [] });
  return payload.import;
}

const longest = 55_000;
const pause = 50;

/** Waits until the work on an import has ended; the import then. */
export async function ended(client: ApiClient, id: string): Promise<Import> {
  for (let waited = 0; waited < longest; waited += pause) {
    const now = await importOf(client, id);
    if (!now.state.endsWith('ING')) return now;
    await wait(pause);
  }
  throw new Error('The work on the import does not end.');
}

/** Uploads, and has a check or an import run to its end. */
export async function worked(
  client: ApiClient,
  payer: string,
  file: string | Uint8Array,
  verb: 'Check' | 'Run' = 'Run',
  input: Record<string, unknown> = {},
): Promise<Import> {
  const { id, message } = await upload(client, payer, file);
  if (id === null) throw new Error(message ?? 'The upload was refused.');
  await done(client, verb, id, input);
  return ended(client, id);
}

export interface Download {
  readonly status: number;
  readonly type: string | null;
  readonly disposition: string | null;
  readonly text: string;
}

export async function download(client: ApiClient, path: string): Promise<Download> {
  const response = await fetch(`${client.url}${path}`, { headers: { cookie: client.cookieHeader() } });
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    disposition: response.headers.get('content-disposition'),
    text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer()),
  };
}
