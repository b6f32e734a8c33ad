import { may } from '@countersign/shared/accounts/grants';
import type { Actor } from '../platform/actor';
import { authorize, holderOf, NotAllowed } from '../platform/refusal';

/** Whose usage is looked at: what a payer answers for, or what a person used himself, whoever paid. */
export type UsageScope =
  | { readonly kind: 'PAYER'; readonly payerId: string }
  | { readonly kind: 'OWN'; readonly accountId: string };

/** Lets the actor read the usage or ends the call. */
export function authorizeUsage(actor: Actor, scope: UsageScope): void {
  if (scope.kind === 'PAYER') authorize(actor, 'usage.use.read', { payerId: scope.payerId });
  else authorize(actor, 'usage.use.readOwn');
  if (scope.kind === 'OWN' && scope.accountId !== actor.accountId) throw new NotAllowed('usage.use.readOwn');
}

/** Whether an actor may see a use. */
export function maySeeUse(actor: Actor, use: { payerId: string; accountId: string }): boolean {
  return (
    may(holderOf(actor), 'usage.use.read', { payerId: use.payerId }) ||
    (use.accountId === actor.accountId && may(holderOf(actor), 'usage.use.readOwn'))
  );
}
