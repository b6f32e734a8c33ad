import { runNode } from './run.mjs';

const vite = [
  'node_modules/vite/bin/vite.js',
  'build',
  '--config',
  'server/vite.config.ts',
  '--logLevel',
  'warn',
  'server',
];
for (const step of [vite, ['server/dist/print-schema.js']]) {
  process.exitCode = await runNode(step);
  if (process.exitCode) break;
}
