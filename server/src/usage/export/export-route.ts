import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { dayOf } from '@countersign/shared/usage/day';
import { z } from 'zod';
import { accountsByIds } from '../../accounts/queries';
import { type FileRoute, HttpRefusal, nothingHere } from '../../api/file-routes';
import { firmsByIds } from '../../firms/queries';
import type { Actor } from '../../platform/actor';
import { NotSignedIn } from '../../platform/refusal';
import type { Site } from '../../platform/site';
import { payerNamed } from '../payer-named';
import type { UsageScope } from '../scope';
import { exportWanted } from './export-wanted';
import { readExport } from './read-export';

const params = z.object({ payer: z.string().max(200) });

/** Exports that one person may save up, and how many come back each second. */
const allowance = { most: 20, perSecond: 1 / 15 };

/** How long a client may take nothing before it is given up. */
const longestPause = 60_000;

/** Whose uses are meant; nothing for whom the actor may not see. */
async function scopeOf(site: Site, actor: Actor, named: string): Promise<UsageScope | null> {
  if (named === 'own') return actor.accountId === null ? null : { kind: 'OWN', accountId: actor.accountId };
  const payer = await payerNamed(site, actor, 'usage.use.read', named);
  return payer && { kind: 'PAYER', payerId: payer.id };
}

async function fileName(site: Site, actor: Actor, scope: UsageScope): Promise<string> {
  const keys = [scope.kind === 'OWN' ? scope.accountId : scope.payerId];
  const [[firm], [account]] = await site.database.read(actor, [
    firmsByIds({ keys }),
    accountsByIds({ keys }),
  ]);
  const today = dayOf(site.clock.now(), site.serviceCenter.zone);
  return `transactions-${firm?.number ?? account?.accountNumber}-${today}.csv`;
}

async function countExport(site: Site, accountId: string): Promise<void> {
  const [left] = await site.database.machine('select taken from api_allowance_take($1, 1, $2, $3)', [
    `export ${accountId}`,
    allowance.most,
    allowance.perSecond,
  ]);
  if (Number(left?.taken) >= 1) return;
  throw new HttpRefusal(429, 'RATE_LIMITED', 'Too many exports: try again in a minute.');
}

/** Writes into a stream as fast as it is read, and no longer than somebody reads. */
function taker(out: PassThrough, signal: AbortSignal) {
  return async (text: string) => {
    signal.throwIfAborted();
    if (out.write(text)) return;
    const both = new AbortController();
    const tooSlow = wait(longestPause, null, { signal: both.signal, ref: false }).then(() => {
      throw new Error('The client takes nothing.');
    });
    const drained = once(out, 'drain', { signal: AbortSignal.any([signal, both.signal]) });
    try {
      await Promise.race([drained, tooSlow]);
    } finally {
      both.abort();
      await Promise.allSettled([drained, tooSlow]);
    }
  };
}

/** GET /export/usage/1000001?quarter=2026-Q3&court=mowd: what the list shows of the same filter, as a file. */
export const exportUses: FileRoute = {
  method: 'GET',
  url: '/export/usage/:payer',
  async handle({ site, caller: { actor }, request, reply }) {
    if (actor.accountId === null) throw new NotSignedIn();
    const scope = await scopeOf(site, actor, params.parse(request.params).payer);
    if (!scope) throw nothingHere();
    const wanted = exportWanted(new URL(request.url, 'http://here').searchParams);
    await countExport(site, actor.accountId);
    const name = await fileName(site, actor, scope);
    const gone = new AbortController();
    const out = new PassThrough();
    out.on('close', () => gone.abort(new Error('The client has gone.')));
    readExport(site, actor, { scope, ...wanted }, taker(out, gone.signal), gone.signal).then(
      () => out.end(),
      (cause) => {
        if (!gone.signal.aborted)
          request.log.warn({ err: cause, requestId: request.id }, 'export broken off');
        out.destroy(cause);
      },
    );
    reply.header('content-disposition', `attachment; filename="${name}"`);
    reply.type('text/csv; charset=utf-8');
    return reply.send(out);
  },
};
