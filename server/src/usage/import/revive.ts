import { usageImports } from '@countersign/drizzle/tables/usage';
import { and, inArray, lt } from 'drizzle-orm';
import { systemActor } from '../../platform/actor';
import type { Site } from '../../platform/site';
import { longestSilence } from './attempt';
import { enqueueWork } from './import-jobs';

/** Enqueues anew what died with its process; run each minute. An attempt that lives lets no other begin. */
export async function reviveImports(site: Site): Promise<void> {
  const silentSince = new Date(site.clock.now().getTime() - 2 * longestSilence);
  await site.database.write(systemActor, async (tx) => {
    const silent = await tx
      .select()
      .from(usageImports)
      .where(
        and(inArray(usageImports.state, ['CHECKING', 'IMPORTING']), lt(usageImports.changedAt, silentSince)),
      );
    for (const row of silent) {
      await enqueueWork(tx, row, row.state === 'CHECKING' ? 'CHECKING' : 'IMPORTING');
    }
  });
}
