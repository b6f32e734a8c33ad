import { type ReactNode, useEffect, useRef } from 'react';
import { useBlocker } from 'react-router';
import { ConfirmModal } from './ConfirmModal';

/** Asks before something typed is lost. `release` lets go once it is saved; `question` belongs into the page. */
export function useUnsavedGuard(dirty: boolean): { question: ReactNode; release: () => void } {
  const released = useRef(false);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      dirty && !released.current && currentLocation.pathname !== nextLocation.pathname,
  );

  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [dirty]);

  const question = blocker.state === 'blocked' && (
    <ConfirmModal
      title="Leave without saving?"
      confirm="Leave"
      cancel="Stay here"
      danger
      onConfirm={() => blocker.proceed()}
      onClose={() => blocker.reset()}
    >
      What you have typed is not saved.
    </ConfirmModal>
  );
  return {
    question,
    release: () => {
      released.current = true;
    },
  };
}
