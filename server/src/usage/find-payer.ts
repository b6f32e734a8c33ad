import { firmsByIds } from '../firms/queries';
import type { Actor } from '../platform/actor';
import type { Site } from '../platform/site';
import type { Payer } from './payer';

/** The payer of an id, who is also the stream his audit entries belong to: a firm, or else a person. */
export async function findPayer(site: Site, actor: Actor, payerId: string): Promise<Payer> {
  const [[firm]] = await site.database.read(actor, [firmsByIds({ keys: [payerId] })]);
  return { kind: firm ? 'firm' : 'account', id: payerId };
}
