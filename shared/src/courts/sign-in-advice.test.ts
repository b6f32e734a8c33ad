import { describe, expect, it } from 'vitest';
import courtsFile from '../../../drizzle/reference/courts.json';
import { courtsOf } from './fixtures/courts-of';
import { courtSignInAdvice } from './sign-in-advice';

const { all: referenceCourts, byId: referenceCourt } = courtsOf(courtsFile);

const mowd = referenceCourt('mowd');
const howOf = (court: typeof mowd, today: string) => courtSignInAdvice(court, today)[0]?.answer;

describe('courtSignInAdvice', () => {
  it('names the login address of each court and asks nothing twice', () => {
    for (const court of referenceCourts) {
      const advice = courtSignInAdvice(court, '2026-01-01');
      expect(advice[0]?.question).toContain(court.title);
      expect(advice[0]?.answer).toContain(court.loginUrl);
      expect(new Set(advice.map(({ question }) => question)).size).toBe(advice.length);
    }
  });

  it('sends people to the PACER account from the day of conversion', () => {
    expect(howOf(mowd, '2018-04-23')).toContain('your own PACER account');
    expect(howOf(mowd, '2018-04-22')).toContain('until it converts to NextGen on April 23, 2018.');
  });

  it('keeps people on the own login of a court that is not NextGen', () => {
    expect(howOf({ ...mowd, nextGen: false, nextGenSince: null }, '2026-01-01')).toMatch(
      /does not take Central Sign-On yet\.$/,
    );
  });

  it('explains why an appellate panel has the address of another court', () => {
    expect(howOf(referenceCourt('bap9'), '2026-01-01')).toContain('its circuit’s court of appeals');
  });
});
