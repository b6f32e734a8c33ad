import { describe, expect, it } from 'vitest';
import {
  expiryProblem,
  expiryStanding,
  expiryText,
  firstDayAfter,
  readExpiry,
  typedExpiryProblem,
  warningDue,
} from './expiry';

const march = { year: 2028, month: 3 };

describe('an expiry', () => {
  it.each([
    ['03/28', march],
    ['3/28', march],
    ['03/2028', march],
    ['0328', march],
    ['032028', march],
    ['03 28', march],
    ['03-28', march],
    [' 03 / 28 ', march],
    ['12/99', { year: 2099, month: 12 }],
    ['13/28', null],
    ['00/28', null],
    ['3/2', null],
    ['2028-03', null],
    ['328', null],
    ['', null],
  ])('%j is read as %j', (text, expected) => {
    expect(readExpiry(text)).toEqual(expected);
  });

  it.each([
    [march, '2028-03-31', null],
    [march, '2028-04-01', 'This card expired at the end of 03/28.'],
    [{ year: 2027, month: 12 }, '2027-12-31', null],
    [{ year: 2027, month: 12 }, '2028-01-01', 'This card expired at the end of 12/27.'],
    [{ year: 2047, month: 1 }, '2027-06-01', null],
    [{ year: 2048, month: 1 }, '2027-06-01', /No card is valid until 2048/],
    [{ year: 2028, month: 13 }, '2027-06-01', /1 to 12/],
    [{ year: 2028, month: 1.5 }, '2027-06-01', /1 to 12/],
  ])('%j on %s', (expiry, today, message) => {
    if (message === null) expect(expiryProblem(expiry, today)).toBeNull();
    else expect(expiryProblem(expiry, today)).toMatch(message);
  });

  it.each([
    ['', /Enter the month and year/],
    ['soon', /Write when the card expires/],
    ['03/20', /expired/],
    ['03/28', null],
  ])('typed as %j', (text, message) => {
    if (message === null) expect(typedExpiryProblem(text, '2027-06-01')).toBeNull();
    else expect(typedExpiryProblem(text, '2027-06-01')).toMatch(message);
  });

  it('is printed as on a card and ends with its month', () => {
    expect(expiryText(march)).toBe('03/28');
    expect(firstDayAfter(march)).toBe('2028-04-01');
    expect(firstDayAfter({ year: 2028, month: 12 })).toBe('2029-01-01');
  });

  it.each([
    ['2028-02-15', 'VALID'],
    ['2028-02-16', 'EXPIRES_SOON'],
    ['2028-03-31', 'EXPIRES_SOON'],
    ['2028-04-01', 'EXPIRED'],
  ])('stands on %s as %s', (day, standing) => {
    expect(expiryStanding(march, day)).toBe(standing);
  });
});

describe('the warning that a card expires', () => {
  it.each([
    ['too early', '2028-02-15', null, null],
    ['45 days before', '2028-02-16', null, 45],
    ['told already', '2028-02-20', 45, null],
    ['7 days before', '2028-03-25', 45, 7],
    ['for the first time so late', '2028-03-30', null, 7],
    ['told that, too', '2028-03-30', 7, null],
    ['expired', '2028-04-01', 7, 0],
    ['expired long ago and never told', '2029-01-01', null, 0],
    ['told that it has expired', '2028-05-01', 0, null],
  ])('%s', (_, day, warnedAt, due) => {
    expect(warningDue(march, day, warnedAt)).toBe(due);
  });
});
