import { CombinedGraphQLErrors, ServerError } from '@apollo/client';
import { describe, expect, it } from 'vitest';
import { codeOf, readApiError } from './apiError';

const answer = (code: string) =>
  new CombinedGraphQLErrors({ errors: [{ message: 'Said.', extensions: { code, requestId: 'r-1' } }] });

const status = (statusCode: number, bodyText: string) =>
  new ServerError('Refused', { response: new Response(bodyText, { status: statusCode }), bodyText });

describe('readApiError', () => {
  it.each([
    ['UNAUTHENTICATED', 'sign-in'],
    ['FORBIDDEN', 'not-found'],
    ['NOT_FOUND', 'not-found'],
    ['BAD_USER_INPUT', 'bad-address'],
    ['RATE_LIMITED', 'busy'],
    ['INTERNAL', 'fault'],
  ])('takes %s for %s', (code, kind) => {
    expect(readApiError(answer(code))).toEqual({ kind, message: 'Said.', requestId: 'r-1' });
  });

  it('reads the code from the body of a refused request', () => {
    const body = JSON.stringify({
      errors: [{ message: 'Slow down.', extensions: { code: 'RATE_LIMITED' } }],
    });
    expect(readApiError(status(429, body)).kind).toBe('busy');
  });

  it('takes a server that answers with something else for a fault', () => {
    expect(readApiError(status(502, '<h1>Bad gateway</h1>')).kind).toBe('fault');
  });

  it('takes no answer at all for an unreachable server', () => {
    expect(readApiError(new TypeError('Failed to fetch')).kind).toBe('unreachable');
  });
});

it('names the code of an error', () => {
  expect(codeOf(answer('UNAUTHENTICATED'))).toBe('UNAUTHENTICATED');
  expect(codeOf(new Error('Other'))).toBeUndefined();
});
