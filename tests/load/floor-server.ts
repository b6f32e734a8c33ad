import { createServer } from 'node:http';
import { courts } from '@countersign/drizzle/tables/courts';
import { courtByCode } from '@countersign/server/courts/queries';
import { builder, compile, type Statement } from '@countersign/server/platform/statement';
import { grantsInForce, sessionOf } from '@countersign/server/signin/queries';
import { readToken } from '@countersign/server/signin/tokens';
import { asc, isNull } from 'drizzle-orm';
import postgres from 'postgres';

/**
 * The floor: the same session look-up, settings and SQL as the API, behind a bare node:http and with no GraphQL.
 * Under /bare the one SQL statement alone.
 */
const client = postgres(process.env.DATABASE_URL ?? '', { max: 10, onnotice: () => {} });

const list = compile(
  builder
    .select()
    .from(courts)
    .where(isNull(courts.retiredOn))
    .orderBy(asc(courts.title), asc(courts.courtId))
    .limit(51),
);

const setActor =
  "select set_config('app.kind', $1, true), set_config('app.account', $2, true), set_config('app.payers', $3, true), set_config('app.courts', $4, true)";

async function inTransaction(
  kind: string,
  accountId: string,
  statements: Statement<unknown>[],
): Promise<unknown[][]> {
  const connection = await client.reserve();
  try {
    const sent = [
      connection.unsafe('begin read only', [], { prepare: true }),
      connection.unsafe(setActor, [kind, accountId, '{}', '{}'], { prepare: true }),
      ...statements.map((s) => connection.unsafe(s.text, s.values as never[], { prepare: true }).values()),
      connection.unsafe('commit', [], { prepare: true }),
    ];
    const done = await Promise.all(sent);
    return done.slice(2, -1) as unknown as unknown[][];
  } finally {
    connection.release();
  }
}

const columns = [
  'court_id',
  'title',
  'name',
  'type',
  'circuit',
  'states',
  'next_gen',
  'next_gen_since',
  'login_url',
];
const order = Object.values(courts).flatMap((column) =>
  'name' in Object(column) ? [String(column.name)] : [],
);
const places = columns.map((name) => order.indexOf(name));

const courtOf = (row: unknown) =>
  Object.fromEntries(places.map((place, i) => [columns[i], (row as unknown[])[place]]));

const statementFor: Record<string, () => Statement<unknown>> = {
  '/courts': () => list(),
  '/court': () => courtByCode({ code: 'mowd' }),
};

async function answer(path: string, cookie: string): Promise<unknown[]> {
  const bare = path.startsWith('/bare');
  const statement = statementFor[bare ? path.slice(5) : path]?.();
  if (!statement) throw new Error(`No such floor: ${path}`);
  if (bare) return client.unsafe(statement.text, statement.values as never[], { prepare: true }).values();
  const token = readToken(/countersign-session=([\w-]+)/.exec(cookie)?.[1]);
  if (!token) throw new Error('The floor needs the session cookie.');
  const { accountId, hash } = token;
  const [[session]] = (await inTransaction('signin', accountId, [
    sessionOf({ accountId, tokenHash: hash }),
    grantsInForce({ accountId, now: new Date() }),
  ])) as [unknown[], unknown[]];
  if (!session) throw new Error('The session is not known.');
  const [rows] = await inTransaction('account', accountId, [statement]);
  return rows ?? [];
}

const server = createServer((request, response) => {
  request.resume();
  request.once('end', () => {
    answer(request.url ?? '', request.headers.cookie ?? '').then(
      (rows) => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ data: rows.map(courtOf) }));
      },
      (cause) => {
        response.statusCode = 500;
        response.end(String(cause));
      },
    );
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' && address ? address.port : 0 });
});
