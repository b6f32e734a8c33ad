import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a server that a test can slow down, cut or silence. */
export interface TcpProxy {
  readonly port: number;
  /** How often the client sent something after an answer: the round trips it took. */
  roundTrips(): number;
  /** Ends every connection and refuses new ones until `restore`. */
  cut(): Promise<void>;
  /** Takes what is sent and answers nothing, as a broken network does, until `restore`. */
  silence(): void;
  restore(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a proxy on a free port in front of a port of this machine; `delay` holds back each answer. */
export async function openTcpProxy(target: number, delay = 0): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  let silent = false;
  let trips = 0;
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => sockets.delete(socket));
  };
  const server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1');
    keep(client);
    keep(upstream);
    let answered = true;
    client.on('data', (chunk) => {
      if (answered) trips += 1;
      answered = false;
      if (!silent) upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      setTimeout(() => {
        answered = true;
        if (!silent) client.write(chunk);
      }, delay);
    });
    client.once('close', () => upstream.destroy());
    upstream.once('close', () => client.destroy());
  });
  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => {
        server.off('error', reject);
        resolve();
      });
    });
  const cut = async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const socket of sockets) socket.resetAndDestroy();
    await closed;
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    port,
    roundTrips: () => trips,
    cut,
    silence: () => {
      silent = true;
    },
    async restore() {
      silent = false;
      if (server.listening) for (const socket of sockets) socket.resetAndDestroy();
      else await listen(port);
    },
    close: () => (server.listening ? cut() : Promise.resolve()),
  };
}

/** A connection string that goes another way. */
export function throughPort(url: string, port: number): string {
  const through = new URL(url);
  through.port = String(port);
  return through.toString();
}
