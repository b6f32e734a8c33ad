import { build } from './build.mjs';
import { runNode } from './run.mjs';

const code = await build();
process.exitCode = code === 0 ? await runNode(['server/dist/command.js', ...process.argv.slice(2)]) : code;
