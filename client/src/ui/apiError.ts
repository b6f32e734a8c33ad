import { CombinedGraphQLErrors, ServerError } from '@apollo/client';

interface Told {
  readonly code?: string;
  readonly message?: string;
  readonly requestId?: string;
}

type Extensions = { readonly code?: unknown; readonly requestId?: unknown };

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

function fromGraphQL(error: { message: string; extensions?: Extensions } | undefined): Told {
  return {
    message: error?.message,
    code: text(error?.extensions?.code),
    requestId: text(error?.extensions?.requestId),
  };
}

/** What the server said of an error, where it was the server who answered. */
function told(error: unknown): Told {
  if (CombinedGraphQLErrors.is(error)) return fromGraphQL(error.errors[0]);
  if (!ServerError.is(error)) return {};
  try {
    return fromGraphQL(JSON.parse(error.bodyText).errors?.[0]);
  } catch {
    return {};
  }
}

export const codeOf = (error: unknown) => told(error).code;

/** What a page can do about an error. */
export type ApiErrorKind = 'sign-in' | 'not-found' | 'bad-address' | 'busy' | 'unreachable' | 'fault';

const kindOfCode: Record<string, ApiErrorKind> = {
  UNAUTHENTICATED: 'sign-in',
  // What one may not see is told exactly like what does not exist.
  FORBIDDEN: 'not-found',
  NOT_FOUND: 'not-found',
  BAD_USER_INPUT: 'bad-address',
  RATE_LIMITED: 'busy',
};

export interface ApiError {
  readonly kind: ApiErrorKind;
  readonly message?: string;
  readonly requestId?: string;
}

export function readApiError(error: unknown): ApiError {
  const { code, message, requestId } = told(error);
  if (code !== undefined) return { kind: kindOfCode[code] ?? 'fault', message, requestId };
  const answered = ServerError.is(error) || CombinedGraphQLErrors.is(error);
  return { kind: answered ? 'fault' : 'unreachable', requestId };
}
