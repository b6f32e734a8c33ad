import { Button, Group, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFocusBack } from './useFocusBack';

interface ConfirmModalProps {
  title: string;
  /** What the button that does it says. */
  confirm: string;
  cancel?: string;
  danger?: boolean;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}

export function ConfirmModal(props: ConfirmModalProps) {
  const { title, confirm, cancel = 'Cancel', danger = false, onConfirm, onClose, children } = props;
  useFocusBack();
  return (
    <Modal opened title={title} onClose={onClose}>
      <div>{children}</div>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose} data-autofocus>
          {cancel}
        </Button>
        <Button color={danger ? 'red' : undefined} onClick={onConfirm}>
          {confirm}
        </Button>
      </Group>
    </Modal>
  );
}
