import { describe, expect, it } from 'vitest';
import { type BillingAddress, billingAddressProblems, holderProblem } from './billing-address';
import { methodLabel } from './methods';

const home: BillingAddress = {
  line1: '400 E. 9th Street',
  line2: null,
  city: 'Kansas City',
  state: 'MO',
  postalCode: '64106',
  country: 'US',
};

describe('a billing address', () => {
  it.each<[string, Partial<BillingAddress>, string[]]>([
    ['whole', {}, []],
    ['with a suite and ZIP+4', { line2: 'Suite 1510', postalCode: '64106-2605' }, []],
    ['of the armed forces', { state: 'AE', city: 'APO' }, []],
    ['abroad', { country: 'CA', state: 'Ontario', postalCode: 'K1A 0J1' }, []],
    ['abroad without state and code', { country: 'HK', state: null, postalCode: null }, []],
    [
      'empty',
      { line1: '', city: '', state: null, postalCode: null, country: '' },
      ['line1', 'city', 'country'],
    ],
    ['without state and ZIP', { state: null, postalCode: null }, ['state', 'postalCode']],
    ['with a state that is none', { state: 'XX' }, ['state']],
    ['with a short ZIP', { postalCode: '6410' }, ['postalCode']],
    ['with a line too long', { line1: 'x'.repeat(101) }, ['line1']],
    ['with a control character', { line2: 'Suite\u0007' }, ['line2']],
    ['abroad with a code too long', { country: 'CA', postalCode: 'x'.repeat(101) }, ['postalCode']],
  ])('%s', (_, change, fields) => {
    expect(Object.keys(billingAddressProblems({ ...home, ...change }))).toEqual(fields);
  });

  it.each([
    ['Ada Quist', null],
    ['', /Enter the name/],
    ['x'.repeat(101), /at most 100/],
    ['Ada\nQuist', /control character/],
  ])('the holder %j', (holder, message) => {
    if (message === null) expect(holderProblem(holder)).toBeNull();
    else expect(holderProblem(holder)).toMatch(message);
  });
});

it.each([
  [
    { kind: 'CARD', brand: 'AMERICAN_EXPRESS', accountType: null, lastFour: '0005' },
    'American Express ending in 0005',
  ],
  [
    { kind: 'ACH', brand: null, accountType: 'BUSINESS_CHECKING', lastFour: '6789' },
    'Business checking ending in 6789',
  ],
] as const)('%j is called %s', (face, label) => {
  expect(methodLabel(face)).toBe(label);
});
