import type { FastifyReply } from 'fastify';
import type { Actor } from '../platform/actor';
import type { Site } from '../platform/site';
import type { Caller, OpenSession } from '../signin/session';
import type { Throttle } from '../signin/throttle';
import type { CostMeter } from './cost';
import { type Loaders, openLoaders } from './loaders';

/** What a resolver has at hand during one request. */
export interface Context {
  readonly site: Site;
  readonly throttle: Throttle;
  readonly requestId: string;
  readonly address: string;
  readonly userAgent: string;
  readonly cookies: Record<string, string | undefined>;
  readonly reply: FastifyReply;
  /** Filled by the cost plugin before anything is executed. */
  readonly cost: CostMeter;
  actor: Actor;
  session: OpenSession | null;
  loaders: Loaders;
}

/** Goes on as another caller within the request: after signing in or out, answers are the new caller's. */
export function continueAs(context: Context, caller: Caller): void {
  context.actor = caller.actor;
  context.session = caller.session;
  context.loaders = openLoaders(context.site.database, caller.actor);
}
