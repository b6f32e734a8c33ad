import { describe, expect, it } from 'vitest';
import { returnPath } from './returnPath';

describe('returnPath', () => {
  it.each(['/courts?search=missouri', '/operator/accounts/2000001', '/help#keys'])(
    'comes back to %s',
    (next) => {
      expect(returnPath(next, '/account')).toBe(next);
    },
  );

  it.each([
    null,
    '',
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    'javascript:alert(1)',
    'courts',
  ])('never leads off the site with %j', (next) => {
    expect(returnPath(next, '/account')).toBe('/account');
  });
});
