import { covers, type Interval } from './interval';

/** Who answers for an account: a payer, and where in that payer's books its uses go ('' for nowhere in particular). */
export interface Responsibility {
  readonly payerId: string;
  readonly costCenter: string;
}

/** An interval in which a firm answers for an account; those of one account never overlap. */
export type Linkage = Interval & Responsibility;

/** Who answers for an account at an instant: the firm of the interval it is in, else the person himself. */
export function responsibleAt(accountId: string, linkages: readonly Linkage[], at: Date): Responsibility {
  const linkage = linkages.find((one) => covers(one, at));
  return linkage
    ? { payerId: linkage.payerId, costCenter: linkage.costCenter }
    : { payerId: accountId, costCenter: '' };
}

/** The payer of an account at an instant; a person who pays for himself is a payer under his account's id. */
export function payerAt(accountId: string, linkages: readonly Linkage[], at: Date): string {
  return responsibleAt(accountId, linkages, at).payerId;
}
