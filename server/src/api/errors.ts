import type { ApolloServerPlugin } from '@apollo/server';
import { maskCardNumbers } from '@countersign/shared/payments/card-number';
import type { FastifyBaseLogger } from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { isConnectionFault } from '../platform/connection-fault';
import { BadArgument, NotAllowed, NotSignedIn, Refused } from '../platform/refusal';
import { Busy } from '../signin/password';
import type { Context } from './context';

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

/** An error before there is a context, such as when the caller's session cannot be read. */
export function failedEarly(cause: Error, requestId: string): GraphQLError {
  const http = { status: isConnectionFault(cause) ? 503 : 500 };
  return new GraphQLError(cause.message, { originalError: cause, extensions: { requestId, http } });
}

/** Marks errors before they are told: each with its request, an unreachable database with the status that says so. */
export const errorMarks: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async didEncounterErrors({ errors, contextValue }) {
        for (const { extensions, originalError } of errors) {
          extensions.requestId = contextValue.requestId;
          if (isConnectionFault(originalError)) extensions.http = { status: 503 };
          const { http } = extensions as { http?: { status?: number } };
          if (http?.status === 400) extensions.code ??= 'BAD_REQUEST';
        }
      },
    };
  },
};

/** Tells what the caller may know of an error: a stable code and a sentence, never a stack or SQL. */
export function errorFormatter(log: FastifyBaseLogger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
    const code = codeOf(cause, formatted);
    const { path, locations, extensions } = formatted;
    // GraphQL repeats values that do not fit their type.
    const message = maskCardNumbers(formatted.message);
    if (code) return { message, path, locations, extensions: { ...extensions, code } };
    const { requestId } = extensions ?? {};
    log.error({ err: cause, requestId }, 'operation failed');
    if (isConnectionFault(cause)) {
      return {
        message: 'The database cannot be reached just now: try again in a moment.',
        path,
        extensions: { code: 'UNAVAILABLE', requestId },
      };
    }
    return {
      message: 'Something went wrong on our side. Nothing was changed.',
      path,
      extensions: { code: 'INTERNAL', requestId },
    };
  };
}

/** What is refused before GraphQL sees it, in the form of every other error. */
export const refusedUnread = (code: string, message: string, requestId: string) => ({
  errors: [{ message, extensions: { code, requestId } }],
});
