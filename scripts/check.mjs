import { join } from 'node:path';
import { root, runNode } from './run.mjs';

const tsc = 'node_modules/typescript-7/bin/tsc';

/** What is checked without running the project, by name. */
export const checks = {
  types: async () =>
    (await runNode([tsc, '-p', 'tsconfig.json'])) || runNode([tsc, '-p', 'client/tsconfig.json', '--noEmit']),
  lint: () => runNode(['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']),
  layers: () =>
    runNode([
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      '.dependency-cruiser.cjs',
      'shared',
      'drizzle',
      'server',
      'client',
      'tests',
    ]),
};

if (process.argv[1] === join(root, 'scripts', 'check.mjs'))
  process.exitCode = await checks[process.argv[2]]();
