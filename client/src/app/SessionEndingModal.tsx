import { useApolloClient } from '@apollo/client/react';
import { Button, Group, Modal } from '@mantine/core';
import { clock } from './sessionTime';
import { useSignOut } from './useSignOut';
import { viewerQuery } from './viewer';

export default function SessionEndingModal({ left }: { left: number }) {
  const client = useApolloClient();
  const signOut = useSignOut();
  const stay = () => void client.refetchQueries({ include: [viewerQuery] });
  return (
    <Modal opened onClose={stay} title="Are you still there?" withCloseButton={false}>
      <p>
        Your session ends in <span role="timer">{clock(left)}</span>. What you have typed stays on this page,
        and you can sign in again without leaving it.
      </p>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={() => signOut({ everywhere: false })}>
          Sign out
        </Button>
        <Button onClick={stay} data-autofocus>
          Stay signed in
        </Button>
      </Group>
    </Modal>
  );
}
