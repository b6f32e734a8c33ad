import { may } from '@countersign/shared/accounts/grants';
import { type FileRoute, HttpRefusal, nothingHere } from '../../api/file-routes';
import { holderOf, NotSignedIn } from '../../platform/refusal';
import { cookieNames } from '../../signin/cookies';
import { peekCaller } from '../../signin/session';
import { payerNamed } from '../payer-named';
import type { LiveUsage } from './live-usage';

const mostPayers = 5;

/** GET /live?payer=1000001: server-sent events that say what changed; whoever is told asks for it again. */
export const liveRoute = (live: LiveUsage): FileRoute => ({
  method: 'GET',
  url: '/live',
  passive: true,
  async handle({ site, caller: { actor, session }, request, reply }) {
    if (!session) throw new NotSignedIn();
    const named = new URL(request.url, 'http://here').searchParams.getAll('payer');
    if (named.length < 1 || named.length > mostPayers)
      throw new HttpRefusal(400, 'BAD_USER_INPUT', `payer: one to ${mostPayers} of them.`);
    const payers = new Map<string, string>();
    for (const name of named) {
      const payer = await payerNamed(site, actor, 'usage.use.read', name);
      if (!payer) throw nothingHere();
      payers.set(payer.id, name);
    }
    const stillMay = async () => {
      const cookie = request.cookies[cookieNames(site.configuration).session];
      const now = await peekCaller(site, cookie, { address: request.ip, requestId: request.id });
      return [...payers.keys()].every((payerId) => may(holderOf(now.actor), 'usage.use.read', { payerId }));
    };
    const out = await live.open({ payers, session: session.tokenHash.toString('hex'), stillMay });
    if (!out) throw new HttpRefusal(429, 'RATE_LIMITED', 'Too many pages wait for changes: close some.');
    reply.header('x-accel-buffering', 'no');
    reply.type('text/event-stream; charset=utf-8');
    return reply.send(out);
  },
});
