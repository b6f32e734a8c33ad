import type { ParseArgsConfig } from 'node:util';
import type { OpenSite } from '../platform/open-site';

/** What a command is given on its line. */
export interface CommandLine {
  readonly values: Record<string, string | boolean | (string | boolean)[] | undefined>;
  readonly positionals: readonly string[];
}

export interface Command {
  /** How it is called, as the usage shows it. */
  readonly usage: string;
  readonly about: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** Returns the lines to print; throws a StartFault with a sentence when it cannot be done. */
  run(site: OpenSite, line: CommandLine): Promise<string[]>;
}
