import { runCommand } from './command';
import { StartFault } from './platform/fault';

const [name = '', ...args] = process.argv.slice(2);

try {
  for (const line of await runCommand(name, args, process.env)) process.stdout.write(`${line}\n`);
} catch (cause) {
  process.stderr.write(
    cause instanceof StartFault ? `${cause.message}\n` : `${(cause as Error)?.stack ?? cause}\n`,
  );
  process.exitCode = 1;
}
