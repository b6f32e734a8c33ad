import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import schedulesFile from '../../../drizzle/reference/fee-schedules.json';
import { type ChargeCause, chargeDifference } from './charge-difference';
import type { Exemption } from './exemption';
import { schedulesOf } from './fixtures/schedules-of';
import { priceUse } from './price';
import type { Use } from './use';

const { all, on } = schedulesOf(schedulesFile);

type Fields = Omit<Use, 'day'>;

const cja: Exemption = { kind: 'CJA', courtIds: ['mowd'], exemptOn: true };

function difference(charged: number | null, fields: Fields, exemptions: Exemption[] = []) {
  const day = '2024-05-15';
  return chargeDifference(charged, priceUse({ day, ...fields }, on(day), exemptions), all);
}

describe('chargeDifference', () => {
  it('is none where the charge is the price', () => {
    expect(difference(300, { kind: 'DOCUMENT', pages: 45 })).toEqual({
      verdict: 'EQUAL',
      chargedCents: 300,
      expectedCents: 300,
    });
    expect(difference(0, { kind: 'OPINION', pages: 45 }).verdict).toBe('EQUAL');
  });

  it.each<[string, number, Fields, 'OVER' | 'UNDER', number, ChargeCause, Exemption[]?]>([
    ['all pages of a capped document', 450, { kind: 'DOCUMENT', pages: 45 }, 'OVER', 150, 'CAP_NOT_APPLIED'],
    [
      'a capped transcript',
      300,
      { kind: 'TRANSCRIPT', pages: 179 },
      'UNDER',
      -1490,
      'CAP_APPLIED_TO_UNCAPPED',
    ],
    [
      'an exempt document',
      250,
      { kind: 'DOCUMENT', pages: 25, courtId: 'mowd' },
      'OVER',
      250,
      'CHARGED_THOUGH_EXEMPT',
      [cja],
    ],
    ['an opinion', 100, { kind: 'OPINION', pages: 10 }, 'OVER', 100, 'CHARGED_THOUGH_EXEMPT'],
    ['nothing', 0, { kind: 'DOCUMENT', pages: 25 }, 'UNDER', -250, 'NOT_CHARGED'],
    [
      'HTML rounded down',
      10,
      { kind: 'CASE_REPORT', format: 'HTML', bytes: 4321 },
      'UNDER',
      -10,
      'BEGUN_PAGE_NOT_COUNTED',
    ],
    ['the rate of 2011', 200, { kind: 'DOCUMENT', pages: 25 }, 'UNDER', -50, 'OTHER_RATE'],
    ['a page too many', 60, { kind: 'DOCUMENT', pages: 5 }, 'OVER', 10, 'OTHER_PAGES'],
    ['something else', 57, { kind: 'DOCUMENT', pages: 5 }, 'OVER', 7, 'OTHER'],
    ['an audio file for the price of a page', 10, { kind: 'AUDIO' }, 'UNDER', -230, 'OTHER'],
  ])('%s', (_, charged, fields, verdict, differenceCents, cause, exemptions) => {
    expect(difference(charged, fields, exemptions)).toMatchObject({ verdict, differenceCents, cause });
  });

  it.each([
    ['an unknown charge', null, { kind: 'DOCUMENT', pages: 1 }, 'NO_CHARGE'],
    ['a correction', -250, { kind: 'DOCUMENT', pages: 25 }, 'CORRECTION'],
    ['half a cent', 2.5, { kind: 'DOCUMENT', pages: 1 }, 'BAD_CHARGE'],
    ['what has no price', 250, { kind: 'DOCUMENT' }, 'AMOUNT_MISSING'],
    ['what has a broken one', 250, { kind: 'DOCUMENT', pages: -25 }, 'BAD_NUMBER'],
  ] as const)('cannot check %s', (_, charged, fields, code) => {
    const result = difference(charged, fields);
    expect(result).toMatchObject({ verdict: 'UNCHECKABLE', chargedCents: charged, code });
    expect('why' in result && result.why).toMatch(/\.$/);
  });

  it('says over or under by the sign, and by how much', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(100), (charged, pages) => {
        const result = difference(charged, { kind: 'DOCUMENT', pages });
        if (result.verdict === 'UNCHECKABLE') throw new Error(result.why);
        const expected = Math.min(pages, 30) * 10;
        expect(result.expectedCents).toBe(expected);
        expect(result.verdict).toBe(charged === expected ? 'EQUAL' : charged > expected ? 'OVER' : 'UNDER');
        if (result.verdict !== 'EQUAL') expect(result.differenceCents).toBe(charged - expected);
      }),
    );
  });
});
