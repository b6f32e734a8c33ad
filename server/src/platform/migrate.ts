import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator';
import { runMigrations as migrateJobs } from 'graphile-worker';
import postgres from 'postgres';
import { StartFault } from './fault';
import { projectRoot } from './project-root';

/** The role the application's rights are given to; it owns nothing and row level security holds for it. */
export const applicationRole = 'countersign_app';

const oldestPostgres = 15;

/** Says in one sentence why a database cannot be reached. */
export function connectionFault(url: string, cause: unknown): StartFault {
  const { hostname, port, pathname } = new URL(url);
  const where = `${hostname}:${port || 5432}${pathname}`;
  const code = (cause as { code?: string }).code ?? '';
  const why = cause instanceof Error ? cause.message : String(cause);
  if (code === '28P01' || code === '28000')
    return new StartFault(
      `Postgres at ${where} refused the login (${why}): correct the user and password in DATABASE_URL.`,
    );
  if (code === '3D000')
    return new StartFault(`Postgres at ${where} has no such database: create it, or correct DATABASE_URL.`);
  return new StartFault(
    `The database at ${where} cannot be reached (${code || why}): check that it runs and that DATABASE_URL names it.`,
  );
}

const longestWait = 10_000;

/** Opens one connection and proves it: a server that takes connections and never answers is told of, too. */
export async function connectTo(url: string, atMost = longestWait): Promise<postgres.Sql> {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  const late = wait(atMost, undefined, { ref: false }).then(() => {
    throw new Error(`no answer in ${atMost / 1000} seconds`);
  });
  try {
    await Promise.race([client`select 1`, late]);
    return client;
  } catch (cause) {
    await client.end({ timeout: 1 });
    throw connectionFault(url, cause);
  }
}

/** Says what to do when the owner's login lacks a right; any other fault stays as it is. */
function migrationFault(url: string, cause: unknown): unknown {
  const { code, message } = ((cause as { cause?: unknown }).cause ?? cause) as {
    code?: string;
    message?: string;
  };
  if (code !== '42501') return cause;
  const { username, pathname } = new URL(url);
  return new StartFault(
    `The login ${username} may not bring the database ${pathname.slice(1)} to the present shape (${message}): set DATABASE_OWNER_URL to a login that owns it.`,
  );
}

/** Lets the application enqueue and work off jobs; graphile-worker makes its tables with row level security and no policy. */
const grantJobs = `
  do $$
  declare t record;
  begin
    for t in select format('%I.%I', schemaname, tablename)::regclass as id
             from pg_tables where schemaname = 'graphile_worker' loop
      execute format('grant select, insert, update, delete on %s to ${applicationRole}', t.id);
      if not exists (select from pg_policy where polrelid = t.id and polname = 'app_jobs') then
        execute format('create policy app_jobs on %s to ${applicationRole} using (true) with check (true)', t.id);
      end if;
    end loop;
  end $$;
  grant usage on schema graphile_worker to ${applicationRole};
  grant usage on all sequences in schema graphile_worker to ${applicationRole};
  grant execute on all functions in schema graphile_worker to ${applicationRole};`;

async function prepareRole(client: postgres.Sql): Promise<void> {
  const [version] = await client`select current_setting('server_version_num')::int / 10000 as major`;
  if (version?.major < oldestPostgres) {
    throw new StartFault(
      `This Postgres is version ${version?.major}; Countersign needs ${oldestPostgres} or later.`,
    );
  }
  const [state] = await client`
    select exists (select from pg_roles where rolname = ${applicationRole}) as there, rolcreaterole or rolsuper as may_create
    from pg_roles where rolname = current_user`;
  if (state?.there) return;
  if (!state?.may_create) {
    throw new StartFault(
      `The role ${applicationRole} is missing and this login may not create it: have an administrator run "create role ${applicationRole}; grant ${applicationRole} to ${client.options.user};".`,
    );
  }
  await client.unsafe(`create role ${applicationRole} nologin`);
  await client.unsafe(`grant ${applicationRole} to current_user`);
}

/** Brings the database to the present shape, as its owner; safe when several processes start at once. */
export async function migrateDatabase(ownerUrl: string): Promise<void> {
  const client = await connectTo(ownerUrl);
  try {
    const orm = drizzle(client);
    await orm.execute(sql`select pg_advisory_lock(hashtext('countersign migrate'))`);
    await prepareRole(client);
    await runMigrations(orm, { migrationsFolder: join(projectRoot, 'drizzle', 'migrations') });
    await migrateJobs({ connectionString: ownerUrl, maxPoolSize: 1 });
    await client.unsafe(grantJobs);
  } catch (cause) {
    throw migrationFault(ownerUrl, cause);
  } finally {
    await client.end({ timeout: 5 });
  }
}

/** The role a login must take on so that it cannot do more than the application: none when it already is that role. */
export async function roleToTakeOn(url: string): Promise<string | undefined> {
  const client = await connectTo(url);
  try {
    const [login] = await client`
      select current_user as name, pg_has_role(current_user, ${applicationRole}, 'member') as may_take_it_on`;
    if (login?.name === applicationRole) return undefined;
    if (login?.may_take_it_on) return applicationRole;
    throw new StartFault(
      `The login ${login?.name} may not act as ${applicationRole}: have an administrator run "grant ${applicationRole} to ${login?.name};".`,
    );
  } finally {
    await client.end({ timeout: 1 });
  }
}
