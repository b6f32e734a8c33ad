import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createHttpServer } from '@countersign/server/api/http-server';
import { buildApiSchema } from '@countersign/server/api/schema';
import { type Configuration, readConfiguration } from '@countersign/server/platform/configuration';
import { openDatabase } from '@countersign/server/platform/database';
import { projectRoot } from '@countersign/server/platform/project-root';
import type { Site } from '@countersign/server/platform/site';
import type { GraphQLSchema } from 'graphql';
import { ApiClient } from './api-client';
import { serviceCenter } from './cluster';
import { cloneDatabase, type TestDatabase } from './test-database';

/** A clock that stands where a test puts it. */
export class TestClock {
  constructor(public at: Date = new Date()) {}
  now(): Date {
    return this.at;
  }
  /** Moves on by seconds. */
  advance(seconds: number): void {
    this.at = new Date(this.at.getTime() + seconds * 1000);
  }
}

export interface TestSite extends Site {
  readonly clock: TestClock;
  readonly db: TestDatabase;
  readonly schema: GraphQLSchema;
  readonly url: string;
  /** Somebody at the API who has not signed in. */
  visitor(address?: string): ApiClient;
  /** One of the demonstration's people, signed in. */
  signedIn(username: string): Promise<ApiClient>;
  /** The address of a second server, as another process would be; on the same database, by another way if given. */
  secondServer(databaseUrl?: string): Promise<string>;
  close(): Promise<void>;
}

let schema: GraphQLSchema | undefined;

/** The whole server on a database of its own, listening on a free port. */
export async function openTestSite(settings: Record<string, string> = {}, pages = false): Promise<TestSite> {
  const db = await cloneDatabase();
  const configuration: Configuration = readConfiguration({
    LOG_LEVEL: 'silent',
    TRUST_PROXY: 'on',
    API_COST_BUCKET: '1000000',
    API_COST_PER_SECOND: '1000000',
    ...settings,
  });
  schema ??= buildApiSchema();
  const clientFolder = join(projectRoot, 'client', 'dist');
  if (pages && !existsSync(join(clientFolder, 'index.html')))
    throw new Error('Build the client first: pnpm build');
  const clock = new TestClock();
  const closing: (() => Promise<unknown>)[] = [];
  const served = schema;
  const serve = async (databaseUrl: string) => {
    const database = openDatabase({ url: databaseUrl, max: 6, prepare: true });
    closing.unshift(() => database.close());
    const parts = { database, clock, configuration, serviceCenter, files: db.files };
    const http = await createHttpServer({
      site: parts,
      schema: served,
      clientFolder: pages ? clientFolder : null,
    });
    closing.unshift(() => http.close());
    await http.listen({ port: 0, host: '127.0.0.1' });
    return { site: parts, url: `http://127.0.0.1:${(http.server.address() as AddressInfo).port}` };
  };
  const { site, url } = await serve(db.applicationUrl);
  return {
    ...site,
    db,
    schema: served,
    url,
    visitor: (address) => new ApiClient(url, address),
    async signedIn(username) {
      const client = new ApiClient(url);
      await client.signIn(username);
      return client;
    },
    secondServer: async (databaseUrl = db.applicationUrl) => (await serve(databaseUrl)).url,
    async close() {
      for (const end of closing) await end();
      await db.drop();
    },
  };
}
