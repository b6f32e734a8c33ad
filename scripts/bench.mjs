import { build } from './build.mjs';
import { runNode } from './run.mjs';

const floor = [
  'node_modules/vite/bin/vite.js',
  'build',
  '--config',
  'tests/load/vite.config.ts',
  '--logLevel',
  'warn',
  'server',
];
for (const step of [
  build,
  () => runNode(floor),
  () => runNode(['tests/load/bench.mjs', ...process.argv.slice(2)]),
]) {
  process.exitCode = await step();
  if (process.exitCode) break;
}
