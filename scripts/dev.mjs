import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from './run.mjs';

const port = Number(process.env.PORT ?? 4000);
const children = [];

function start(args, environment = {}) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  children.push(child);
  child.once('exit', (code) => {
    if (code) process.exitCode = code;
    for (const other of children) other.kill('SIGINT');
  });
}

// Ctrl-C reaches the children by itself; a plain kill does not.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {
  for (const child of children) child.kill('SIGTERM');
});
rmSync(`${root}server/dist`, { recursive: true, force: true });
start([
  'node_modules/vite/bin/vite.js',
  'build',
  '--config',
  'server/vite.config.ts',
  '--watch',
  '--logLevel',
  'warn',
  'server',
]);
while (!existsSync(`${root}server/dist/main.js`)) await wait(200);
start(['--watch', '--watch-preserve-output', 'server/dist/main.js'], { PORT: String(port + 1) });
start(
  [
    'node_modules/vite/bin/vite.js',
    '--config',
    'client/vite.config.ts',
    '--port',
    String(port),
    '--strictPort',
    'client',
  ],
  {
    API_PORT: String(port + 1),
  },
);
