import { build } from './build.mjs';
import { root } from './run.mjs';

const code = await build();
if (code !== 0) process.exit(code);
// In this very process, so that Ctrl-C reaches the server and not a wrapper that leaves it behind.
await import(`${root}server/dist/main.js`);
