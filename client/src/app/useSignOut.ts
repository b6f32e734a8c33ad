import { useApolloClient } from '@apollo/client/react';
import { useNavigate } from 'react-router';
import { graphql } from '../generated';
import { notifyDone, notifyFailed } from '../ui/notify';
import { paths } from './paths';
import { startOver } from './startOver';

const signOutMutation = graphql(`
  mutation SignOut($input: SignOutInput!) {
    signOut(input: $input) {
      endedSessions
      userErrors {
        message
      }
    }
  }
`);

export function useSignOut() {
  const client = useApolloClient();
  const navigate = useNavigate();
  return async ({ everywhere }: { everywhere: boolean }) => {
    const { data, error } = await client.mutate({
      mutation: signOutMutation,
      variables: { input: { everywhere } },
      errorPolicy: 'all',
    });
    const refused = error?.message ?? data?.signOut.userErrors[0]?.message;
    if (refused) return notifyFailed('You are still signed in', refused);
    // First away from a page that is no longer ours, then forget what it showed.
    await navigate(paths.home());
    await startOver(client);
    const ended = data?.signOut.endedSessions ?? 1;
    notifyDone(everywhere && ended > 1 ? `You are signed out in ${ended} places.` : 'You are signed out.');
  };
}
