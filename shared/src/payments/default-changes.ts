import type { FeeType } from './fee-types';

/** Why a default may not be set; `field` is the input that mends it. */
export interface DefaultRefusal {
  readonly code: 'INVALID' | 'REQUIRED';
  readonly field: 'feeTypes' | 'paymentMethod' | 'acknowledgment';
  readonly message: string;
}

export interface DefaultWish {
  readonly payerKind: 'PERSON' | 'FIRM';
  readonly feeTypes: readonly FeeType[];
  readonly on: boolean;
  readonly expired: boolean;
  /** The autobill text that was agreed to, by its id. */
  readonly acknowledgment: string | null;
  /** The autobill text in force. */
  readonly presentText: string;
}

/** Whether a method may become, or cease to be, the default for fee types; null when it may. */
export function refuseDefault(wish: DefaultWish): DefaultRefusal | null {
  const { payerKind, feeTypes, on, expired, acknowledgment, presentText } = wish;
  if (feeTypes.length === 0)
    return { code: 'REQUIRED', field: 'feeTypes', message: 'Name at least one fee type.' };
  if (!on) return null;
  if (payerKind === 'FIRM' && feeTypes.some((type) => type !== 'P')) {
    return {
      code: 'INVALID',
      field: 'feeTypes',
      message: 'A firm’s method is a default for PACER search fees alone; let members use it for the others.',
    };
  }
  if (expired) {
    return {
      code: 'INVALID',
      field: 'paymentMethod',
      message: 'This card has expired: update it before making it a default.',
    };
  }
  if (!feeTypes.includes('P')) return null;
  if (acknowledgment === null) {
    return {
      code: 'REQUIRED',
      field: 'acknowledgment',
      message: 'Agree to the automatic billing of PACER search fees first.',
    };
  }
  if (acknowledgment !== presentText) {
    return {
      code: 'INVALID',
      field: 'acknowledgment',
      message: 'The text to agree to has changed since: read the present one and agree again.',
    };
  }
  return null;
}
