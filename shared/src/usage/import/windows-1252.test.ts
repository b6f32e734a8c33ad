import { expect, test } from 'vitest';
import { windows1252 } from './windows-1252';

test.each([
  ['plain text, é and ÿ', 'plain text, é and ÿ'],
  ['\x80\x93Smith\x94 \x96 M\xfcller\x85\x92s', '€“Smith” – Müller…’s'],
  ['\x9c\x9f\x8e', 'œŸŽ'],
  ['\x81\x8d\x8f\x90\x9d', '\x81\x8d\x8f\x90\x9d'],
])('%j is %j', (latin1, text) => expect(windows1252(latin1)).toBe(text));
