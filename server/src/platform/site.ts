import type { Clock } from './clock';
import type { Configuration } from './configuration';
import type { Database } from './database';

/** The parts a use case works with. */
export interface Site {
  readonly database: Database;
  readonly clock: Clock;
  readonly configuration: Configuration;
}
