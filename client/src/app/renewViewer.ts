import type { ApolloClient } from '@apollo/client';
import { sessionEnded } from './session';
import { viewerQuery } from './viewer';

/** Asks again who is here and what is open to him: roles are given and ended while a page is open, and sessions end. */
export async function renewViewer(client: ApolloClient): Promise<void> {
  const accountNow = () => client.readQuery({ query: viewerQuery })?.viewer.account?.id;
  const before = accountNow();
  const { data } = await client.query({ query: viewerQuery, fetchPolicy: 'no-cache' });
  // Whoever signed in or out meanwhile has told the cache himself.
  if (!data || accountNow() !== before) return;
  if (before && !data.viewer.account) sessionEnded(true);
  else client.writeQuery({ query: viewerQuery, data });
}
