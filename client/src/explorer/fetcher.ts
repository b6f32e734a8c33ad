import type { Fetcher } from '@graphiql/toolkit';

/** Sends an operation with the session's cookie, and waits for its answer. */
export const fetcher: Fetcher = async (operation, options) => {
  const answer = await fetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      ...options?.headers,
    },
    body: JSON.stringify(operation),
  });
  return answer.json();
};
