import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { checks } from './check.mjs';
import { root, runNode } from './run.mjs';

const results = join(root, '.cache', 'test-results.json');
let passed = 0;
let failed = 0;

async function step(name, work) {
  process.stdout.write(`\n== ${name}\n`);
  const code = await work();
  if (code === 0) passed += 1;
  else failed += 1;
  process.stdout.write(`${code === 0 ? 'ok' : 'FAILED'}: ${name}\n`);
}

function countTests() {
  try {
    const { numPassedTests, numFailedTests, success } = JSON.parse(readFileSync(results, 'utf8'));
    passed += numPassedTests;
    failed += numFailedTests || (success ? 0 : 1);
  } catch {
    process.stdout.write('The test run left no result.\n');
    failed += 1;
  }
}

await step('build, with the budget of the first load', build);
for (const [name, check] of Object.entries(checks)) await step(name, check);

rmSync(results, { force: true });
mkdirSync(join(root, '.cache'), { recursive: true });
const args = [
  'node_modules/vitest/vitest.mjs',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${results}`,
];
await runNode([...args, ...process.argv.slice(2)]);
countTests();

process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
