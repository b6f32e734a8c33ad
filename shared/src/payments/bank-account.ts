import type { Problem } from './problem';
import { typedDigits } from './typed-digits';

export const bankAccountTypes = [
  'PERSONAL_CHECKING',
  'PERSONAL_SAVINGS',
  'BUSINESS_CHECKING',
  'BUSINESS_SAVINGS',
] as const;

export type BankAccountType = (typeof bankAccountTypes)[number];

export const bankAccountTypeNames: Record<BankAccountType, string> = {
  PERSONAL_CHECKING: 'Personal checking',
  PERSONAL_SAVINGS: 'Personal savings',
  BUSINESS_CHECKING: 'Business checking',
  BUSINESS_SAVINGS: 'Business savings',
};

const routingDigits = 9;
const weights = [3, 7, 1];

/** First two digits that are given out: Federal Reserve districts, thrift institutions, electronic ones, traveler’s checks. */
function isGivenOut(firstTwo: number): boolean {
  return (
    firstTwo <= 12 ||
    (firstTwo >= 21 && firstTwo <= 32) ||
    (firstTwo >= 61 && firstTwo <= 72) ||
    firstTwo === 80
  );
}

/** Whether nine digits end with the check digit of the American Bankers Association. */
export function passesRoutingCheck(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * (weights[i % 3] ?? 0), 0);
  return digits.length === routingDigits && sum > 0 && sum % 10 === 0;
}

/** What is wrong with a routing number as it was typed. */
export function routingNumberProblem(text: string): Problem {
  if (text.trim() === '') return 'Enter the routing number of the bank.';
  const digits = typedDigits(text);
  if (digits === null) return 'A routing number has digits alone: take out everything else.';
  if (digits.length !== routingDigits)
    return `A routing number has ${routingDigits} digits, and this one has ${digits.length}.`;
  if (!isGivenOut(Number(digits.slice(0, 2))))
    return 'No bank’s routing number begins so: check it against a check.';
  return passesRoutingCheck(digits)
    ? null
    : 'A digit of the routing number is wrong or two are swapped: check it against a check.';
}

const fewestDigits = 4;
const mostDigits = 17;

/** What is wrong with the number of a bank account as it was typed. */
export function accountNumberProblem(text: string): Problem {
  if (text.trim() === '') return 'Enter the number of the account.';
  const digits = typedDigits(text);
  if (digits === null) return 'The number of an account has digits alone: take out everything else.';
  if (digits.length < fewestDigits || digits.length > mostDigits)
    return `The number of an account has ${fewestDigits} to ${mostDigits} digits, and this one has ${digits.length}.`;
  return null;
}

/** What is wrong with the account number typed a second time. */
export function repeatedNumberProblem(first: string, second: string): Problem {
  if (second.trim() === '') return 'Enter the number of the account a second time.';
  return typedDigits(first) === typedDigits(second)
    ? null
    : 'The two account numbers differ: type the second one again.';
}
