import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { ErrorLink } from '@apollo/client/link/error';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import type { DocumentNode } from 'graphql';
import { codeOf } from '../ui/apiError';
import { noteRequest, sessionEnded } from './session';
import { viewerQuery } from './viewer';

const cache = new InMemoryCache({
  typePolicies: {
    Viewer: { keyFields: [] },
    Session: { merge: true },
    PersonName: { merge: true },
    // Without an id of their own: what pages asked of them side by side is kept together.
    Usage: { merge: true },
    UsageImportFindings: { merge: true },
    UsageImportProgress: { merge: true },
    UsageOverview: { merge: true },
    UsageTotals: { merge: true },
  },
});

const isSignedIn = () => Boolean(cache.readQuery({ query: viewerQuery })?.viewer.account);

const watchSession = ApolloLink.from([
  new ErrorLink(({ error }) => {
    if (codeOf(error) === 'UNAUTHENTICATED' && isSignedIn()) sessionEnded(true);
  }),
  new ApolloLink((operation, forward) => {
    noteRequest();
    return forward(operation);
  }),
]);

/** The build puts the hash beside each operation: see build/inline-operations.ts. */
const storedHash = (document: DocumentNode & { __meta__?: { hash: string } }) =>
  document.__meta__?.hash ?? '';

const persisted = new PersistedQueryLink({
  generateHash: storedHash,
  // A server that does not know one of our operations is of another build: from then on it gets the text.
  disable: ({ meta }) => meta.persistedQueryNotFound || meta.persistedQueryNotSupported,
});

export const client = new ApolloClient({
  cache,
  link: ApolloLink.from([
    watchSession,
    persisted,
    new HttpLink({ uri: '/graphql', credentials: 'same-origin' }),
  ]),
});
