import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** What the first page of a visit may cost, in kilobytes after gzip. */
const budget = { js: 250, css: 40 };

const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));

/** The entry with everything it needs before it runs, as index.html preloads it. */
function firstLoad(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) firstLoad(next, seen);
  return seen;
}

const chunks = [...firstLoad('index.html')].map((key) => manifest[key]);
const files = {
  js: new Set(chunks.map((chunk) => chunk.file)),
  css: new Set(chunks.flatMap((chunk) => chunk.css ?? [])),
};

let over = false;
for (const [kind, names] of Object.entries(files)) {
  const bytes = [...names].reduce((sum, name) => sum + gzipSync(readFileSync(new URL(name, dist)), { level: 9 }).length, 0);
  const kilobytes = bytes / 1000;
  over ||= kilobytes > budget[kind];
  console.log(`first load, ${kind}: ${kilobytes.toFixed(1)} of ${budget[kind]} KB gzip in ${names.size} files`);
}
if (over) {
  console.error('The first load is over its budget. Load what is not needed at once when it is, or raise the budget with a reason.');
  process.exit(1);
}
