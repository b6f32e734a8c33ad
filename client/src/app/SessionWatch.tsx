import { useReactiveVar } from '@apollo/client/react';
import { useInterval } from '@mantine/hooks';
import { lazy, Suspense, useState } from 'react';
import { lastRequestAt, sessionEnded } from './session';
import { idleLeft, warnBefore } from './sessionTime';
import { useViewer } from './viewer';

const SessionEndedModal = lazy(() => import('./SessionEndedModal'));
const SessionEndingModal = lazy(() => import('./SessionEndingModal'));

/** Warns before a session ends for want of use, and offers to sign in again over the page when it has ended. */
export function SessionWatch() {
  const account = useViewer()?.account;
  const ended = useReactiveVar(sessionEnded);
  const [left, setLeft] = useState(Number.POSITIVE_INFINITY);
  useInterval(() => setLeft(idleLeft(lastRequestAt(), Date.now())), 1000, { autoInvoke: true });
  const ending = account && left > 0 && left <= warnBefore;
  return (
    <Suspense>
      {ended && <SessionEndedModal />}
      {!ended && ending && <SessionEndingModal left={left} />}
    </Suspense>
  );
}
