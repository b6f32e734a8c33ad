import { createHash } from 'node:crypto';
import { importMappings } from '@countersign/drizzle/tables/usage';
import { type Beginning, sightOf } from '@countersign/shared/usage/import/beginning';
import {
  headerText,
  type ImportSettings,
  importSettingsSchema,
  proposeSettings,
} from '@countersign/shared/usage/import/import-settings';
import type { Actor } from '../../platform/actor';
import type { Transaction } from '../../platform/database';
import type { Site } from '../../platform/site';
import { mappingsOfHeaders } from './queries';

const headerHashOf = (beginning: Beginning) =>
  createHash('sha256')
    .update(headerText(sightOf(beginning)))
    .digest();

/**
 * Settings for a file that may begin in several ways, by what the payer kept for the header of one of them; else for
 * the first as recognized.
 */
export async function settingsFor(
  site: Site,
  actor: Actor,
  payerId: string,
  beginnings: readonly [Beginning, ...Beginning[]],
): Promise<{ beginning: Beginning; settings: ImportSettings }> {
  const possible = beginnings.map((beginning) => ({ beginning, hash: headerHashOf(beginning) }));
  const hashes = possible.map(({ hash }) => hash.toString('hex'));
  const [kept] = await site.database.read(actor, [mappingsOfHeaders({ payerId, hashes })]);
  for (const { headerHash, mapping } of kept) {
    const found = possible.find(({ hash }) => hash.equals(headerHash));
    const settings = importSettingsSchema.safeParse(mapping);
    if (!found || !settings.success) continue;
    return { beginning: found.beginning, settings: proposeSettings(sightOf(found.beginning), settings.data) };
  }
  const [seen] = beginnings;
  return { beginning: seen, settings: proposeSettings(sightOf(seen), null) };
}

/** Keeps settings for the payer's next file with this header. */
export async function rememberSettings(
  tx: Transaction,
  payerId: string,
  beginning: Beginning,
  settings: ImportSettings,
  at: Date,
): Promise<void> {
  const row = { payerId, headerHash: headerHashOf(beginning), mapping: settings, usedAt: at };
  await tx
    .insert(importMappings)
    .values(row)
    .onConflictDoUpdate({
      target: [importMappings.payerId, importMappings.headerHash],
      set: { mapping: settings, usedAt: at },
    });
}
