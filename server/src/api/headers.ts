import type { FastifyReply } from 'fastify';
import type { Configuration } from '../platform/configuration';

const yearSeconds = 365 * 24 * 60 * 60;

function setCommonHeaders(reply: FastifyReply, { publicUrl }: Configuration): void {
  reply.header('x-content-type-options', 'nosniff');
  reply.header('referrer-policy', 'strict-origin-when-cross-origin');
  reply.header('cross-origin-opener-policy', 'same-origin');
  reply.header('cross-origin-resource-policy', 'same-origin');
  if (publicUrl?.startsWith('https:')) {
    reply.header('strict-transport-security', `max-age=${yearSeconds}; includeSubDomains`);
  }
}

/** Headers of answers that hold data: kept by nobody, framed by nobody. */
export function setDataHeaders(reply: FastifyReply, configuration: Configuration): void {
  setCommonHeaders(reply, configuration);
  reply.header('cache-control', 'no-store');
  reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
}

const everyPage = [
  "default-src 'none'",
  "base-uri 'none'",
  "object-src 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "connect-src 'self'",
  "manifest-src 'self'",
];

/** Headers of the client's pages; styles and scripts only from our files, inline ones only with the nonce. */
export function setPageHeaders(reply: FastifyReply, configuration: Configuration, nonce: string): void {
  setCommonHeaders(reply, configuration);
  reply.header('cache-control', 'no-store');
  reply.header(
    'content-security-policy',
    [
      ...everyPage,
      `script-src 'self' 'nonce-${nonce}'`,
      `style-src 'self' 'nonce-${nonce}'`,
      "img-src 'self' data:",
      "font-src 'self'",
    ].join('; '),
  );
}

/** Headers of the explorer alone: its editor writes styles and starts workers from blobs. */
export function setExplorerHeaders(reply: FastifyReply, configuration: Configuration): void {
  setCommonHeaders(reply, configuration);
  reply.header('cache-control', 'no-store');
  reply.header(
    'content-security-policy',
    [
      ...everyPage,
      "script-src 'self'",
      "worker-src 'self' blob:",
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data:",
      "font-src 'self' data:",
    ].join('; '),
  );
}

type SetHeader = (name: string, value: string) => void;

function setFileHeaders(setHeader: SetHeader, caching: string): void {
  setHeader('cache-control', caching);
  setHeader('x-content-type-options', 'nosniff');
  setHeader('cross-origin-resource-policy', 'same-origin');
}

/** Headers of files whose name changes with their content. */
export function setAssetHeaders(setHeader: SetHeader): void {
  setFileHeaders(setHeader, `public, max-age=${yearSeconds}, immutable`);
}

/** Headers of files whose name stays when their content changes: asked for anew each time. */
export function setNamedFileHeaders(setHeader: SetHeader): void {
  setFileHeaders(setHeader, 'no-cache');
}
