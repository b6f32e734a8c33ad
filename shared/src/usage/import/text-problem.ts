import { type CardWriting, holdsCardNumber } from '../../payments/card-number';
import { hasBadCharacter } from './text-cell';

export interface TextProblem {
  readonly code: 'BAD_CHARACTER' | 'CARD_NUMBER';
  /** What is wrong and how to mend it. */
  readonly message: string;
}

export const badCharacter: TextProblem = {
  code: 'BAD_CHARACTER',
  message: 'It has a control character; take that out.',
};

const cardNumber: TextProblem = {
  code: 'CARD_NUMBER',
  message: 'It looks like the number of a payment card, which is never kept; write something else.',
};

/** Why a text cannot be kept; null where it can. A writing of null takes no number for a card’s. */
export function textProblem(text: string, writing: CardWriting | null): TextProblem | null {
  if (hasBadCharacter(text)) return badCharacter;
  return writing !== null && holdsCardNumber(text, writing) ? cardNumber : null;
}
