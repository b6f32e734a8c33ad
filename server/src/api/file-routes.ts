import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isConnectionFault } from '../platform/connection-fault';
import { NotAllowed, NotSignedIn, Refused } from '../platform/refusal';
import type { Site } from '../platform/site';
import { cookieNames } from '../signin/cookies';
import { type Caller, findCaller, peekCaller } from '../signin/session';
import { refusedUnread } from './errors';
import { setDataHeaders } from './headers';
import { isOwnOrigin } from './own-origin';

/** Ends a call with a status; the message says what is wrong and how to mend it. */
export class HttpRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** What does not exist, or is not the caller's to see. */
export const nothingHere = () => new HttpRefusal(404, 'NOT_FOUND', 'There is nothing here.');

/** One call of a route that takes or gives a file. */
export interface FileCall {
  readonly site: Site;
  readonly caller: Caller;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** A way for files beside the API, which takes and gives no streams; callers and their rights are the same. */
export interface FileRoute {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  /** Asked for by a page that nobody need be looking at: it does not count as a use of the session. */
  readonly passive?: boolean;
  handle(call: FileCall): Promise<unknown>;
}

function refusalOf(cause: unknown): HttpRefusal | null {
  if (cause instanceof HttpRefusal) return cause;
  if (cause instanceof NotSignedIn) return new HttpRefusal(401, 'UNAUTHENTICATED', cause.message);
  if (cause instanceof NotAllowed) return new HttpRefusal(403, 'FORBIDDEN', cause.message);
  if (cause instanceof Refused)
    return new HttpRefusal(422, cause.faults[0]?.code ?? 'INVALID', cause.message);
  if (isConnectionFault(cause)) {
    const message = 'The database cannot be reached just now: try again in a moment.';
    return new HttpRefusal(503, 'UNAVAILABLE', message);
  }
  const { statusCode = 500, message } = cause as { statusCode?: number; message: string };
  return statusCode < 500 ? new HttpRefusal(statusCode, 'BAD_REQUEST', message) : null;
}

function tellRefusal(cause: unknown, request: FastifyRequest, reply: FastifyReply) {
  const refusal = refusalOf(cause);
  if (!refusal) {
    request.log.error({ err: cause, requestId: request.id }, 'request failed');
    return reply.code(500).send(refusedUnread('INTERNAL', 'Something went wrong on our side.', request.id));
  }
  return reply.code(refusal.status).send(refusedUnread(refusal.code, refusal.message, request.id));
}

/** Serves file routes; a body is given to them as the stream that it is. */
export async function addFileRoutes(http: FastifyInstance, site: Site, routes: readonly FileRoute[]) {
  const { configuration } = site;
  await http.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    for (const type of ['application/octet-stream', 'text/csv', 'text/tab-separated-values']) {
      scope.addContentTypeParser(type, (_request, body, done) => done(null, body));
    }
    for (const { method, url, passive, handle } of routes) {
      scope.route({
        method,
        url,
        onRequest: async (request, reply) => {
          setDataHeaders(reply, configuration);
          if (isOwnOrigin(request, configuration.publicUrl)) return;
          throw new HttpRefusal(403, 'FORBIDDEN', 'Requests from other sites are refused.');
        },
        errorHandler: tellRefusal,
        handler: async (request, reply) => {
          const cookie = request.cookies[cookieNames(configuration).session];
          const find = passive ? peekCaller : findCaller;
          const caller = await find(site, cookie, { address: request.ip, requestId: request.id });
          return handle({ site, caller, request, reply });
        },
      });
    }
  });
}
