import { sevenDigitNumber } from '@countersign/shared/accounts/account';
import { may } from '@countersign/shared/accounts/grants';
import { keyOf } from '../api/global-id';
import type { Loaders } from '../api/loaders';
import type { Actor } from '../platform/actor';
import { holderOf } from '../platform/refusal';
import type { Site } from '../platform/site';
import { type FirmRow, firmByNumber } from './queries';

/** The firm's key behind a global id or a seven-digit number; null when the actor finds none. */
export async function firmIdOf(site: Site, actor: Actor, id: string): Promise<string | null> {
  const number = sevenDigitNumber(id);
  if (number === null) return keyOf('firm', id)?.[0] ?? null;
  const [[firm]] = await site.database.read(actor, [firmByNumber({ number })]);
  return firm?.payerId ?? null;
}

/** A firm by global id or number; null for what does not exist and for what is not the actor's to see. */
export async function findFirm(
  site: Site,
  actor: Actor,
  loaders: Loaders,
  id: string,
): Promise<FirmRow | null> {
  const firmId = await firmIdOf(site, actor, id);
  return firmId && may(holderOf(actor), 'firms.firm.read', { firmId }) ? loaders.firm.load(firmId) : null;
}
