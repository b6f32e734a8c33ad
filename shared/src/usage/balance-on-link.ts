/**
 * What a firm owes, in cents, once an account joins it: any balance of the account moves along, a credit (negative)
 * too (PACER, questions on the PACER Administrative Account).
 */
export function balanceOnLink(firmCents: number, accountCents: number): number {
  return firmCents + accountCents;
}
