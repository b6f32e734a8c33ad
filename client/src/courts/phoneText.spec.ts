import { expect, it } from 'vitest';
import { phoneParts } from './phoneText';

it.each([
  ['816-512-1849', '+18165121849'],
  ['(816) 512-1849', '+18165121849'],
  ['816.512.1849', '+18165121849'],
  ['1-816-512-1849', '+18165121849'],
])('dials %s', (written, dial) => {
  expect(phoneParts(written)).toEqual([{ text: written, dial }]);
});

it('keeps the words between several numbers', () => {
  expect(phoneParts('(573) 636-4015; ECF Help Desk (800) 466-9302')).toEqual([
    { text: '(573) 636-4015', dial: '+15736364015' },
    { text: '; ECF Help Desk ' },
    { text: '(800) 466-9302', dial: '+18004669302' },
  ]);
});

it('leaves text without a number alone', () => {
  expect(phoneParts('See the web site')).toEqual([{ text: 'See the web site' }]);
});
