import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasBadCharacter } from './text-cell';

describe('hasBadCharacter', () => {
  it.each([
    ['Smith v. Jones', false],
    ['two\r\nlines\tand a tab', false],
    ['García 😀', false],
    ['', false],
    ['\0', true],
    ['a\u001fb', true],
    ['\u007f', true],
    ['\ud83d', true],
    ['\ude00', true],
    ['\ude00\ud83d', true],
    ['\ud83d\ud83d\ude00', true],
  ])('%j: %s', (text, has) => expect(hasBadCharacter(text)).toBe(has));

  it('takes every whole text without control characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(hasBadCharacter(text.replace(/\p{Cc}/gu, ''))).toBe(false);
      }),
    );
  });
});
