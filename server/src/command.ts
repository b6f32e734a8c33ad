import 'reflect-metadata';
import { parseArgs } from 'node:util';
import type { Command } from './commands/command';
import { courtsImport } from './commands/courts-import';
import { dbCheck } from './commands/db-check';
import { dbMigrate } from './commands/db-migrate';
import { demo } from './commands/demo';
import { demoFile } from './commands/demo-file';
import { firmCreate } from './commands/firm-create';
import { linkageSet } from './commands/linkage-set';
import { operatorCreate } from './commands/operator-create';
import { postAccruals } from './commands/post-accruals';
import { roleEnd } from './commands/role-end';
import { roleGive } from './commands/role-give';
import { usageImport } from './commands/usage-import';
import { readConfiguration } from './platform/configuration';
import { StartFault } from './platform/fault';
import { openSite } from './platform/open-site';

const commands: Record<string, Command> = {
  'billing:post-accruals': postAccruals,
  'courts:import': courtsImport,
  'db:check': dbCheck,
  'db:migrate': dbMigrate,
  demo,
  'demo:file': demoFile,
  'firm:create': firmCreate,
  'linkage:set': linkageSet,
  'operator:create': operatorCreate,
  'role:end': roleEnd,
  'role:give': roleGive,
  'usage:import': usageImport,
};

function readLine(command: Command, args: string[]) {
  try {
    return parseArgs({
      args,
      options: { ...command.options, help: { type: 'boolean' } },
      allowPositionals: true,
    });
  } catch (cause) {
    throw new StartFault(`${(cause as Error).message} Usage: pnpm ${command.usage}`);
  }
}

/** Runs one command against the database the settings name; returns what to print. */
export async function runCommand(
  name: string,
  args: string[],
  environment: Record<string, string | undefined>,
): Promise<string[]> {
  const command = commands[name];
  if (!command)
    throw new StartFault(`There is no command ${name}. There are: ${Object.keys(commands).join(', ')}.`);
  const line = readLine(command, args);
  if (line.values.help) return [`pnpm ${command.usage}`, command.about];
  const site = await openSite(readConfiguration(environment), { join: true });
  try {
    return await command.run(site, line);
  } finally {
    await site.close();
  }
}
