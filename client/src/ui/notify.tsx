import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';

/** Says that what somebody did is done. */
export function notifyDone(message: string): void {
  notifications.show({ message, color: 'green', withBorder: true, autoClose: 6000 });
}

/** Says that it is not done; stays until it is closed. */
export function notifyFailed(title: string, message: string): void {
  notifications.show({ title, message, color: 'red', withBorder: true, autoClose: false });
}

/** Says that it is done, with a way back for as long as it is shown; there is another way to it that stays. */
export function notifyUndoable(message: string, undo: () => void): void {
  const id = `undo-${message}`;
  notifications.show({
    id,
    message: (
      <Group justify="space-between" wrap="nowrap">
        {message}
        <Button
          variant="default"
          size="xs"
          flex="none"
          onClick={() => {
            notifications.hide(id);
            undo();
          }}
        >
          Undo
        </Button>
      </Group>
    ),
    color: 'green',
    withBorder: true,
    autoClose: 30_000,
  });
}
