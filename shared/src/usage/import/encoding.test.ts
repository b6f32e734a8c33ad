import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodingOf, isUtf8 } from './encoding';

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (...values: number[]) => Uint8Array.from(values);

describe('encodingOf', () => {
  it.each<[string, Uint8Array, boolean, object]>([
    ['nothing', bytes(), false, { encoding: 'utf-8', markBytes: 0, certain: true }],
    ['ASCII to the end', utf8('Date,Court'), false, { encoding: 'utf-8', markBytes: 0, certain: true }],
    ['ASCII so far', utf8('Date,Court'), true, { encoding: 'utf-8', markBytes: 0, certain: false }],
    ['UTF-8', utf8('García'), true, { encoding: 'utf-8', markBytes: 0, certain: true }],
    ['UTF-8 cut in a letter', utf8('Garcí').slice(0, 5), true, { encoding: 'utf-8', certain: true }],
    ['half a letter at the end', utf8('Garcí').slice(0, 5), false, { encoding: 'windows-1252' }],
    ['a UTF-8 mark', bytes(0xef, 0xbb, 0xbf, 0x41), true, { encoding: 'utf-8', markBytes: 3, certain: true }],
    [
      'Windows-1252',
      bytes(0x47, 0x61, 0x72, 0x63, 0xed, 0x61),
      true,
      { encoding: 'windows-1252', certain: true },
    ],
    ['its quotation marks', bytes(0x93, 0x41, 0x94), true, { encoding: 'windows-1252', markBytes: 0 }],
    [
      'UTF-16, marked',
      bytes(0xff, 0xfe, 0x41, 0),
      true,
      { encoding: 'utf-16le', markBytes: 2, certain: true },
    ],
    ['UTF-16 the other way', bytes(0xfe, 0xff, 0, 0x41), true, { encoding: 'utf-16be', markBytes: 2 }],
    [
      'UTF-16 without a mark',
      bytes(0x44, 0, 0x61, 0),
      true,
      { encoding: 'utf-16le', markBytes: 0, certain: true },
    ],
    ['the other way without a mark', bytes(0, 0x44, 0, 0x61), true, { encoding: 'utf-16be', markBytes: 0 }],
  ])('%s', (_, given, cut, expected) => expect(encodingOf(given, cut)).toMatchObject(expected));

  it('takes every text in UTF-8 for that, wherever it is cut', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'é', '€', '😀'), minLength: 1 }),
        fc.nat(),
        (text, at) => {
          const whole = utf8(`Date,${text}`);
          const cut = whole.slice(0, 5 + (at % (whole.length - 4)));
          expect(encodingOf(cut, true).encoding).toBe('utf-8');
        },
      ),
    );
  });
});

describe('isUtf8', () => {
  it.each([
    [bytes(0xc3, 0xad), false, true],
    [bytes(0xc3), true, true],
    [bytes(0xc3), false, false],
    [bytes(0xc3, 0x41), true, false],
    [bytes(0xc0, 0x80), true, false],
    [bytes(0xed, 0xa0, 0x80), true, false],
  ])('%j, cut %s: %s', (given, cut, is) => expect(isUtf8(given, cut)).toBe(is));
});
