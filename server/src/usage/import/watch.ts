import type { ImportProgress } from '@countersign/shared/usage/import/import-findings';
import type { Actor } from '../../platform/actor';
import type { Site } from '../../platform/site';
import { type Attempt, AttemptLost, tellProgress } from './attempt';

/** Somebody asked for the work to be given up. */
export class Cancelled extends Error {}
/** The process ends; the work is to be done by another. */
export class SiteEnds extends Error {}

const beat = 1000;

export interface Watch {
  /** Aborts when the attempt is to give up; its reason says why. */
  readonly stopped: AbortSignal;
  /** Ends the watch; nothing of it goes on afterwards. */
  end(): Promise<void>;
}

/** Tells each second, over another connection than the attempt’s, how far it is, and hears whether it is to give up. */
export function watchAttempt(
  site: Site,
  actor: Actor,
  attempt: Attempt,
  ending: AbortSignal,
  progress: () => ImportProgress,
): Watch {
  const stopping = new AbortController();
  const tell = async () => {
    try {
      const { cancelled } = await tellProgress(site, actor, attempt, progress());
      if (cancelled) stopping.abort(new Cancelled());
    } catch (cause) {
      // A connection that broke may be there again at the next beat; the work itself will notice if it is not.
      if (cause instanceof AttemptLost) stopping.abort(cause);
    }
  };
  let telling: Promise<void> | null = null;
  const timer = setInterval(() => {
    telling ??= tell().finally(() => {
      telling = null;
    });
  }, beat);
  const give = () => stopping.abort(new SiteEnds());
  if (ending.aborted) give();
  else ending.addEventListener('abort', give, { once: true });
  return {
    stopped: stopping.signal,
    async end() {
      clearInterval(timer);
      ending.removeEventListener('abort', give);
      await telling;
    },
  };
}
