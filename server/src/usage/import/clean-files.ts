import { usageImports } from '@countersign/drizzle/tables/usage';
import { inArray, or } from 'drizzle-orm';
import { systemActor } from '../../platform/actor';
import type { Site } from '../../platform/site';
import { importFiles } from './import-key';

/** What is younger may be on its way to being named. */
const youngest = 24 * 60 * 60 * 1000;
const atOnce = 500;

/** Of some keys those that an import needs: its upload until all of it is imported, and its bad rows. */
async function neededOf(site: Site, keys: readonly string[]): Promise<Set<string>> {
  return site.database.write(systemActor, async (tx) => {
    const { fileKey, badRowsKey, state } = usageImports;
    const rows = await tx
      .select({ fileKey, badRowsKey, state })
      .from(usageImports)
      .where(or(inArray(fileKey, [...keys]), inArray(badRowsKey, [...keys])));
    const needed = rows.flatMap((row) => [row.badRowsKey, row.state === 'DONE' ? null : row.fileKey]);
    return new Set(needed.filter((key) => key !== null));
  });
}

/** Takes away files that no import needs: uploads that broke off with their process, and those that were imported. */
export async function cleanImportFiles(site: Site): Promise<void> {
  const before = site.clock.now().getTime() - youngest;
  let old: string[] = [];
  const clean = async () => {
    const needed = await neededOf(site, old);
    for (const key of old) if (!needed.has(key)) await site.files.delete(key);
    old = [];
  };
  for await (const { key, changedAt } of site.files.list(importFiles)) {
    if (changedAt.getTime() < before) old.push(key);
    if (old.length === atOnce) await clean();
  }
  await clean();
}
