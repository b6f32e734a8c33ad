import { useApolloClient } from '@apollo/client/react';
import { Modal } from '@mantine/core';
import { useRef } from 'react';
import { useNavigate } from 'react-router';
import { SignInForm } from '../signin/SignInForm';
import { paths } from './paths';
import { sessionEnded } from './session';
import { startOver } from './startOver';
import { useViewer, viewerQuery } from './viewer';

/** Signs in again over the page as it is, so that nothing on it is lost. */
export default function SessionEndedModal() {
  const client = useApolloClient();
  const navigate = useNavigate();
  const viewer = useViewer();
  const before = useRef(viewer?.account?.id);

  const goOn = async (accountId: string) => {
    sessionEnded(false);
    if (accountId === before.current) {
      await client.refetchQueries({ include: 'active' });
      return;
    }
    // Somebody else: nothing that the page holds is for his eyes.
    await navigate(paths.home());
    await startOver(client);
  };
  const leave = async () => {
    sessionEnded(false);
    await client.refetchQueries({ include: [viewerQuery] });
  };
  return (
    <Modal opened title="Your session has ended" onClose={leave}>
      <p>Sign in to go on where you were. What is on this page stays as it is.</p>
      <SignInForm onSignedIn={goOn} />
    </Modal>
  );
}
