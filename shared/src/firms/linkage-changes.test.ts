import { describe, expect, it } from 'vitest';
import { userTypes } from '../accounts/account';
import { linkage } from './fixtures/linkages-of';
import { type LinkageWish, refuseLinked, refuseOverlap, refuseWish } from './linkage-changes';

const now = new Date('2026-05-04T12:00:00Z');
const sound: LinkageWish = { ...linkage('firm', '2025-01-01T06:00', null), remark: null };
const at = (time: string) => new Date(`${time}Z`);

describe('refuseWish', () => {
  it.each<[string, Partial<LinkageWish>]>([
    ['as it is', {}],
    ['that ends', { endsAt: at('2026-01-01T06:00') }],
    ['of one millisecond', { endsAt: at('2025-01-01T06:00:00.001') }],
    ['from the first instant there can be uses of', { startsAt: at('2000-01-01T00:00') }],
    ['that begins in a year', { startsAt: at('2027-05-05T12:00') }],
    ['that ends in ten years', { endsAt: at('2036-05-04T12:00') }],
    ['with the longest cost center', { costCenter: '𝔸'.repeat(100) }],
    ['with the longest remark', { remark: 'x'.repeat(500) }],
  ])('takes one %s', (_, change) => expect(refuseWish({ ...sound, ...change }, now)).toBeNull());

  it.each<[string, Partial<LinkageWish>, string]>([
    ['that ends as it begins', { endsAt: sound.startsAt }, 'until'],
    ['that ends before it begins', { endsAt: at('2024-12-31T00:00') }, 'until'],
    ['from before there were uses', { startsAt: at('1999-12-31T23:59:59.999') }, 'from'],
    ['that begins in more than a year', { startsAt: at('2027-05-05T12:00:00.001') }, 'from'],
    ['that ends in a century', { endsAt: at('2126-01-01T00:00') }, 'until'],
    ['with a cost center that is too long', { costCenter: 'x'.repeat(101) }, 'costCenter'],
    ['with a cost center that cannot be printed', { costCenter: 'a\u0007b' }, 'costCenter'],
    ['with a remark that is too long', { remark: 'x'.repeat(501) }, 'remark'],
  ])('refuses one %s', (_, change, field) =>
    expect(refuseWish({ ...sound, ...change }, now)).toMatchObject({ code: 'INVALID', field }),
  );
});

describe('refuseLinked', () => {
  it.each(userTypes)('%s', (userType) => {
    const refusal = refuseLinked({ userType });
    if (userType !== 'GROUP') return expect(refusal).toBeNull();
    expect(refusal).toMatchObject({ code: 'INVALID', field: 'account' });
    expect(refusal?.message).toContain('link the account of each person instead');
  });
});

describe('refuseOverlap', () => {
  const others = [
    { ...linkage('a', '2024-01-01T06:00', '2024-06-01T05:00'), firmName: 'A LLP' },
    { ...linkage('b', '2025-01-01T06:00', null), firmName: 'B PC' },
  ];
  const wish = (from: string, until: string | null) => linkage('c', from, until);

  it.each([
    ['before all', '2023-01-01T00:00', '2024-01-01T06:00'],
    ['in a gap, from border to border', '2024-06-01T05:00', '2025-01-01T06:00'],
  ])('lets be one %s', (_, from, until) =>
    expect(refuseOverlap(wish(from, until), others, 'America/Chicago')).toBeNull(),
  );

  it.each([
    ['that reaches into another', '2023-01-01T00:00', '2024-01-01T06:00:00.001', 'until', 'A LLP'],
    ['that begins in another', '2024-06-01T04:59:59.999', '2024-07-01T00:00', 'from', 'A LLP'],
    ['that holds another', '2023-01-01T00:00', '2024-12-01T00:00', 'until', 'A LLP'],
    ['that is within another', '2024-02-01T00:00', '2024-03-01T00:00', 'from', 'A LLP'],
    ['without end before another', '2024-07-01T00:00', null, 'until', 'B PC'],
    ['beside an open one', '2030-07-01T00:00', null, 'from', 'B PC'],
  ])('refuses one %s', (_, from, until, field, name) => {
    const refusal = refuseOverlap(wish(from, until), others, 'America/Chicago');
    expect(refusal).toMatchObject({ code: 'OVERLAP', field });
    expect(refusal?.message.startsWith(name)).toBe(true);
  });

  it('says whose interval it is, in the zone of the service center', () => {
    expect(refuseOverlap(wish('2024-02-01T00:00', null), others, 'America/Chicago')?.message).toBe(
      'A LLP answers for this account from Jan 1, 2024, 12:00 AM CST until Jun 1, 2024, 12:00 AM CDT, and only one firm can: correct that interval first, or choose other times.',
    );
    expect(refuseOverlap(wish('2026-02-01T00:00', null), others, 'America/Chicago')?.message).toContain(
      'from Jan 1, 2025, 12:00 AM CST on,',
    );
  });
});
