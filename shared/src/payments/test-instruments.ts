import type { BankAccountType } from './bank-account';
import type { CardBrand } from './card-networks';

/** What the embedded gateway does with a payment by a test card or test account. */
export const testBehaviors = {
  PAYS: 'Every payment succeeds.',
  DECLINED: 'Every payment is declined.',
  INSUFFICIENT: 'Every payment is declined for want of funds.',
  ANSWER_LOST:
    'The payment is taken, and its answer gets lost: the outcome is unknown until it is asked for.',
  NEVER_ARRIVES: 'The first two tries never arrive: the outcome is unknown, and the payment was not taken.',
  RETURNED: 'The payment is taken, and returned later.',
} as const;

export type TestBehavior = keyof typeof testBehaviors;

interface TestInstrument {
  readonly token: string;
  readonly number: string;
  readonly behavior: TestBehavior;
}

export interface TestCard extends TestInstrument {
  readonly brand: CardBrand;
}

export interface TestBankAccount extends TestInstrument {
  readonly accountType: BankAccountType;
}

/**
 * Cards of the embedded gateway. Every other number that could be a card’s is taken too and pays. A token stands for
 * a card without its number being typed anywhere, for programs that try the API.
 */
export const testCards: readonly TestCard[] = [
  { token: 'test_visa', brand: 'VISA', number: '4242424242424242', behavior: 'PAYS' },
  { token: 'test_mastercard', brand: 'MASTERCARD', number: '5555555555554444', behavior: 'PAYS' },
  { token: 'test_amex', brand: 'AMERICAN_EXPRESS', number: '378282246310005', behavior: 'PAYS' },
  { token: 'test_discover', brand: 'DISCOVER', number: '6011111111111117', behavior: 'PAYS' },
  { token: 'test_declined', brand: 'VISA', number: '4000000000000002', behavior: 'DECLINED' },
  { token: 'test_insufficient', brand: 'VISA', number: '4000000000009995', behavior: 'INSUFFICIENT' },
  { token: 'test_answer_lost', brand: 'VISA', number: '4000000000000408', behavior: 'ANSWER_LOST' },
  { token: 'test_never_arrives', brand: 'VISA', number: '4000000000005043', behavior: 'NEVER_ARRIVES' },
  { token: 'test_disputed', brand: 'VISA', number: '4000000000000259', behavior: 'RETURNED' },
];

/** Routing number of the accounts below; any other real one is taken too. */
export const testRoutingNumber = '110000000';

/** Bank accounts of the embedded gateway; every other number pays. */
export const testBankAccounts: readonly TestBankAccount[] = [
  { token: 'test_checking', accountType: 'PERSONAL_CHECKING', number: '000123456789', behavior: 'PAYS' },
  { token: 'test_savings', accountType: 'PERSONAL_SAVINGS', number: '000987654321', behavior: 'PAYS' },
  {
    token: 'test_ach_returned',
    accountType: 'PERSONAL_CHECKING',
    number: '000222222227',
    behavior: 'RETURNED',
  },
  {
    token: 'test_ach_answer_lost',
    accountType: 'BUSINESS_CHECKING',
    number: '000444444408',
    behavior: 'ANSWER_LOST',
  },
];

/** What a number does at the embedded gateway. */
export function behaviorOf(digits: string): TestBehavior {
  return [...testCards, ...testBankAccounts].find(({ number }) => number === digits)?.behavior ?? 'PAYS';
}
