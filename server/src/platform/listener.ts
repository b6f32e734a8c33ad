import type postgres from 'postgres';

/** Makes a client of one connection that tells when it is lost and what is notified. */
export type Connect = (on: { close: () => void; notify: (payload: string) => void }) => postgres.Sql;

export interface Listener {
  /** Settles when it listens for the first time. */
  readonly listening: Promise<void>;
  close(): Promise<void>;
}

const betweenTries = 500;

/**
 * Listens on a channel until closed, over a new connection whenever one is lost. The driver's own listening is not
 * used: it forgets who listens when connecting again fails.
 */
export function openListener(
  connect: Connect,
  channel: string,
  heard: (payload: string) => void,
  again: () => void,
): Listener {
  let closed = false;
  let client: postgres.Sql | null = null;
  let retry: NodeJS.Timeout | undefined;

  let heardBefore = false;
  let firstHeard = () => {};
  const begun = () => {
    if (heardBefore) again();
    heardBefore = true;
    firstHeard();
  };
  const lost = (which: postgres.Sql) => {
    if (closed || which !== client) return;
    client = null;
    which.end({ timeout: 0 }).catch(() => {});
    retry = setTimeout(() => void begin(), betweenTries);
  };
  const begin = async () => {
    const mine = connect({ close: () => lost(mine), notify: heard });
    client = mine;
    try {
      await mine.unsafe(`listen "${channel}"`);
      begun();
    } catch {
      lost(mine);
    }
  };
  const listening = new Promise<void>((resolve) => {
    firstHeard = resolve;
  });
  void begin();
  return {
    listening,
    async close() {
      closed = true;
      clearTimeout(retry);
      await client?.end({ timeout: 1 });
    },
  };
}
