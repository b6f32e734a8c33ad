import { describe, expect, it } from 'vitest';
import { brandOfTyped, cardNumberProblem, securityCodeProblem } from './card-entry';
import { testCards } from './test-instruments';

describe('the number of a card', () => {
  it.each([
    '4242 4242 4242 4242',
    '4242-4242-4242-4242',
    ' 4222222222222 ',
    '4000 0000 0000 0000 006',
    '5555555555554444',
    '2221 0000 0000 0009',
    '2720 9999 9999 9996',
    '3782 822463 10005',
    '6011 0000 0000 0004',
    '6445 0000 0000 0000',
    '6500\u20130000\u20130000\u20130002',
  ])('%s is taken', (text) => {
    expect(cardNumberProblem(text)).toBeNull();
  });

  it.each(testCards.map(({ token, number, brand }) => [token, number, brand] as const))(
    'of %s is taken and its brand told',
    (_, number, brand) => {
      expect(cardNumberProblem(number)).toBeNull();
      expect(brandOfTyped(number)).toBe(brand);
    },
  );

  it.each([
    ['', 'Enter the number of the card.'],
    ['   ', 'Enter the number of the card.'],
    ['4242x42424242', /digits alone/],
    ['٤٢٤٢٤٢٤٢٤٢٤٢٤٢٤٢', /digits alone/],
    ['42424242424242424242', /No card number has more than 19 digits/],
    ['3530 1113 3330 0000', /network are not taken: use Visa, Mastercard, American Express and Discover/],
    ['3056 9309 0259 04', /network are not taken/],
    ['6200 0000 0000 0005', /network are not taken/],
    ['1234 5678 9012 3456', /No card that is taken begins so/],
    ['2721 0000 0000 0000', /No card that is taken begins so/],
    ['4242 4242', /not complete/],
    ['3782 822463 1000', /An? American Express number has 15 digits, and this one has 14/],
    ['5555 5555 5555 44440', /A Mastercard number has 16 digits, and this one has 17/],
    ['4242 4242 4242 42', /A Visa number has 13 to 19 digits, and this one has 14/],
    ['4242 4242 4242 4241', /A digit is wrong or two are swapped/],
    ['4224 4242 4242 4242', /A digit is wrong or two are swapped/],
  ])('%j is told what is wrong', (text, message) => {
    expect(cardNumberProblem(text)).toMatch(message);
  });

  it('never says the number', () => {
    for (const text of ['4242 4242 4242 4241', '3530111333300000', '42424242424242424242'])
      expect(cardNumberProblem(text)?.replace(/\D/g, '')).not.toContain(text.replace(/\D/g, '').slice(0, 6));
  });

  it.each([
    ['4', 'VISA'],
    ['51', 'MASTERCARD'],
    ['222', null],
    ['2221', 'MASTERCARD'],
    ['37', 'AMERICAN_EXPRESS'],
    ['6', null],
    ['65', 'DISCOVER'],
    ['36', null],
    ['x', null],
  ])('%s tells its brand as it is typed: %s', (typed, brand) => {
    expect(brandOfTyped(typed)).toBe(brand);
  });
});

describe('the security code', () => {
  it.each([
    ['123', 'VISA', null],
    ['1234', 'AMERICAN_EXPRESS', null],
    ['123', null, null],
    ['', 'VISA', /Enter the security code/],
    ['1234', 'VISA', /of a Visa card has 3 digits, on its back/],
    ['123', 'AMERICAN_EXPRESS', /4 digits, on its front/],
    ['12', null, /3 or 4 digits/],
    ['12a', 'DISCOVER', /3 digits/],
  ] as const)('%j of %s', (code, brand, message) => {
    if (message === null) expect(securityCodeProblem(code, brand)).toBeNull();
    else expect(securityCodeProblem(code, brand)).toMatch(message);
  });
});
