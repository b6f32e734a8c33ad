import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '@countersign/server/platform/project-root';
import { is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';

const folder = join(projectRoot, 'drizzle', 'tables');

/** Everything the files of drizzle/tables export. */
export async function drizzleSchema(): Promise<Record<string, unknown>> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.ts'));
  const modules = await Promise.all(files.map((file) => import(join(folder, file))));
  return Object.assign({}, ...modules);
}

/** The names in Postgres of the tables in drizzle/tables. */
export async function drizzleTableNames(): Promise<string[]> {
  return Object.values(await drizzleSchema())
    .filter((value) => is(value, PgTable))
    .map((table) => getTableConfig(table as PgTable).name)
    .sort();
}
