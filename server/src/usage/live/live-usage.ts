import { PassThrough } from 'node:stream';
import { z } from 'zod';
import { globalId } from '../../api/global-id';
import type { Listener } from '../../platform/listener';
import type { Site } from '../../platform/site';
import { usageChannel } from '../usage-changed';

/** What is told on the channel: that a payer’s uses changed, or that one of its imports moved on. */
const told = z.object({
  payerId: z.string(),
  kind: z.enum(['uses', 'import']),
  importId: z.string().optional(),
});

/** Somebody who waits for changes. */
export interface Waiting {
  /** The payers he asked for, by id, each with the name he asked by. */
  readonly payers: ReadonlyMap<string, string>;
  /** Of whom so many streams may be open and no more: a session. */
  readonly session: string;
  /** Whether he may still hear of them. */
  readonly stillMay: () => Promise<boolean>;
}

export interface LiveUsage {
  /** A stream of server-sent events; null where there are too many already. */
  open(waiting: Waiting): Promise<PassThrough | null>;
  close(): Promise<void>;
}

const mostOfSession = 12;
const mostOfProcess = 5000;
/** Often enough for proxies that end what is silent, and for whom a role was taken from. */
const betweenBeats = 20_000;
/** An import tells each step of its; pages ask again no more often than this. */
const betweenEvents = 500;
const mostUnread = 65_536;

class LiveStream {
  readonly out = new PassThrough();
  private readonly pending = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private readonly beat = setInterval(() => void this.send(': still here\n\n'), betweenBeats);

  constructor(private readonly waiting: Waiting) {
    this.out.on('close', () => {
      clearInterval(this.beat);
      clearTimeout(this.timer);
    });
    this.out.write('retry: 3000\n\n');
  }

  /** Tells of a change of a payer’s, with others of the same moment. */
  tell(payerId: string, about: Record<string, string>): void {
    const payer = this.waiting.payers.get(payerId);
    if (payer === undefined || this.out.destroyed) return;
    this.pending.add(JSON.stringify({ payer, ...about }));
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      const events = [...this.pending].map((data) => `data: ${data}\n\n`);
      this.pending.clear();
      void this.send(events.join(''));
    }, betweenEvents);
  }

  tellAll(): void {
    for (const payerId of this.waiting.payers.keys()) this.tell(payerId, { kind: 'uses' });
  }

  /** Asked anew before each word: sessions and roles end while a stream is open. */
  private async send(text: string): Promise<void> {
    const may = await this.waiting.stillMay().catch(() => false);
    if (this.out.destroyed) return;
    if (!may || this.out.writableLength > mostUnread) this.out.end();
    else this.out.write(text);
  }
}

/** Tells whoever waits what changed of the payers he may see: one connection listens for all. */
export function openLiveUsage(site: Site): LiveUsage {
  const streams = new Map<LiveStream, string>();
  let listener: Listener | null = null;

  const heard = (payload: string) => {
    const { payerId, kind, importId } = told.parse(JSON.parse(payload));
    const about: Record<string, string> = { kind };
    if (importId !== undefined) about.import = globalId('usageImport', payerId, importId);
    for (const stream of streams.keys()) stream.tell(payerId, about);
  };
  const again = () => {
    for (const stream of streams.keys()) stream.tellAll();
  };
  return {
    async open(waiting) {
      const ofSession = [...streams.values()].filter((session) => session === waiting.session).length;
      if (ofSession >= mostOfSession || streams.size >= mostOfProcess) return null;
      listener ??= site.database.listen(usageChannel, heard, again);
      await listener.listening;
      const stream = new LiveStream(waiting);
      streams.set(stream, waiting.session);
      stream.out.on('close', () => streams.delete(stream));
      return stream.out;
    },
    async close() {
      for (const { out } of streams.keys()) out.destroy();
      await listener?.close();
    },
  };
}
