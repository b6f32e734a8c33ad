import { postalCodes } from '../courts/states';
import type { Problem } from './problem';

/** Where the bills of a method go. */
export interface BillingAddress {
  readonly line1: string;
  readonly line2: string | null;
  readonly city: string;
  /** In the United States the two letters of the state; elsewhere as it is written there. */
  readonly state: string | null;
  readonly postalCode: string | null;
  /** ISO 3166-1, two letters. */
  readonly country: string;
}

const longestLine = 100;
const controls = /\p{Cc}/u;

const states = new Set<string>([...Object.values(postalCodes), 'AA', 'AE', 'AP']);

function lineProblem(text: string, what: string): Problem {
  if (text.length > longestLine) return `${what} has at most ${longestLine} characters.`;
  return controls.test(text) ? `${what} has a control character: take that out.` : null;
}

function stateProblem(state: string | null, country: string): Problem {
  if (country !== 'US') return lineProblem(state ?? '', 'The state or province');
  return states.has(state ?? '') ? null : 'Choose the state.';
}

function postalCodeProblem(code: string | null, country: string): Problem {
  if (country !== 'US') return lineProblem(code ?? '', 'The postal code');
  return /^\d{5}(-\d{4})?$/.test(code ?? '')
    ? null
    : 'A ZIP code has 5 digits, or 5 and 4 with a dash: 64106.';
}

/** What is wrong with each part of a billing address. */
export function billingAddressProblems(
  address: BillingAddress,
): Partial<Record<keyof BillingAddress, string>> {
  const { line1, line2, city, state, postalCode, country } = address;
  const found: Record<keyof BillingAddress, Problem> = {
    line1: line1 === '' ? 'Enter the street address.' : lineProblem(line1, 'A line of the address'),
    line2: lineProblem(line2 ?? '', 'A line of the address'),
    city: city === '' ? 'Enter the city.' : lineProblem(city, 'The city'),
    state: stateProblem(state, country),
    postalCode: postalCodeProblem(postalCode, country),
    country: /^[A-Z]{2}$/.test(country) ? null : 'Choose the country.',
  };
  return Object.fromEntries(Object.entries(found).filter(([, problem]) => problem !== null));
}

/** What is wrong with the name of whoever holds the card or the account. */
export function holderProblem(holder: string): Problem {
  if (holder === '') return 'Enter the name of the holder as it stands on the card or at the bank.';
  return lineProblem(holder, 'The name of the holder');
}
