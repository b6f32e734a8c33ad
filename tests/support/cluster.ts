import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadReferenceCourts } from '@countersign/server/courts/load-reference';
import { loadDemonstration } from '@countersign/server/demonstration/load-demonstration';
import { systemClock } from '@countersign/server/platform/clock';
import { readConfiguration } from '@countersign/server/platform/configuration';
import { openDatabase } from '@countersign/server/platform/database';
import { createOwnedDatabase, ownerRole, prepareLogins } from '@countersign/server/platform/database-place';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@countersign/server/platform/embedded-postgres';
import { openFiles } from '@countersign/server/platform/files';
import { applicationRole, migrateDatabase } from '@countersign/server/platform/migrate';
import { fixServiceCenter } from '@countersign/server/platform/service-center';
import { loadFeeSchedules } from '@countersign/server/usage/load-fee-schedules';
import type { TestProject } from 'vitest/node';

/** Where the test cluster answers; the passwords guard nothing and live as long as the run. */
export interface TestCluster {
  readonly port: number;
  readonly superuserUrl: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    cluster: TestCluster;
  }
}

export const template = 'countersign_template';
/** What the template's first start fixed. */
export const serviceCenter = { zone: 'America/Chicago' };
export const passwords = { owner: 'owner', application: 'application' };

export const urlsOn = (port: number, database: string) => ({
  owner: `postgres://${ownerRole}:${passwords.owner}@127.0.0.1:${port}/${database}`,
  application: `postgres://${applicationRole}:${passwords.application}@127.0.0.1:${port}/${database}`,
});

async function fillTemplate(postgres: EmbeddedPostgres, folder: string): Promise<void> {
  const superuserUrl = postgres.superuserUrl('postgres');
  await prepareLogins(superuserUrl, passwords);
  await createOwnedDatabase(superuserUrl, template);
  const urls = urlsOn(postgres.port, template);
  await migrateDatabase(urls.owner);
  const database = openDatabase({ url: urls.application, max: 2, prepare: true });
  const site = {
    database,
    clock: systemClock,
    configuration: readConfiguration({ LOG_LEVEL: 'silent' }),
    serviceCenter: await fixServiceCenter(database, systemClock, serviceCenter.zone),
    files: openFiles(join(folder, 'files')),
  };
  await loadReferenceCourts(site);
  await loadFeeSchedules(site);
  await loadDemonstration(site);
  await database.close();
}

/** Whether only rules are tested, which know of no database. */
const onlyRules = ({ vitest }: TestProject) => {
  const chosen = [vitest.config.project ?? []].flat();
  return chosen.length > 0 && chosen.every((name) => name === 'rules');
};

/** One real Postgres for the whole run, with a migrated template that each test file clones. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  if (onlyRules(project)) return async () => {};
  const folder = await mkdtemp(join(tmpdir(), 'countersign-tests-'));
  const postgres = await startEmbeddedPostgres(folder, {
    flags: [
      '-c',
      'fsync=off',
      '-c',
      'synchronous_commit=off',
      '-c',
      'full_page_writes=off',
      '-c',
      'max_connections=200',
    ],
  });
  const tearDown = async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await fillTemplate(postgres, folder);
  } catch (cause) {
    await tearDown();
    throw cause;
  }
  project.provide('cluster', { port: postgres.port, superuserUrl: postgres.superuserUrl('postgres') });
  return tearDown;
}
