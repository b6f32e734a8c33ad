import { randomUUID } from 'node:crypto';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import fastifyCompress from '@fastify/compress';
import fastifyCookie from '@fastify/cookie';
import fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { logOptions } from '../platform/log';
import type { Site } from '../platform/site';
import { cookieNames } from '../signin/cookies';
import { findCaller } from '../signin/session';
import { openThrottle, type Throttle } from '../signin/throttle';
import { exportUses } from '../usage/export/export-route';
import { downloadBadRows } from '../usage/import/bad-rows-route';
import { uploadUsage } from '../usage/import/upload-route';
import { liveRoute } from '../usage/live/live-route';
import { openLiveUsage } from '../usage/live/live-usage';
import type { Context } from './context';
import { failedEarly, refusedUnread } from './errors';
import { addFileRoutes } from './file-routes';
import { createGraphqlServer } from './graphql-server';
import { setDataHeaders } from './headers';
import { openLoaders } from './loaders';
import { isOwnOrigin } from './own-origin';
import { addPages } from './pages';
import { printedSchema } from './printed-schema';

/** The largest request to /graphql, in bytes. */
const largestBody = 500_000;

export interface HttpParts {
  readonly site: Site;
  readonly schema: GraphQLSchema;
  /** The folder of the built client; null serves the API alone. */
  readonly clientFolder: string | null;
}

async function contextOf(
  site: Site,
  throttle: Throttle,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Context> {
  const call = { address: request.ip, requestId: request.id };
  const cookie = request.cookies[cookieNames(site.configuration).session];
  const { actor, session } = await findCaller(site, cookie, call).catch((cause: Error) => {
    throw failedEarly(cause, request.id);
  });
  return {
    site,
    throttle,
    ...call,
    userAgent: String(request.headers['user-agent'] ?? ''),
    cookies: request.cookies,
    reply,
    cost: { requested: 0, remaining: 0 },
    actor,
    session,
    loaders: openLoaders(site.database, actor),
  };
}

/** Bodies that are too large, of another type or no JSON end before Apollo sees them. */
function tellRefusal(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  const { statusCode = 500, message } = error;
  if (statusCode < 500) return reply.code(statusCode).send(refusedUnread('BAD_REQUEST', message, request.id));
  request.log.error({ err: error, requestId: request.id }, 'request failed');
  return reply.code(500).send(refusedUnread('INTERNAL', 'Something went wrong on our side.', request.id));
}

function addHealth(http: FastifyInstance, site: Site): void {
  http.get('/healthz', async (_request, reply) => {
    setDataHeaders(reply, site.configuration);
    return { status: 'ok' };
  });
  http.get('/readyz', async (_request, reply) => {
    setDataHeaders(reply, site.configuration);
    try {
      await site.database.ping();
      return { status: 'ready' };
    } catch {
      return reply.code(503).send({ status: 'the database cannot be reached' });
    }
  });
}

/** The HTTP side of the house: API, schema, health, pages. */
export async function createHttpServer({ site, schema, clientFolder }: HttpParts): Promise<FastifyInstance> {
  const { configuration } = site;
  const http = fastify({
    logger: logOptions(configuration.logLevel),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: largestBody,
    // One proxy: what stands before its entry in X-Forwarded-For was written by the caller.
    trustProxy: configuration.trustProxy ? (_address, hop) => hop === 0 : false,
    genReqId: () => randomUUID(),
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 200 },
  });
  await http.register(fastifyCookie);
  await http.register(fastifyCompress, { global: false, encodings: ['br', 'gzip'] });

  const persisted = clientFolder ? `${clientFolder}/persisted-documents.json` : null;
  const graphql = createGraphqlServer(site, schema, http, persisted);
  await graphql.start();
  const throttle = openThrottle(site.database);

  http.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  http.route({
    method: 'POST',
    url: '/graphql',
    onRequest: async (request, reply) => {
      setDataHeaders(reply, configuration);
      if (!isOwnOrigin(request, configuration.publicUrl)) {
        const message = 'Requests from other sites are refused.';
        return reply.code(403).send(refusedUnread('FORBIDDEN', message, request.id));
      }
    },
    errorHandler: tellRefusal,
    handler: fastifyApolloHandler(graphql, {
      context: (request, reply) => contextOf(site, throttle, request, reply),
    }),
  });
  const printed = printedSchema(schema);
  http.get('/schema.graphql', async (_request, reply) => {
    setDataHeaders(reply, configuration);
    return reply.type('text/plain; charset=utf-8').send(printed);
  });
  const live = openLiveUsage(site);
  await addFileRoutes(http, site, [exportUses, uploadUsage, downloadBadRows, liveRoute(live)]);
  http.addHook('onClose', () => live.close());
  addHealth(http, site);
  if (clientFolder) await addPages(http, configuration, clientFolder);
  http.addHook('onClose', () => graphql.stop());
  return http;
}
