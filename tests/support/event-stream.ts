import type { ApiClient } from './api-client';

/** A stream of server-sent events as a browser would read it. */
export interface EventStream {
  readonly status: number;
  /** What was told so far. */
  readonly events: readonly Record<string, unknown>[];
  /** Settles when the server has ended it. */
  readonly ended: Promise<void>;
  close(): void;
}

/** Opens a stream with a client's cookies. */
export async function openEvents(client: ApiClient, path: string): Promise<EventStream> {
  const leaving = new AbortController();
  const response = await fetch(`${client.url}${path}`, {
    headers: { cookie: [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    signal: leaving.signal,
  });
  const events: Record<string, unknown>[] = [];
  const read = async () => {
    let text = '';
    for await (const bytes of response.body ?? []) {
      text += Buffer.from(bytes).toString('utf8');
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks)
        if (block.startsWith('data: ')) events.push(JSON.parse(block.slice('data: '.length)));
    }
  };
  const ended = read().catch(() => {});
  return { status: response.status, events, ended, close: () => leaving.abort() };
}
