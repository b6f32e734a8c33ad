import { createServer } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Folder, freeFolder, listenOn } from '../support/places';
import { ensureBuilt, type Outcome, processesOn, runCommand, tryToStart } from '../support/program';

/** What a person at a terminal gets: one sentence, no stack, a code that is not 0, and nothing left running. */
let folder: Folder;
beforeAll(async () => {
  await ensureBuilt();
  folder = await freeFolder();
});
afterAll(() => folder.remove());

function expectSentence({ code, stdout, stderr }: Outcome, sentence: RegExp): void {
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(sentence);
  expect(stderr.trimEnd().split('\n'), stderr).toHaveLength(1);
}

test('a setting that cannot be used', async () => {
  expectSentence(
    await tryToStart({ PORT: 'abc' }),
    /^The setting PORT=abc cannot be used: .*leave it out\.\n$/,
  );
});

test('a database that cannot be reached', async () => {
  const settings = { DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/countersign' };
  const sentence =
    /^The database at 127\.0\.0\.1:1\/countersign cannot be reached .*DATABASE_URL names it\.\n$/;
  expectSentence(await tryToStart(settings), sentence);
  expectSentence(await runCommand(['db:check'], settings), sentence);
});

test('a port that is in use: the embedded database is ended again', async () => {
  const busy = createServer();
  const port = await listenOn(busy, '::');
  const outcome = await tryToStart({ DATA_DIR: folder.path, PORT: String(port), DEMONSTRATION: 'off' });
  busy.close();
  expectSentence(outcome, /^Port \d+ is in use: .*PORT\.\n$/);
  expect(await processesOn(folder.path)).toEqual([]);
});
