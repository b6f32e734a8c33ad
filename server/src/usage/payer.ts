/** Whose uses they are: a firm's, or those of a person who pays for himself. */
export interface Payer {
  readonly kind: 'firm' | 'account';
  readonly id: string;
}
