import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function findRoot(from: string): string {
  if (existsSync(join(from, 'pnpm-workspace.yaml'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('The project folder was not found above the server.');
  return findRoot(parent);
}

/** The project's top folder, whether the server runs bundled or from its sources. */
export const projectRoot = findRoot(dirname(fileURLToPath(import.meta.url)));
