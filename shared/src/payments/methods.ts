import { type BankAccountType, bankAccountTypeNames } from './bank-account';
import { type CardBrand, cardBrandNames } from './card-networks';

export const methodKinds = ['CARD', 'ACH'] as const;

export type MethodKind = (typeof methodKinds)[number];

export const methodKindNames: Record<MethodKind, string> = { CARD: 'Card', ACH: 'Bank account (ACH)' };

/** How many methods a payer keeps at most (W.A.E.B., filing fees: "up to three"). */
export const mostMethods = 3;

export interface MethodFace {
  readonly kind: MethodKind;
  readonly brand: CardBrand | null;
  readonly accountType: BankAccountType | null;
  readonly lastFour: string;
}

/** What a method is called wherever it is spoken of: Visa ending in 4242. */
export function methodLabel({ brand, accountType, lastFour }: MethodFace): string {
  const what = brand ? cardBrandNames[brand] : accountType ? bankAccountTypeNames[accountType] : 'Account';
  return `${what} ending in ${lastFour}`;
}
