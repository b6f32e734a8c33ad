import { notifications } from '@mantine/notifications';

/** Says that what somebody did is done. */
export function notifyDone(message: string): void {
  notifications.show({ message, color: 'green', withBorder: true, autoClose: 6000 });
}

/** Says that it is not done; stays until it is closed. */
export function notifyFailed(title: string, message: string): void {
  notifications.show({ title, message, color: 'red', withBorder: true, autoClose: false });
}
