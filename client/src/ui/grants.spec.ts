import { describe, expect, it } from 'vitest';
import { standingOf, toInForce, whyNotEnd } from './grants';

const noon = '2026-03-01T12:00:00Z';
const account = {
  __typename: 'Account' as const,
  id: 'a1',
  accountNumber: '2000001',
  name: { full: 'A. Person' },
};

describe('standingOf', () => {
  it.each([
    [{ inForce: true, until: null, endedAt: null }, 'In force'],
    [{ inForce: true, until: noon, endedAt: null }, 'Until Mar 1, 2026'],
    [{ inForce: false, until: noon, endedAt: null }, 'Lapsed Mar 1, 2026'],
    [{ inForce: false, until: null, endedAt: noon }, 'Ended Mar 1, 2026'],
    [{ inForce: false, until: null, endedAt: null }, 'Not in force'],
  ])('says of %j: %s', (grant, said) => {
    expect(standingOf(grant)).toBe(said);
  });
});

describe('whyNotEnd', () => {
  const grant = { inForce: true, allowedActions: [], account } as unknown as Parameters<typeof whyNotEnd>[0];

  it('has no reason where the server offers it', () => {
    expect(whyNotEnd({ ...grant, allowedActions: ['END'] }, 'a2')).toBeUndefined();
  });

  it('tells an ended role, one’s own and any other apart', () => {
    const reasons = [
      whyNotEnd({ ...grant, inForce: false }, 'a2'),
      whyNotEnd(grant, 'a1'),
      whyNotEnd(grant, 'a2'),
    ];
    expect(new Set(reasons).size).toBe(3);
    expect(reasons).not.toContain(undefined);
  });
});

it('asks for both kinds by asking for neither', () => {
  expect([toInForce('in-force'), toInForce('ended'), toInForce('all')]).toEqual([true, false, null]);
});
