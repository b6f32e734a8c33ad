import { join } from 'node:path';
import { systemClock } from './clock';
import type { Configuration } from './configuration';
import { openDatabase } from './database';
import { type DatabasePlace, openDatabasePlace } from './database-place';
import { openFiles } from './files';
import { projectRoot } from './project-root';
import { fixServiceCenter } from './service-center';
import type { Site } from './site';

export interface OpenSite extends Site {
  readonly place: DatabasePlace;
  close(): Promise<void>;
}

/** Opens what every command and the server need; close() ends it in order, the database last. `join` uses an embedded database that runs already. */
export async function openSite(configuration: Configuration, options: { join: boolean }): Promise<OpenSite> {
  const place = await openDatabasePlace(configuration, options.join);
  const database = openDatabase({
    url: place.applicationUrl,
    directUrl: place.directUrl,
    role: place.role,
    max: configuration.databaseConnections,
    prepare: configuration.databasePrepare,
  });
  const close = async () => {
    await database.close();
    await place.stop();
  };
  try {
    const serviceCenter = await fixServiceCenter(database, systemClock, configuration.serviceCenterZone);
    const dataDir = place.dataDir ?? join(projectRoot, 'data');
    const files = openFiles(configuration.filesDir ?? join(dataDir, 'files'));
    return { database, clock: systemClock, configuration, serviceCenter, files, place, close };
  } catch (cause) {
    await close();
    throw cause;
  }
}
