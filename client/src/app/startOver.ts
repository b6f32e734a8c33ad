import type { ApolloClient } from '@apollo/client';
import { viewerQuery } from './viewer';

/** Forgets everything that was shown to somebody else, and asks anew who is here. */
export async function startOver(client: ApolloClient): Promise<void> {
  await client.clearStore();
  await client.refetchQueries({ include: [viewerQuery] });
}
