import type { Readable } from 'node:stream';
import { usageImports } from '@countersign/drizzle/tables/usage';
import { possibleHeaders } from '@countersign/shared/usage/import/beginning';
import { noFindings, noProgress } from '@countersign/shared/usage/import/import-findings';
import { v7 as uuidv7 } from 'uuid';
import { HttpRefusal } from '../../api/file-routes';
import { recordAudit } from '../../audit/record';
import type { Actor } from '../../platform/actor';
import { authorize } from '../../platform/refusal';
import type { Site } from '../../platform/site';
import type { Payer } from '../payer';
import { readHead } from './file-head';
import { type ImportKey, newFileKey } from './import-key';
import { openImportsOf } from './queries';
import { receiveUpload, tooLarge } from './receive-upload';
import { settingsFor } from './remembered-settings';

/** Imports of a payer that have come to no end; more would only fill the store. */
const mostOpen = 50;

const mebibyte = 1_048_576;

export interface Upload {
  readonly payer: Payer;
  readonly fileName: string;
  /** Whether the uses are recorded and billed, and not only reconciled. */
  readonly recorded: boolean;
  readonly body: Readable;
  /** What the sender says it is; null where he does not. */
  readonly bytes: number | null;
}

async function refuseTooMany(site: Site, actor: Actor, payerId: string): Promise<void> {
  const [[open]] = await site.database.read(actor, [openImportsOf({ payerId })]);
  if (Number(open?.count ?? 0) < mostOpen) return;
  const message = `There are ${mostOpen} imports that were never finished: finish or discard some first.`;
  throw new HttpRefusal(422, 'TOO_MANY_IMPORTS', message);
}

/** Takes an upload in and makes an import of it, with its columns as they are recognized. */
export async function startImport(site: Site, actor: Actor, upload: Upload): Promise<ImportKey> {
  const { payer, fileName, recorded } = upload;
  const payerId = payer.id;
  authorize(actor, 'usage.import.run', { payerId });
  if (recorded) authorize(actor, 'usage.import.record');
  const limit = site.configuration.uploadLimitMb * mebibyte;
  if (upload.bytes !== null && upload.bytes > limit) throw tooLarge(limit);
  await refuseTooMany(site, actor, payerId);
  const fileKey = newFileKey();
  const { bytes, digest, head } = await receiveUpload(site.files, fileKey, upload.body, limit);
  try {
    const reading = readHead(head, bytes > head.length);
    if (!reading.ok) throw new HttpRefusal(422, reading.code, reading.message);
    const { beginning, settings } = await settingsFor(
      site,
      actor,
      payerId,
      possibleHeaders(reading.beginning),
    );
    const importId = uuidv7();
    const at = site.clock.now();
    const authority = recorded ? 'RECORDED' : 'UPLOADED';
    await site.database.write(actor, async (tx) => {
      await tx.insert(usageImports).values({
        payerId,
        importId,
        state: 'UPLOADED',
        authority,
        fileName,
        fileKey,
        bytes,
        digest,
        createdBy: actor.accountId,
        createdAt: at,
        dialect: beginning,
        mapping: settings,
        progress: noProgress,
        findings: noFindings,
        changedAt: at,
      });
      await recordAudit(tx, actor, {
        stream: payer,
        action: 'usage.import.uploaded',
        details: { importId, fileName, bytes, digest: digest.toString('hex'), authority },
        at,
      });
    });
    return { payerId, importId };
  } catch (cause) {
    await site.files.delete(fileKey);
    throw cause;
  }
}
