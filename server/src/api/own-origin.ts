import type { FastifyRequest } from 'fastify';

/** Whether a request comes from our own pages, or from no page at all. */
export function isOwnOrigin(request: FastifyRequest, publicUrl: string | undefined): boolean {
  const { origin } = request.headers;
  if (!origin) return true;
  return origin === publicUrl || origin === `${request.protocol}://${request.headers.host}`;
}
