import { demonstrationPassword, demonstrationPeople } from './demonstration/people';
import { type Configuration, readConfiguration } from './platform/configuration';
import { isConnectionFault } from './platform/connection-fault';
import { StartFault } from './platform/fault';
import { type RunningServer, serve } from './serve';

const say = (line: string) => process.stdout.write(`${line}\n`);

function announce(configuration: Configuration, { url }: RunningServer): void {
  say(`\nCountersign is at ${url} and its API explorer at ${url}/explorer`);
  if (!configuration.demonstration) return;
  say(`\nSign-ins of the demonstration, each with the password "${demonstrationPassword}":`);
  for (const person of demonstrationPeople) say(`  ${person.username.padEnd(16)} ${person.shows}`);
  say('\nCtrl-C ends it; what was done is kept.');
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Wrappers pass a Ctrl-C on that this process has had already; so soon it is no second one. */
const sameSignal = 1000;

/** The first signal ends everything in order; a second one while that goes on ends at once. */
function onSignal(endInOrder: () => void): void {
  let endingSince = 0;
  const end = () => {
    if (endingSince && Date.now() - endingSince < sameSignal) return;
    if (endingSince) process.exit(1);
    endingSince = Date.now();
    say('\nEnding …');
    endInOrder();
  };
  for (const signal of signals) process.on(signal, end);
}

function close(server: RunningServer): void {
  server.close().then(
    () => process.exit(0),
    (cause) => {
      process.stderr.write(`${cause}\n`);
      process.exit(1);
    },
  );
}

// postgres.js leaves it unhandled when a connection is lost while it is being opened; whoever waits is told by itself.
process.on('unhandledRejection', (cause) => {
  if (!isConnectionFault(cause)) throw cause;
});

const starting = new AbortController();
let server: RunningServer | undefined;

try {
  const configuration = readConfiguration(process.env);
  onSignal(() => (server ? close(server) : starting.abort()));
  server = await serve(configuration, { say, signal: starting.signal });
  if (starting.signal.aborted) close(server);
  else announce(configuration, server);
} catch (cause) {
  if (starting.signal.aborted) process.exit(0);
  process.stderr.write(
    cause instanceof StartFault ? `${cause.message}\n` : `${(cause as Error)?.stack ?? cause}\n`,
  );
  process.exitCode = 1;
  setTimeout(() => process.exit(1), 500).unref();
}
