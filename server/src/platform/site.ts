import type { Clock } from './clock';
import type { Configuration } from './configuration';
import type { Database } from './database';
import type { Files } from './files';
import type { ServiceCenter } from './service-center';

/** The parts a use case works with. */
export interface Site {
  readonly database: Database;
  readonly clock: Clock;
  readonly configuration: Configuration;
  readonly serviceCenter: ServiceCenter;
  readonly files: Files;
}
