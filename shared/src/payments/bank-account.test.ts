import { describe, expect, it } from 'vitest';
import { accountNumberProblem, repeatedNumberProblem, routingNumberProblem } from './bank-account';
import { testRoutingNumber } from './test-instruments';

describe('a routing number', () => {
  // Kansas City Fed, New York Fed, Boston, Minneapolis, Phoenix, a thrift institution.
  it.each([
    '101000048',
    '021000018',
    '0110-0001-5',
    ' 091000022 ',
    '122105155',
    '211370545',
    testRoutingNumber,
  ])('%s is taken', (text) => {
    expect(routingNumberProblem(text)).toBeNull();
  });

  it.each([
    ['', 'Enter the routing number of the bank.'],
    ['10100004a', /digits alone/],
    ['10100004', /has 9 digits, and this one has 8/],
    ['1010000480', /has 9 digits, and this one has 10/],
    ['131000045', /begins so/],
    ['500000005', /begins so/],
    ['990000009', /begins so/],
    ['101000049', /wrong or two are swapped/],
    ['101000084', /wrong or two are swapped/],
    ['000000000', /wrong or two are swapped/],
  ])('%j is told what is wrong', (text, message) => {
    expect(routingNumberProblem(text)).toMatch(message);
  });

  it('finds each single wrong digit', () => {
    const right = '101000048';
    for (let at = 2; at < 9; at += 1)
      for (let digit = 0; digit < 10; digit += 1) {
        const other = right.slice(0, at) + digit + right.slice(at + 1);
        expect(routingNumberProblem(other) === null, other).toBe(other === right);
      }
  });
});

describe('the number of an account', () => {
  it.each(['1234', '12345678901234567', '0001 2345 6789', '000-123'])('%s is taken', (text) => {
    expect(accountNumberProblem(text)).toBeNull();
  });

  it.each([
    ['', 'Enter the number of the account.'],
    ['123', /4 to 17 digits, and this one has 3/],
    ['123456789012345678', /4 to 17 digits, and this one has 18/],
    ['12AB5678', /digits alone/],
  ])('%j is told what is wrong', (text, message) => {
    expect(accountNumberProblem(text)).toMatch(message);
  });

  it.each([
    ['000123', '000123', null],
    ['0001 23', '000-123', null],
    ['000123', '', /second time/],
    ['000123', '00123', /differ/],
  ])('%j and then %j', (first, second, message) => {
    if (message === null) expect(repeatedNumberProblem(first, second)).toBeNull();
    else expect(repeatedNumberProblem(first, second)).toMatch(message);
  });
});
