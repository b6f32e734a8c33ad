import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join as pathOf } from 'node:path';
import postgres from 'postgres';
import type { Configuration } from './configuration';
import { defaultDataDir, type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres';
import { applicationRole, migrateDatabase, roleToTakeOn } from './migrate';

/** Where the database is and how each part logs in to it. */
export interface DatabasePlace {
  readonly ownerUrl: string;
  readonly applicationUrl: string;
  /** As applicationUrl, never through a pooler: for LISTEN and jobs. */
  readonly directUrl: string;
  /** Taken on by the application's connections when its login may do more. */
  readonly role: string | undefined;
  /** The folder of the embedded database; null for a Postgres of one's own. */
  readonly dataDir: string | null;
  stop(): Promise<void>;
}

export const ownerRole = 'countersign_owner';

async function keptPassword(file: string): Promise<string> {
  if (existsSync(file)) return (await readFile(file, 'utf8')).trim();
  const password = randomBytes(24).toString('base64url');
  await writeFile(file, password, { mode: 0o600 });
  return password;
}

/** Makes the two logins of an embedded cluster: the owner, who migrates, and the application, who owns nothing. */
export async function prepareLogins(
  superuserUrl: string,
  passwords: { owner: string; application: string },
): Promise<void> {
  const client = postgres(superuserUrl, { max: 1, onnotice: () => {} });
  try {
    const existing =
      await client`select rolname from pg_roles where rolname in (${ownerRole}, ${applicationRole})`;
    const there = existing.map((row) => row.rolname);
    for (const [role, password] of [
      [ownerRole, passwords.owner],
      [applicationRole, passwords.application],
    ] as const) {
      const verb = there.includes(role) ? 'alter' : 'create';
      await client.unsafe(
        `${verb} role ${role} login nosuperuser nobypassrls nocreaterole nocreatedb password '${password}'`,
      );
    }
  } finally {
    await client.end();
  }
}

/** Makes a database that the owner owns. */
export async function createOwnedDatabase(superuserUrl: string, name: string): Promise<void> {
  const client = postgres(superuserUrl, { max: 1, onnotice: () => {} });
  try {
    const [there] = await client`select from pg_database where datname = ${name}`;
    if (!there) await client.unsafe(`create database "${name}" owner ${ownerRole}`);
  } finally {
    await client.end();
  }
}

const databaseName = 'countersign';

async function embeddedPlace(embedded: EmbeddedPostgres): Promise<DatabasePlace> {
  const owner = await keptPassword(pathOf(embedded.dataDir, 'owner-password'));
  const application = await keptPassword(pathOf(embedded.dataDir, 'application-password'));
  await prepareLogins(embedded.superuserUrl('postgres'), { owner, application });
  await createOwnedDatabase(embedded.superuserUrl('postgres'), databaseName);
  const url = (role: string, password: string) =>
    `postgres://${role}:${password}@127.0.0.1:${embedded.port}/${databaseName}`;
  const applicationUrl = url(applicationRole, application);
  return {
    ownerUrl: url(ownerRole, owner),
    applicationUrl,
    directUrl: applicationUrl,
    role: undefined,
    dataDir: embedded.dataDir,
    stop: () => embedded.stop(),
  };
}

/** Adds the role to a connection string, for drivers that take it only there. */
export function urlWithRole(url: string, role: string | undefined): string {
  if (!role) return url;
  const withRole = new URL(url);
  withRole.searchParams.set('options', `-c role=${role}`);
  return withRole.toString();
}

/** Opens the database the configuration names, or starts (or joins) the embedded one, and brings it to the present shape. */
export async function openDatabasePlace({ database }: Configuration, join: boolean): Promise<DatabasePlace> {
  if (database.kind === 'own') {
    await migrateDatabase(database.ownerUrl);
    const role = await roleToTakeOn(database.url);
    return {
      ownerUrl: database.ownerUrl,
      applicationUrl: database.url,
      directUrl: urlWithRole(database.directUrl, role),
      role,
      dataDir: null,
      stop: async () => {},
    };
  }
  const embedded = await startEmbeddedPostgres(database.dataDir ?? (await defaultDataDir()), { join });
  try {
    const place = await embeddedPlace(embedded);
    await migrateDatabase(place.ownerUrl);
    return place;
  } catch (cause) {
    await embedded.stop();
    throw cause;
  }
}
