import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Files, openFiles } from './files';

let folder: string;
let files: Files;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-files-'));
  files = openFiles(join(folder, 'made', 'later'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const keysOf = async (part: string) => {
  const keys: string[] = [];
  for await (const { key } of files.list(part)) keys.push(key);
  return keys.sort();
};

test('keeps a stream and gives it back', async () => {
  await files.put('uploads/one', Readable.from(['a', 'b', 'c']));
  expect(await text(await files.read('uploads/one'))).toBe('abc');
});

test('lists what has a part in common, with when it came; nothing where there is nothing', async () => {
  expect(await keysOf('uploads')).toEqual([]);
  const before = Date.now() - 1000;
  for (const key of ['uploads/one', 'uploads/two', 'uploads-of-others/three'])
    await files.put(key, Readable.from([key]));
  expect(await keysOf('uploads')).toEqual(['uploads/one', 'uploads/two']);
  for await (const { changedAt } of files.list('uploads'))
    expect(changedAt.getTime()).toBeGreaterThan(before);
});

test('takes away what broke off', async () => {
  const broken = Readable.from(
    (async function* () {
      yield 'half';
      throw new Error('The connection was lost.');
    })(),
  );
  await expect(files.put('uploads/half', broken)).rejects.toThrow();
  expect(await keysOf('uploads')).toEqual([]);
});

test('forgets a file, and one that is not there', async () => {
  await files.put('uploads/one', Readable.from(['a']));
  await files.delete('uploads/one');
  await files.delete('uploads/one');
  expect(await keysOf('uploads')).toEqual([]);
  await expect(files.read('uploads/one').then(text)).rejects.toThrow();
});

test.each(['../outside', 'uploads/../../outside', ''])('refuses the key %j', async (key) => {
  await expect(files.put(key, Readable.from(['a']))).rejects.toThrow();
});
