import { Alert } from '@mantine/core';
import { useInterval } from '@mantine/hooks';
import { useState } from 'react';
import { clock } from '../app/sessionTime';

interface ThrottledProps {
  message: string;
  until: number;
  onOver: () => void;
}

/** Says how long to wait, and counts down without being read out each second. */
export function Throttled({ message, until, onOver }: ThrottledProps) {
  const [left, setLeft] = useState(() => until - Date.now());
  useInterval(
    () => {
      setLeft(until - Date.now());
      if (Date.now() >= until) onOver();
    },
    500,
    { autoInvoke: true },
  );
  return (
    <Alert color="gold" title="Too many attempts">
      {message} You can try again in <span role="timer">{clock(left)}</span>.
    </Alert>
  );
}
