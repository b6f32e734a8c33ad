import { readApiError } from './apiError';

const words = {
  'sign-in': 'Your session has ended. Sign in again, then send this once more.',
  'not-found': 'You may not do this, or what it is about is no longer there.',
  unreachable: 'The server cannot be reached. Check your connection and send this once more.',
} as const;

/** What a form says when the server did not take it at all. */
export function sendingProblem(error: unknown): { message: string } {
  const { kind, message, requestId } = readApiError(error);
  if (kind in words) return { message: words[kind as keyof typeof words] };
  const said = message ?? 'Something went wrong on our side.';
  return { message: requestId ? `${said} (Request number ${requestId})` : said };
}
