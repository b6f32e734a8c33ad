import { brandOf, type CardBrand, cardBrandNames, cardBrands, digitsOfBrand } from './card-networks';
import { passesLuhn } from './luhn';
import type { Problem } from './problem';
import { typedDigits } from './typed-digits';

const taken = `${cardBrands
  .slice(0, -1)
  .map((brand) => cardBrandNames[brand])
  .join(', ')} and ${cardBrandNames.DISCOVER}`;

/** The brand of a number as far as it is typed; null where none that is taken begins so. */
export function brandOfTyped(text: string): CardBrand | null {
  const brand = brandOf(typedDigits(text) ?? '');
  return brand === 'NOT_TAKEN' ? null : brand;
}

const fewestDigits = 13;
const mostDigits = 19;

function lengthProblem(digits: string, brand: CardBrand): Problem {
  const lengths = digitsOfBrand[brand];
  if (lengths.includes(digits.length)) return null;
  const wanted = lengths.length === 1 ? String(lengths[0]) : `${lengths[0]} to ${lengths.at(-1)}`;
  return `A ${cardBrandNames[brand]} number has ${wanted} digits, and this one has ${digits.length}: check it against the card.`;
}

/** What is wrong with the number of a card as it was typed. */
export function cardNumberProblem(text: string): Problem {
  if (text.trim() === '') return 'Enter the number of the card.';
  const digits = typedDigits(text);
  if (digits === null) return 'The number of a card has digits alone: take out everything else.';
  if (digits.length > mostDigits) return `No card number has more than ${mostDigits} digits: check it.`;
  const brand = brandOf(digits);
  if (brand === 'NOT_TAKEN') return `Cards of this network are not taken: use ${taken}.`;
  if (brand === null) return `No card that is taken begins so: use ${taken}.`;
  if (digits.length < fewestDigits) return 'The number of the card is not complete.';
  const wrongLength = lengthProblem(digits, brand);
  if (wrongLength) return wrongLength;
  return passesLuhn(digits)
    ? null
    : 'A digit is wrong or two are swapped: check the number against the card.';
}

/** What is wrong with the security code, which has a digit more on the cards of American Express. */
export function securityCodeProblem(text: string, brand: CardBrand | null): Problem {
  const code = text.trim();
  if (code === '') return 'Enter the security code of the card.';
  const digits = brand === 'AMERICAN_EXPRESS' ? 4 : 3;
  if (brand === null) return /^\d{3,4}$/.test(code) ? null : 'A security code has 3 or 4 digits.';
  if (new RegExp(`^\\d{${digits}}$`).test(code)) return null;
  return brand === 'AMERICAN_EXPRESS'
    ? 'The security code of an American Express card has 4 digits, on its front.'
    : `The security code of a ${cardBrandNames[brand]} card has 3 digits, on its back.`;
}
