import { keyOf } from '../api/global-id';
import type { Actor } from '../platform/actor';
import type { Site } from '../platform/site';
import { courtByCode } from './queries';

/** The court's key behind a global id, its code or its PACER lookup code; null when there is none. */
export async function courtIdOf(site: Site, actor: Actor, id: string): Promise<string | null> {
  const key = keyOf('court', id)?.[0];
  if (key) return key;
  if (!/^[A-Za-z0-9]{2,20}$/.test(id)) return null;
  const [[court]] = await site.database.read(actor, [courtByCode({ code: id })]);
  return court?.courtId ?? null;
}
