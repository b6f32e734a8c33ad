import { expect, it } from 'vitest';
import { linkParts } from './linkParts';

const links = (text: string) => linkParts(text).flatMap(({ href }) => href ?? []);

it('links web addresses and leaves the sentence around them', () => {
  const text =
    'Open http://localhost:4000/sign-in?next=%2F. Or (https://pacer.uscourts.gov/help), as you like.';
  expect(links(text)).toEqual(['http://localhost:4000/sign-in?next=%2F', 'https://pacer.uscourts.gov/help']);
  expect(
    linkParts(text)
      .map((part) => part.text)
      .join(''),
  ).toBe(text);
});

it.each([
  'javascript:alert(1)',
  'data:text/html,<b>',
  'file:///etc/passwd',
  'mailto:a@b.example',
  'https://',
])('never links %s', (text) => {
  expect(links(text)).toEqual([]);
});
