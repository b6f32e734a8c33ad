import { courtsBench } from './courts-bench.mjs';
import { importBench } from './import-bench.mjs';
import { usageBench } from './usage-bench.mjs';

const benches = { courts: courtsBench, usage: usageBench, import: importBench };

const named = process.argv.slice(2);
const unknown = named.find((name) => !(name in benches));
if (unknown) {
  console.error(`There is no benchmark ${unknown}: choose among ${Object.keys(benches).join(', ')}.`);
  process.exitCode = 1;
} else {
  for (const name of named.length > 0 ? named : Object.keys(benches)) await benches[name]();
}
