import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runNode } from './run.mjs';

const sources = ['shared', 'drizzle', 'server', 'client', 'pnpm-lock.yaml', 'tsconfig.json', 'scripts'];
const passedOver = new Set(['node_modules', 'dist', 'migrations']);

function* filesUnder(path) {
  if (!statSync(path).isDirectory()) return void (yield path);
  for (const name of readdirSync(path).sort()) if (!passedOver.has(name)) yield* filesUnder(join(path, name));
}

function stateOfSources() {
  const hash = createHash('sha256').update(process.version);
  for (const source of sources) {
    for (const file of filesUnder(join(root, source))) hash.update(file).update(readFileSync(file));
  }
  return hash.digest('hex');
}

const packages = ['server', 'client'];
const stampOf = (name) => join(root, name, 'dist', 'built-from');

/** Builds server and client unless what is there was built from these very sources; the exit code. */
export async function build() {
  const state = stateOfSources();
  const current = packages.every(
    (name) => existsSync(stampOf(name)) && readFileSync(stampOf(name), 'utf8') === state,
  );
  if (current) return 0;
  process.stdout.write('Building …\n');
  for (const name of packages) {
    const code = await runNode([
      'node_modules/vite/bin/vite.js',
      'build',
      '--config',
      `${name}/vite.config.ts`,
      '--logLevel',
      'error',
      name,
    ]);
    if (code !== 0) return code;
  }
  for (const name of packages) writeFileSync(stampOf(name), state);
  return 0;
}

if (process.argv[1] === join(root, 'scripts', 'build.mjs')) process.exitCode = await build();
