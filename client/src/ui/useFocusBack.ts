import { useEffect, useRef, useState } from 'react';

/** Gives the focus back to what had it before, when what lies over the page goes away. */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  const frame = useRef(0);
  useEffect(() => {
    cancelAnimationFrame(frame.current);
    return () => {
      frame.current = requestAnimationFrame(() => {
        if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
      });
    };
  }, [before]);
}
