/** Networks whose cards are taken (PACER, "How often am I billed and how can I pay"). */
export const cardBrands = ['VISA', 'MASTERCARD', 'AMERICAN_EXPRESS', 'DISCOVER'] as const;

export type CardBrand = (typeof cardBrands)[number];

export const cardBrandNames: Record<CardBrand, string> = {
  VISA: 'Visa',
  MASTERCARD: 'Mastercard',
  AMERICAN_EXPRESS: 'American Express',
  DISCOVER: 'Discover',
};

interface CardNetwork {
  /** Null for a network whose cards are not taken. */
  readonly brand: CardBrand | null;
  /** The ranges a number begins with, each written with as many digits as count. */
  readonly prefixes: readonly (readonly [from: string, to: string])[];
  /** Digits a number of the network can have. */
  readonly lengths: readonly [fewest: number, most: number];
}

const networks: readonly CardNetwork[] = [
  { brand: 'VISA', prefixes: [['4', '4']], lengths: [13, 19] },
  {
    brand: 'MASTERCARD',
    prefixes: [
      ['51', '55'],
      ['2221', '2720'],
    ],
    lengths: [16, 16],
  },
  {
    brand: 'AMERICAN_EXPRESS',
    prefixes: [
      ['34', '34'],
      ['37', '37'],
    ],
    lengths: [15, 15],
  },
  {
    brand: 'DISCOVER',
    prefixes: [
      ['6011', '6011'],
      ['644', '649'],
      ['65', '65'],
    ],
    lengths: [16, 19],
  },
  // Diners Club.
  {
    brand: null,
    prefixes: [
      ['36', '36'],
      ['38', '39'],
      ['300', '305'],
    ],
    lengths: [14, 19],
  },
  // JCB.
  { brand: null, prefixes: [['3528', '3589']], lengths: [16, 19] },
  // UnionPay and RuPay.
  {
    brand: null,
    prefixes: [
      ['60', '60'],
      ['62', '62'],
      ['81', '81'],
    ],
    lengths: [16, 19],
  },
  // Maestro.
  {
    brand: null,
    prefixes: [
      ['50', '50'],
      ['56', '58'],
      ['63', '63'],
      ['67', '67'],
    ],
    lengths: [13, 19],
  },
];

function hasPrefix(digits: string, [from, to]: readonly [string, string]): boolean {
  const start = digits.slice(0, from.length);
  return start.length === from.length && start >= from && start <= to;
}

function networkOf(digits: string): CardNetwork | null {
  return networks.find(({ prefixes }) => prefixes.some((range) => hasPrefix(digits, range))) ?? null;
}

/** Whether digits begin and are as many as those of a card of any network. */
export function isCardLike(digits: string): boolean {
  const { length } = digits;
  return networks.some(
    ({ prefixes, lengths: [fewest, most] }) =>
      length >= fewest && length <= most && prefixes.some((range) => hasPrefix(digits, range)),
  );
}

/** The network of a number that is typed: a brand that is taken, NOT_TAKEN, or null where none begins so. */
export function brandOf(digits: string): CardBrand | 'NOT_TAKEN' | null {
  const network = networkOf(digits);
  return network && (network.brand ?? 'NOT_TAKEN');
}

/** Digits a number of a brand can have: Visa has issued 13, 16 and 19. */
export const digitsOfBrand: Record<CardBrand, readonly number[]> = {
  VISA: [13, 16, 19],
  MASTERCARD: [16],
  AMERICAN_EXPRESS: [15],
  DISCOVER: [16, 17, 18, 19],
};
