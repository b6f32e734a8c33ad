import { unwrapResolverError } from '@apollo/server/errors';
import type { FastifyBaseLogger } from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { BadArgument, NotAllowed, NotSignedIn, Refused } from '../platform/refusal';
import { Busy } from '../signin/password';

/** Codes that may leave the server; anything else is a fault and is told as one. */
const publicCodes = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'COST_LIMIT',
  'RATE_LIMITED',
]);

function codeOf(cause: unknown, formatted: GraphQLFormattedError): string | null {
  if (cause instanceof NotSignedIn) return 'UNAUTHENTICATED';
  if (cause instanceof NotAllowed) return 'FORBIDDEN';
  if (cause instanceof BadArgument || cause instanceof Refused) return 'BAD_USER_INPUT';
  if (cause instanceof Busy) return 'RATE_LIMITED';
  const code = String(formatted.extensions?.code ?? '');
  return publicCodes.has(code) ? code : null;
}

const unavailable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECT_TIMEOUT',
  '57P01',
  '57P03',
]);

/** Tells what the caller may know of an error: a stable code and a sentence, never a stack or SQL. */
export function errorFormatter(log: FastifyBaseLogger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = unwrapResolverError(error);
    const code = codeOf(cause, formatted);
    const { message, path, locations } = formatted;
    if (code) {
      const { stacktrace: _, ...extensions } = formatted.extensions ?? {};
      return { message, path, locations, extensions: { ...extensions, code } };
    }
    const sqlState = String((cause as { code?: unknown })?.code ?? '');
    log.error(
      { err: cause instanceof GraphQLError ? (cause.originalError ?? cause) : cause },
      'operation failed',
    );
    if (unavailable.has(sqlState)) {
      return {
        message: 'The database cannot be reached just now: try again in a moment.',
        path,
        extensions: { code: 'UNAVAILABLE' },
      };
    }
    return {
      message: 'Something went wrong on our side. Nothing was changed.',
      path,
      extensions: { code: 'INTERNAL' },
    };
  };
}
