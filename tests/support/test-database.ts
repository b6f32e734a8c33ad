import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownerRole } from '@countersign/server/platform/database-place';
import { type Files, openFiles } from '@countersign/server/platform/files';
import postgres from 'postgres';
import { inject } from 'vitest';
import { template, urlsOn } from './cluster';

export interface TestDatabase {
  readonly name: string;
  readonly ownerUrl: string;
  readonly applicationUrl: string;
  readonly superuserUrl: string;
  /** The folder of the files beside it, and the files. */
  readonly filesDir: string;
  readonly files: Files;
  drop(): Promise<void>;
}

/** A database of this test file alone, cloned from the template (or empty). */
export async function cloneDatabase(from: string = template): Promise<TestDatabase> {
  const { port, superuserUrl } = inject('cluster');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const superuser = postgres(superuserUrl, { max: 1, onnotice: () => {} });
  await superuser.unsafe(`create database ${name} template ${from} owner ${ownerRole}`);
  const urls = urlsOn(port, name);
  const filesDir = join(tmpdir(), `countersign-${name}`);
  return {
    name,
    ownerUrl: urls.owner,
    applicationUrl: urls.application,
    superuserUrl: superuserUrl.replace(/\/postgres$/, `/${name}`),
    filesDir,
    files: openFiles(filesDir),
    async drop() {
      await rm(filesDir, { recursive: true, force: true });
      await superuser.unsafe(`drop database if exists ${name} with (force)`);
      await superuser.end();
    },
  };
}
