import type { UserType } from '@countersign/shared/accounts/account';
import type { HandOver } from '@countersign/shared/firms/hand-overs';
import { refuseLinked } from '@countersign/shared/firms/linkage-changes';
import type { Actor } from '../platform/actor';
import { authorize, refused } from '../platform/refusal';
import type { Site } from '../platform/site';
import { type CountedUses, countMoves } from '../usage/count-moves';
import { type Correction, corrected } from './correct-linkage';
import { noSuchLinkage } from './load-linkage';
import { loadParties } from './load-parties';
import { type LinkageChange, planChange, readLinkages } from './plan-linkages';
import type { LinkageKey } from './set-linkage';

/** A change to be looked at before it is made. */
export interface LinkageToPreview extends Correction {
  readonly kind: 'set' | 'correct' | 'remove';
  /** Of one there is, to correct or remove. */
  readonly linkage: LinkageKey | null;
  /** Of a new one. */
  readonly accountId: string | null;
  readonly firmId: string | null;
}

/** A stretch that would change hands, and the uses in it that would. */
export type CountedHandOver = HandOver & CountedUses & { readonly accountId: string };

interface Subject {
  readonly accountId: string;
  /** The firm of an interval to be set; null where there is one already. */
  readonly payerId: string | null;
}

async function subjectOf(site: Site, actor: Actor, wish: LinkageToPreview): Promise<Subject> {
  if (wish.kind !== 'set') {
    if (!wish.linkage) throw noSuchLinkage();
    return { accountId: wish.linkage.accountId, payerId: null };
  }
  const { account, firm } = await loadParties(site, actor, wish);
  const refusal = refuseLinked({ userType: account.userType as UserType });
  if (refusal) throw refused(refusal.code, refusal.field, refusal.message);
  return { accountId: account.accountId, payerId: firm.payerId };
}

function changeOf(
  wish: LinkageToPreview,
  { payerId }: Subject,
  rows: Awaited<ReturnType<typeof readLinkages>>,
): LinkageChange {
  if (wish.kind === 'set') {
    const { startsAt, endsAt = null, costCenter = '', remark = null } = wish;
    if (!startsAt || !payerId) throw refused('REQUIRED', 'from', 'Say when the interval begins.');
    return { row: null, wish: { payerId, startsAt, endsAt, costCenter, remark } };
  }
  const row = rows.find((one) => one.linkageId === wish.linkage?.linkageId);
  if (!row) throw noSuchLinkage();
  return { row, wish: wish.kind === 'remove' ? null : corrected(row, wish) };
}

/** What would change hands if an interval were set, corrected or removed; nothing is changed, and the same is refused. */
export async function previewLinkage(
  site: Site,
  actor: Actor,
  wish: LinkageToPreview,
): Promise<CountedHandOver[]> {
  authorize(actor, 'firms.linkage.set');
  const subject = await subjectOf(site, actor, wish);
  return site.database.write(actor, async (tx) => {
    const { accountId } = subject;
    const rows = await readLinkages(tx, accountId, { lock: false });
    const handOvers = planChange(site, accountId, rows, changeOf(wish, subject, rows));
    const counted = await countMoves(tx, accountId, handOvers);
    return handOvers.map((handOver, i) => ({ ...handOver, ...(counted[i] as CountedUses), accountId }));
  });
}
