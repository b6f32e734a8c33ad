import { createServer, type IncomingMessage } from 'node:http';
import { createHttpServer } from '@countersign/server/api/http-server';
import { buildApiSchema } from '@countersign/server/api/schema';
import type { Actor } from '@countersign/server/platform/actor';
import { arrayTypes } from '@countersign/server/platform/array-types';
import { readConfiguration } from '@countersign/server/platform/configuration';
import { openConnections } from '@countersign/server/platform/connections';
import { type Database, openDatabase } from '@countersign/server/platform/database';
import { openFiles } from '@countersign/server/platform/files';
import type { Statement } from '@countersign/server/platform/statement';
import postgres from 'postgres';

/**
 * The floor: what an operation of the API asks of the database, without GraphQL. The operation runs once with a
 * recorder between the house and its database; from then on its transactions are sent again, with the same statements,
 * values and settings, by the bare driver behind a bare node:http.
 */

/** One transaction of an operation. */
interface Unit {
  readonly settings: readonly string[];
  readonly statements: readonly Statement<unknown>[];
}

const url = process.env.DATABASE_URL ?? '';
const open = (to: string) =>
  openConnections(
    (onclose) => postgres(to, { max: 1, onnotice: () => {}, fetch_types: false, types: arrayTypes, onclose }),
    10,
  );
const connections = open(url);

const setActor =
  "select set_config('app.kind', $1, true), set_config('app.account', $2, true), set_config('app.payers', $3, true), set_config('app.courts', $4, true)";

const settingsOf = ({ kind, accountId, payers, courts }: Actor) => [
  kind,
  accountId ?? '',
  `{${payers.join(',')}}`,
  `{${courts.join(',')}}`,
];

let recording: Unit[] = [];

function recorder(database: Database): Database {
  return {
    ...database,
    read(actor, statements) {
      recording.push({ settings: settingsOf(actor), statements });
      return database.read(actor, statements);
    },
  };
}

const configuration = readConfiguration({ DATABASE_URL: url, LOG_LEVEL: 'silent', API_COST_LIMIT: '100000' });
const house = await createHttpServer({
  site: {
    database: recorder(openDatabase({ url, max: 2, prepare: true })),
    clock: { now: () => new Date() },
    configuration,
    serviceCenter: { zone: 'America/Chicago' },
    files: openFiles(process.env.DATA_DIR ?? ''),
  },
  schema: buildApiSchema(),
  clientFolder: null,
});
await house.ready();

const operations = new Map<string, readonly Unit[]>();

/** Runs an operation in the house twice and keeps what the second one, with its plans made, read. */
async function record(name: string, cookie: string, body: string): Promise<unknown> {
  const call = () =>
    house.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', cookie },
      body,
    });
  await call();
  recording = [];
  const answer = await call();
  if (answer.statusCode !== 200 || answer.json().errors) throw new Error(answer.body);
  operations.set(name, recording);
  return { statements: recording.flatMap((unit) => unit.statements).length, transactions: recording.length };
}

const send = (connection: postgres.Sql, { text, values }: Pick<Statement<unknown>, 'text' | 'values'>) =>
  connection.unsafe(text, values as never[], { prepare: true }).values();

const inTransaction = ({ settings, statements }: Unit): Promise<unknown[]> =>
  connections.use(async ({ client }) => {
    const done = await Promise.all([
      send(client, { text: 'begin read only', values: [] }),
      send(client, { text: setActor, values: settings }),
      ...statements.map((statement) => send(client, statement)),
      send(client, { text: 'commit', values: [] }),
    ]);
    return done.slice(2, -1);
  });

/** All of an operation's transactions, one after the other. */
async function replay(units: readonly Unit[]): Promise<unknown[]> {
  const rows: unknown[] = [];
  for (const unit of units) rows.push(...(await inTransaction(unit)));
  return rows;
}

/** The statements alone: no sign-in, no transaction, no settings; as the owner, past row level security. */
const bareConnections = open(process.env.OWNER_URL ?? url);
const replayBare = (units: readonly Unit[]) =>
  bareConnections.use(({ client }) =>
    Promise.all(
      units
        .filter(({ settings }) => settings[0] !== 'signin')
        .flatMap(({ statements }) => statements.map((statement) => send(client, statement))),
    ),
  );

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

async function answer(request: IncomingMessage): Promise<unknown> {
  const [, way = '', name = ''] = (request.url ?? '').split('/');
  const body = await bodyOf(request);
  if (way === 'record') return record(name, request.headers.cookie ?? '', body);
  const units = operations.get(name);
  if (!units) throw new Error(`Nothing was recorded as ${name}.`);
  return { data: await (way === 'bare' ? replayBare(units) : replay(units)) };
}

const server = createServer((request, response) => {
  answer(request).then(
    (data) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(data));
    },
    (cause) => {
      response.statusCode = 500;
      response.end(String(cause));
    },
  );
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' && address ? address.port : 0 });
});
