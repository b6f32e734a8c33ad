import { areasOf, reachOf } from '@countersign/shared/accounts/grants';
import { permissions } from '@countersign/shared/accounts/permissions';
import { holderOf } from '../platform/refusal';
import type { Caller } from './session';
import type { Viewer } from './types';

/** What a caller is told of himself. */
export function presentViewer({ actor, session }: Caller): Viewer {
  const holder = holderOf(actor);
  return {
    areas: areasOf(holder),
    permissions: reachOf(holder).map((reach) => ({
      name: reach.permission,
      description: permissions[reach.permission].description,
      everywhere: reach.everywhere,
      firmIds: reach.firmIds,
      courtIds: reach.courtIds,
    })),
    session: session && {
      signedInAt: session.startedAt,
      endsAt: session.endsAt,
      idleEndsAt: session.idleEndsAt,
    },
  };
}
