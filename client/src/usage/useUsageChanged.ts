import { useEffect, useRef } from 'react';

/** Milliseconds until the next try after so many that failed; null when it is given up. */
export function nextTry(failed: number): number | null {
  return failed > 6 ? null : 2000 * 2 ** failed;
}

/**
 * Asks again when something of a payer’s usage has changed, as by an import in another window. `payer` is `me` or a
 * firm’s number; null while there is nothing to wait for. A page in the background waits for nothing, since a browser keeps few connections open, and asks
 * again when it is looked at.
 */
export function useUsageChanged(payer: string | null, refetch: () => unknown): void {
  const latest = useRef(refetch);
  useEffect(() => {
    latest.current = refetch;
  }, [refetch]);

  useEffect(() => {
    if (payer === null) return;
    let source: EventSource | null = null;
    let retry: ReturnType<typeof setTimeout> | undefined;
    let failed = 0;
    let opened = false;

    const stop = () => {
      clearTimeout(retry);
      source?.close();
      source = null;
    };
    const wait = () => {
      stop();
      source = new EventSource(`/live?payer=${encodeURIComponent(payer)}`);
      source.onopen = () => {
        failed = 0;
        // What changed while nobody listened was not told.
        if (opened) void latest.current();
        opened = true;
      };
      source.onmessage = () => void latest.current();
      source.onerror = () => {
        // Lost connections the browser mends itself; what was refused it does not try again.
        if (source?.readyState !== EventSource.CLOSED) return;
        const delay = nextTry(failed);
        failed += 1;
        stop();
        if (delay !== null) retry = setTimeout(wait, delay);
      };
    };
    const look = () => {
      if (document.visibilityState === 'hidden') stop();
      else if (!source) wait();
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      stop();
    };
  }, [payer]);
}
